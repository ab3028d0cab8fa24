"""The redline of a change in one of its five views, with words for screen readers."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amendments.change_page import ChangePage
from amendments.redline import markup
from amendments.redline import redline as compare
from amendments.redline.counting import WordCount
from amendments.redline.edits import Edit
from amendments.redline_view import RedlineView
from amendments.texts import TextPair

register = template.Library()


@register.inclusion_tag("amendments/redline.html")
def redline(page: ChangePage) -> dict[str, Any]:
    """Show the texts of a change in the view the reader chose."""
    words = spoken_words(page.language if page.texts.is_foreign else "")
    both = page.shown == RedlineView.SIDE_BY_SIDE
    context: dict[str, Any] = {"page": page, "texts": page.texts, "change": page.amendment}
    if both or page.shown == RedlineView.BEFORE:
        other = "a" if both else None
        context["before"] = _safe(markup.before(page.edits, words, prefix="b", other=other))
    if both or page.shown == RedlineView.AFTER:
        other = "b" if both else None
        context["after"] = _safe(markup.after(page.edits, words, prefix="a", other=other))
    if page.shown == RedlineView.INLINE:
        context["inline"] = _safe(markup.inline(page.edits, words))
    if page.shown == RedlineView.CHANGES:
        context["changes_only"] = _safe(markup.changes_only(page.edits, words))
    return context


@register.simple_tag
def redline_of(
    texts: TextPair, prefix: str = "w", edits: Sequence[Edit] | None = None
) -> SafeString:
    """Show one pair of texts in one text: a second language, or one provision on two days.

    `prefix` keeps anchors apart where a page shows several; `edits` are worked out if not given.
    """
    edits = compare(texts.before, texts.after) if edits is None else edits
    words = spoken_words(texts.wanted if texts.is_foreign else "")
    return _safe(markup.inline(edits, words, prefix=prefix))


@register.simple_tag
def word_counts(words: WordCount) -> str:
    """Say how many words went and came: "35 words removed, 1 word added", "53 words added"."""
    removed = ngettext("%(count)d word removed", "%(count)d words removed", words.removed)
    added = ngettext("%(count)d word added", "%(count)d words added", words.added)
    told = ((removed, words.removed), (added, words.added))
    said = [phrase % {"count": count} for phrase, count in told if count]
    return ", ".join(said) or _("no word removed or added")


def spoken_words(language: str) -> markup.Words:
    """Return what a screen reader says at each change, in the language of the page."""
    return markup.Words(
        deleted=_("removed:"),
        inserted=_("added:"),
        end=_("end"),
        moved_from=_("moved from here:"),
        moved_to=_("moved to here:"),
        go_to_new_place=_("go to its new place"),
        go_to_old_place=_("go to its old place"),
        old_number=_("number before:"),
        new_number=_("number now:"),
        space=_("space"),
        line_break=_("line break"),
        lang=language,
    )


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - the markup escapes every text it is given
