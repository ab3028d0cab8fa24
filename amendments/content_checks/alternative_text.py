"""Pictures that say nothing to who cannot see them."""

import re
from collections.abc import Iterator

from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.registry import content_check
from amendments.content_checks.subject import Subject

IMAGE = re.compile(r"<img\b[^>]*>|!\[(?P<markdown>[^\]]*)\]\([^)]*\)", re.IGNORECASE)
ALT = re.compile(r"""\balt\s*=\s*(?:"\s*[^"\s][^"]*"|'\s*[^'\s][^']*'|[^\s"'>]+)""", re.IGNORECASE)


@content_check
def pictures_are_described(subject: Subject) -> Iterator[Finding]:
    for written in subject.texts():
        yield from undescribed(written.text, written.path)


def undescribed(text: str, path: str) -> Iterator[Finding]:
    """Find pictures in HTML or Markdown, as imports bring them, without words in their place."""
    for found in IMAGE.finditer(text):
        described = found["markdown"] if found["markdown"] is not None else ALT.search(found[0])
        if not (described.strip() if isinstance(described, str) else described):
            yield Finding(
                Problem.NO_ALTERNATIVE_TEXT, Level.ERROR, path, found.start(), found[0][:60]
            )
