"""What templates need to show the law: texts with their language, addresses, redlines."""

import re
from datetime import date
from functools import cache
from typing import Any

from django import template
from django.core.exceptions import FieldDoesNotExist
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amendments import addresses, texts
from amendments import day_of_a_law as days
from amendments.cited_texts import CITED
from amendments.languages import NAMES
from amendments.models import Provision
from amendments.written_in_english import said_articles
from amendments.written_in_english import said_date as dates_said

register = template.Library()

_ENGLISH_WORD = re.compile(r"[A-Za-z]*[a-z]{3}")


@register.simple_tag
def text(item: Any, field: str) -> texts.Text:
    """Read a translated field in the page's language, or in the nearest one there is."""
    return texts.text_in(get_language(), item, field)


@register.filter
def lang(shown: texts.Text | texts.TextPair) -> SafeString | str:
    """Give the `lang` attribute of a text that is not in the page's language."""
    return format_html(' lang="{}"', shown.language) if shown.is_foreign else ""


@register.filter
def tongue(shown: texts.Text | texts.TextPair) -> SafeString | str:
    """Name the language of a text that is not in the page's, for all to see."""
    if not shown.is_foreign:
        return ""
    return format_html(
        ' <span class="tag" lang="{}">{}</span>', shown.language, NAMES[shown.language]
    )


@register.filter
def address(provision: Provision) -> str:
    return addresses.address(provision)


@register.filter
def short_address(provision: Provision) -> str:
    return addresses.short_address(provision)


@register.filter
def day_of_a_law(day: date) -> str:
    return days.day_of_a_law(day)


@register.filter
def unbroken(label: str) -> str:
    """Keep a line from ending at the hyphens of a label: "sub-paragraph", "2-тармақ".

    For what is shown only: a word joiner behind each hyphen would be in the way elsewhere.
    """
    return label.replace("-", "-\N{WORD JOINER}")


@register.filter
def as_written(label: str) -> SafeString | str:
    """Say an address kept in English in the page's language; mark what English is left."""
    said = said_articles(label)
    if get_language() == "en" or not _ENGLISH_WORD.search(said):
        return said
    return format_html('<span lang="en">{}</span>', said)


@register.filter
def said_date(written: str) -> str:
    return dates_said(written)


@register.filter
def claim_name(claim: str) -> str:
    """Name the part of a page that a source supports."""
    names = {
        "before": _("text before"),
        "after": _("text after"),
        "what_changed": _("what changed"),
        "why_it_matters": _("why it matters"),
        "who_it_touches": _("who it touched"),
        "what_came_later": _("what came later"),
        "rule": _("the rule since 2026"),
        "difference": _("what differs since 2026"),
        "in_force_from": _("start"),
        "applied_from": _("first application"),
        "key_facts": _("to remember"),
        "misconceptions": _("often misunderstood"),
        "numbers": _("numbers"),
        "applicants": _("applicants"),
        "options": _("options on the ballot"),
    }
    return names.get(claim) or str(_name_of_field(claim))


@cache
def _name_of_field(claim: str) -> Any:
    """Find what the texts that sources support call a field, in the language of whoever asks."""
    for model in CITED:
        try:
            return model._meta.get_field(claim).verbose_name  # type: ignore[union-attr]
        except (FieldDoesNotExist, AttributeError):
            continue
    return claim.replace("_", " ")


@register.filter
def law_lines(shown: texts.Text) -> SafeString:
    """Set each line of a law's text as a paragraph of its own, as the law prints it.

    The last one names the language, if it is not that of the page.
    """
    return _paragraphs([line for line in shown.value.split("\n") if line], shown)


@register.filter
def told(shown: texts.Text) -> SafeString:
    """Set a text in its paragraphs; the last one names a language that is not the page's."""
    return _paragraphs([part for part in re.split(r"\n{2,}", shown.value.strip()) if part], shown)


def _paragraphs(parts: list[str], shown: texts.Text) -> SafeString:
    ends = [*[""] * (len(parts) - 1), tongue(shown)]
    return format_html_join("", "<p>{}{}</p>", zip(parts, ends, strict=False))
