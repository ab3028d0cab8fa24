"""The audit of the content, run by a button: it reads everything there is."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amendments.admin.dashboard import remembered, while_nothing_changes
from amendments.audit import audit
from amendments.content_files import kinds, read_database
from amendments.translating.work_list import text_models

NAME = "audit"


@dataclass(frozen=True)
class Result:
    """What an audit found, and when."""

    at: datetime
    faults: list[str]
    notes: list[str]


def last_audit() -> Result | None:
    """Return what was found since anything public changed last, by this server."""
    found: Result | None = remembered(NAME)
    return found


def may_audit(editor: User) -> bool:
    return bool(text_models(editor))


@require_http_methods(["GET", "POST"])
def audit_page(request: HttpRequest) -> HttpResponse:
    """Show what the last audit found; a POST runs it, unless nothing changed since."""
    if not isinstance(request.user, User) or not may_audit(request.user):
        raise PermissionDenied
    if request.method == "POST":
        result: Result | None = while_nothing_changes(NAME, _run)
    else:
        result = last_audit()
    shown = admin.site.each_context(request)
    context = {**shown, "title": _("Audit of the content"), "result": result}
    return TemplateResponse(request, "admin/amendments/dashboard/audit_page.html", context)


def _run() -> Result:
    report = audit(read_database(kinds))
    return Result(timezone.now(), [str(fault) for fault in report.faults], report.notes)
