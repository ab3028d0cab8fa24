"""What readers say is wrong, and what was put right."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments import reports
from amendments.admin.reviewed import ReviewedAdmin
from amendments.models import Correction, Report

Was = Report.State


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    """The inbox. What readers wrote stays as they wrote it; buttons say what becomes of it."""

    change_form_template = "admin/amendments/report/change_form.html"
    list_display = ["created", "state", "page", "__str__", "language", "answered_by"]
    list_filter = ["state", "language", "created"]
    list_select_related = ["answered_by"]
    search_fields = ["page", "what", "where"]
    readonly_fields = [
        "state",
        "page",
        "what",
        "where",
        "contact",
        "language",
        "created",
        "answered_at",
        "answered_by",
    ]
    fields = [*readonly_fields, "fix"]
    date_hierarchy = "created"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def view_on_site(self, report: Report) -> str | None:
        return report.page or None

    def get_urls(self) -> list[URLPattern]:
        step = self.admin_site.admin_view(require_POST(self.step))
        own = path("<int:pk>/step/", step, name="amendments_report_step")
        return [own, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        report: Report | None = self.get_object(request, object_id)
        shown = _shown(report, request) if report else {}
        return super().change_view(request, object_id, form_url, shown | (extra_context or {}))

    def step(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do what a button says; "correct" leads on to the draft it makes."""
        report: Report | None = self.get_object(request, str(pk))
        if report is None:
            raise PermissionDenied
        try:
            done = _take(request.POST.get("verb", ""), report, request)
        except reports.NotNow as refused:
            messages.error(request, str(refused))
        else:
            if isinstance(done, Correction):
                messages.info(request, _("Write what was wrong, then submit it for review."))
                return redirect("admin:amendments_correction_change", done.pk)
            messages.success(request, _("Done: %s.") % report.get_state_display())
        return redirect("admin:amendments_report_change", pk)


@admin.register(Correction)
class CorrectionAdmin(ReviewedAdmin):
    list_display = ["date", "title", "page", "state"]
    list_filter = ["state", "date"]
    search_fields = ["slug", "page", "title_kk", "title_ru", "title_en"]
    date_hierarchy = "date"
    raw_id_fields = ["report"]


def _shown(report: Report, request: HttpRequest) -> dict[str, Any]:
    """Return what may be done with the report, for its buttons."""
    is_open, may = report.state in (Was.NEW, Was.ANSWERED), request.user.has_perm
    return {
        "report": report,
        "step_url": reverse("admin:amendments_report_step", args=[report.pk]),
        "mail_to": reports.mail_to(report) if is_open else "",
        "corrections": report.corrections.all(),
        "may_deal": may(reports.CHANGE),
        "is_open": is_open,
        "may_correct": may(reports.WRITE) and report.state != Was.SPAM,
    }


def _take(verb: str, report: Report, request: HttpRequest) -> Correction | None:
    editor: Any = request.user
    match verb:
        case "answer":
            reports.answer(report, editor=editor, now=timezone.now())
        case "close":
            reports.close(report, editor=editor)
        case "spam":
            reports.mark_as_spam(report, editor=editor)
        case "reopen":
            reports.reopen(report, editor=editor)
        case "correct":
            return reports.publish_correction(report, editor=editor, now=timezone.now())
        case _:
            raise reports.NotNow(_("This is no step to take here."))
    return None
