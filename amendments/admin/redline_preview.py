"""The redline of the texts in a form, drawn before anything is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from amendments.admin.text_warning_words import said
from amendments.languages import LANGUAGES, NAMES
from amendments.models import Amendment
from amendments.nfc import in_one_spelling
from amendments.page_or_partial import render_page_or_partial
from amendments.redline import WordCount, count_words, markup, redline
from amendments.templatetags.redline import spoken_words
from amendments.text_warnings import Pair, warnings_of

PAGE = "admin/amendments/amendment/redline_preview.html"
SIDES = ("before", "after")
TEXT_FIELDS = {language: tuple(f"{side}_{language}" for side in SIDES) for language in LANGUAGES}


@dataclass(frozen=True)
class LanguagePreview:
    """The texts of one language as a redline; `count` is None where none is written."""

    language: str
    name: str
    redline: str = ""  # Escaped HTML
    count: WordCount | None = None
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Preview:
    """Every language's redline, and the warnings that concern more than one language."""

    languages: list[LanguagePreview]
    warnings: list[str]


def preview_of(values: Mapping[str, Any], *, besides: int | None = None) -> Preview:
    """Draw what a form says, by names such as "before_kk"; `besides` is the change's own key.

    One query, for the text that the change follows.
    """
    pairs = {
        language: pair
        for language in LANGUAGES
        if any(pair := (_text(values, "before", language), _text(values, "after", language)))
    }
    follows = previous_after(_key(values.get("provision")), _day(values), besides=besides)
    found = warnings_of(pairs, follows)
    return Preview(
        [
            _drawn(
                language, pairs.get(language), [said(w) for w in found if w.language == language]
            )
            for language in LANGUAGES
        ],
        [said(warning) for warning in found if not warning.language],
    )


def previous_after(
    provision: int | None, day: date | None, *, besides: int | None
) -> dict[str, str]:
    """Return what the published change before `day` made of the provision, by language."""
    if provision is None or day is None:
        return {}
    earlier = Amendment.objects.published().filter(provision=provision, in_force_from__lt=day)
    change = earlier.exclude(pk=besides).order_by("-in_force_from").first()
    texts = {language: getattr(change, f"after_{language}", None) for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text is not None}


def redline_preview(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Draw the texts that were sent; a part for htmx, a page of its own for a plain button."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    preview = preview_of(request.POST, besides=_key(request.POST.get("redline_of")))
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Redline of what is written in the form"),
        "opts": model_admin.opts,
        "preview": preview,
    }
    return render_page_or_partial(request, PAGE, "redlines", context)


def _drawn(language: str, pair: Pair | None, warnings: list[str]) -> LanguagePreview:
    if pair is None:
        return LanguagePreview(language, NAMES[language])
    edits = redline(*pair)
    words = spoken_words("")
    html = markup.inline(edits, words, prefix=f"{language}-")
    safe = mark_safe(html)  # noqa: S308 - the markup escapes every text it is given
    return LanguagePreview(language, NAMES[language], safe, count_words(edits), warnings)


def _text(values: Mapping[str, Any], side: str, language: str) -> str:
    """The text as saving the form would keep it."""
    return in_one_spelling(str(values.get(f"{side}_{language}") or "")).strip()


def _key(given: Any) -> int | None:
    text = str(given or "")
    return int(text) if text.isdecimal() and len(text) < 19 else None


def _day(values: Mapping[str, Any]) -> date | None:
    try:
        day: date | None = forms.DateField(required=False).clean(values.get("in_force_from"))
    except ValidationError:
        return None
    return day
