"""Differences between versions, and what is wrong with a form, for the editors' pages."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from amendments.admin.plain_words import FormFault, faults_of
from amendments.field_differences import Wording
from amendments.languages import NAMES
from amendments.redline import markup
from amendments.templatetags.redline import spoken_words

register = template.Library()


@register.simple_tag
def redlined(wording: Wording, prefix: str) -> SafeString:
    """Show one wording before and after in one text; `prefix` keeps anchors apart."""
    here = get_language() or ""
    words = spoken_words(here if wording.language not in ("", here) else "")
    return mark_safe(markup.inline(wording.edits, words, prefix=prefix))  # noqa: S308 - The markup escapes


@register.filter
def named_language(code: str) -> str:
    return NAMES.get(code, code)


@register.simple_tag
def form_faults(adminform: Any, inline_admin_formsets: Any) -> list[FormFault]:
    return faults_of(adminform.form, [each.formset for each in inline_admin_formsets])
