"""The dashboard's panels of this app."""

from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, Window
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amendments.admin.audit_page import last_audit, may_audit
from amendments.admin.dashboard import Panel, panels
from amendments.last_changes import last_changes
from amendments.models import Report
from amendments.translating.asking import completeness
from amendments.translating.work_list import may_see, text_models
from amendments.waiting_texts import Waiting, waiting_for

MOST = 10
FOLDER = "admin/amendments/dashboard"


def waiting(editor: User) -> Any:
    """What the editor can do something about, and what waits for its minute. One query."""
    found = waiting_for(editor, timezone.now())
    to_review = [each for each in found if each.is_to_be_reviewed]
    is_timed = [each for each in found if each.is_scheduled]
    stuck = [each for each in found if each.is_stuck]
    own = [each for each in found if each not in (*to_review, *is_timed, *stuck)]
    return {
        "stuck": _cut(stuck),
        "to_review": _cut(to_review),
        "own": _cut(own),
        "scheduled": _cut(is_timed),
    }


def translations(editor: User) -> Any:
    models = text_models(editor)
    return completeness(models) if models else None


def reports(editor: User) -> Any:
    """New reports, the oldest first, and how many more there are. One query."""
    if not may_see(editor, Report):
        return None
    new = Report.objects.filter(state=Report.State.NEW).order_by("created", "pk")
    found = list(new.annotate(total=Window(Count("pk")))[:MOST])
    return {"reports": found, "more": found[0].total - len(found) if found else 0}


def audit_faults(editor: User) -> Any:
    return {"result": last_audit()} if may_audit(editor) else None


def changes(editor: User) -> Any:
    if not may_audit(editor):
        return None
    return {"changes": last_changes(timezone.now(), partial(may_see, editor), limit=MOST)}


def register() -> None:
    panels.add(
        Panel("waiting", _("Waits for me"), f"{FOLDER}/waiting.html", waiting),
        Panel("translations", _("Translations"), f"{FOLDER}/translations.html", translations),
        Panel("reports", _("Readers’ reports"), f"{FOLDER}/reports.html", reports),
        Panel("audit", _("Audit of the content"), f"{FOLDER}/audit.html", audit_faults),
        Panel("changes", _("Last changes"), f"{FOLDER}/changes.html", changes),
    )


def _cut(found: list[Waiting]) -> dict[str, Any]:
    return {"texts": found[:MOST], "more": max(0, len(found) - MOST)}


register()
