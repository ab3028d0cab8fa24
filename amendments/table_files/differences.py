"""What a cell said and shall say, in one: struck and added."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amendments.redline import EditKind, redline

TAGS = {
    EditKind.KEPT: "{}",
    EditKind.DELETED: "<del>{}</del>",
    EditKind.INSERTED: "<ins>{}</ins>",
}


def with_marks(before: str, after: str) -> SafeString:
    edits = redline(before, after)
    return format_html_join("", "{}", ((format_html(TAGS[e.kind], e.text),) for e in edits))
