"""Forms of reviewed content: a draft is saved, a published text gets a proposed change."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.admin.bulk import BulkSteps
from amendments.admin.findings import findings_context, tell_findings
from amendments.admin.history import address
from amendments.admin.previewing import preview_context, preview_urls
from amendments.admin.proposing import tell_proposed
from amendments.admin.signed_in import editor_of
from amendments.admin.stepping import StepForm, step_view
from amendments.admin.two_editors import TwoEditorsAdmin, one_at_a_time
from amendments.entry_of_text import entry_of
from amendments.models import Reviewed, State
from amendments.preview import address_for_readers
from amendments.proposals import as_proposed, open_proposal, propose
from amendments.review import moves, steps_of
from amendments.review_links import links_of, with_experts
from amendments.versions import was_ever_approved
from amendments.wording import wording_of


class ReviewedAdmin(BulkSteps, TwoEditorsAdmin):
    """Nothing that readers see changes by saving a form.

    The form of a published text shows it as proposed, if a change waits. Saving it keeps what
    was written as the proposed change and takes everything else back.
    """

    class Media:
        css = {"all": ["css/admin/history.css"]}
        js = ["js/admin_drafts.js"]

    change_form_template = "admin/amendments/reviewed/change_form.html"
    list_display = ["slug", "state"]
    list_filter = ["state"]
    search_fields = ["slug"]
    readonly_fields = ["state", "author", "approver", "publish_at"]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        text: Reviewed | None = self.get_object(request, object_id or "") if object_id else None
        with one_at_a_time(request, text):
            return self._shown_or_kept(request, object_id, form_url, extra_context or {})

    def _shown_or_kept(
        self,
        request: HttpRequest,
        object_id: str | None,
        form_url: str,
        extra_context: dict[str, Any],
    ) -> HttpResponse:
        text: Reviewed | None = self.get_object(request, object_id or "") if object_id else None
        shown = self._standing(request, text) | extra_context
        if text is None or text.state != State.PUBLISHED:
            return super().changeform_view(request, object_id, form_url, shown)
        written, waiting = None, open_proposal(text)
        with as_proposed(waiting):
            response = super().changeform_view(request, object_id, form_url, shown)
            if hasattr(response, "render"):
                response.render()  # Before what it shows is taken back
            elif getattr(request, "text_was_saved", False):
                written = entry_of(text)
        if written is not None:
            now = timezone.now()
            change = propose(text, written, editor=editor_of(request), now=now)
            tell_proposed(request, waiting, change, now)
        return response

    def save_model(self, request: HttpRequest, text: Any, form: Any, change: bool) -> None:
        """A new text is a draft of its author's."""
        if not change:
            text.state, text.author = State.DRAFT, request.user
        super().save_model(request, text, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A text in review of which anything is changed, a row too, is a draft again."""
        text = form.instance
        if text.state == State.IN_REVIEW and any(each.has_changed() for each in (form, *formsets)):
            text.state = State.DRAFT
            text.save()
            self.message_user(request, _("Changed while in review: it is a draft again."))
        super().save_related(request, form, formsets, change)
        request.text_was_saved = True  # type: ignore[attr-defined]
        tell_findings(self, request, form.instance)

    def response_change(self, request: HttpRequest, text: Any) -> HttpResponse:
        if text.state != State.PUBLISHED:
            return super().response_change(request, text)  # type: ignore[no-any-return]
        return HttpResponseRedirect(request.path)  # What came of it is not known yet

    def has_delete_permission(self, request: HttpRequest, text: Any = None) -> bool:
        """What readers have seen stays: it is withdrawn, not deleted, also when taken up again."""
        if not super().has_delete_permission(request, text):
            return False
        return text is None or (text.state == State.DRAFT and not was_ever_approved(text))

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_step"
        step = path("<path:object_id>/step/", self.admin_site.admin_view(self.step), name=name)
        return [step, *preview_urls(self), *super().get_urls()]

    def step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return step_view(self, request, object_id)

    def shown_again(
        self, request: HttpRequest, object_id: str, as_typed: dict[str, Any]
    ) -> HttpResponse:
        """Show the form with one of the small forms beside it as it was typed and refused."""
        request.method = "GET"  # Of the text itself nothing was sent
        change = address(self, "change", object_id)
        response = self.changeform_view(request, object_id, change, as_typed)
        response.status_code = 422
        return response

    def view_on_site(self, text: Any) -> str | None:
        try:
            return address_for_readers(text) if text.is_public() else None
        except KeyError:
            return None

    def _standing(self, request: HttpRequest, text: Reviewed | None) -> dict[str, Any]:
        """Say where a text is on its way, and what this editor may do with it."""
        if text is None:
            return {}
        change = open_proposal(text)
        opts = self.opts
        links = list(links_of(text))
        steps = [*steps_of(text)[:20], *(steps_of(change)[:20] if change else [])]
        return {
            **preview_context(self, request, text, links),
            **findings_context(text, change),
            "step_url": reverse(f"admin:{opts.app_label}_{opts.model_name}_step", args=[text.pk]),
            "step_form": StepForm(),
            "change_step_form": StepForm(of_change=True),
            "seen": wording_of(text),
            "text": text,
            "proposal": change,
            "moves": moves(text, editor_of(request)),
            "proposal_moves": moves(change, editor_of(request)) if change else [],
            "steps": with_experts(steps, links),
        }
