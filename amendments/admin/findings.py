"""What the content checks find, told in the form of a text and after it was saved."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amendments.content_checks import Finding, Level, said
from amendments.content_checks.publication import findings_of_text
from amendments.models import ProposedChange, Reviewed

TOLD_AT_ONCE = 3


@dataclass(frozen=True)
class ToldFinding:
    """A finding as the list in the form shows it."""

    field: str
    words: str
    stops_publication: bool


def findings_context(text: Reviewed | None, change: ProposedChange | None) -> dict[str, Any]:
    """List what is found in a text, or in the change of it that waits: the form shows that one."""
    found = findings_of_text(change or text) if text else []
    told = [ToldFinding(f.field, said(f), f.level is Level.ERROR) for f in found]
    return {
        "content_errors": [finding for finding in told if finding.stops_publication],
        "content_hints": [finding for finding in told if not finding.stops_publication],
    }


def tell_findings(model_admin: Any, request: HttpRequest, text: Reviewed) -> None:
    """Say after a save what was found: the first errors in full, hints as a number."""
    found = findings_of_text(text)
    errors = [finding for finding in found if finding.level is Level.ERROR]
    for finding in errors[:TOLD_AT_ONCE]:
        model_admin.message_user(request, _in_full(finding), messages.ERROR)
    if (number := len(errors) - TOLD_AT_ONCE) > 0:
        more = ngettext(
            "%(n)d more error: see the list.", "%(n)d more errors: see the list.", number
        )
        model_admin.message_user(request, more % {"n": number}, messages.ERROR)
    if hints := len(found) - len(errors):
        number_of = ngettext(
            "%(n)d hint on the text: see the list. Hints stop nothing.",
            "%(n)d hints on the text: see the list. Hints stop nothing.",
            hints,
        )
        model_admin.message_user(request, number_of % {"n": hints}, messages.WARNING)


def _in_full(finding: Finding) -> str:
    where_and_what = {"field": finding.field, "what": said(finding)}
    return _("This stops publication. %(field)s: %(what)s.") % where_and_what
