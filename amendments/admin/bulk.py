"""One step for many texts at once, asked once more before it is taken.

A published text with a change that waits is submitted and approved by its change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin, action
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amendments import review
from amendments.admin.conflicts import tell_conflict
from amendments.models import ProposedChange, Reviewed, ReviewStep, State
from amendments.proposals import approve_change
from amendments.publication_checks import faults_of
from amendments.wording import wording_of

Verb = ReviewStep.Verb
MOST = 500  # Texts; each costs some queries, and a form has room for no more than 1,000
TEMPLATE = "admin/amendments/bulk_confirm.html"


@dataclass(frozen=True)
class Planned:
    """A text and what is to be moved: itself, or its change. `obstacle`: why it will not be."""

    text: Reviewed
    moved: Reviewed
    obstacle: str = ""

    @property
    def is_change(self) -> bool:
        return isinstance(self.moved, ProposedChange)


def plan(texts: Iterable[Reviewed], verb: Verb, editor: Any) -> list[Planned]:
    """Say of each text what the step would do to it now."""
    listed = list(texts)
    waiting = {} if verb == Verb.WITHDRAW else _changes_of(listed)
    return [_planned(text, waiting.get(text.pk, text), verb, editor) for text in listed]


def _planned(text: Reviewed, moved: Reviewed, verb: Verb, editor: Any) -> Planned:
    refused = review.why_not(moved, verb, editor)
    if not review.leads_from(moved, verb):
        refused = _("It is already: %s.") % moved.get_state_display()
    elif refused is None and verb == Verb.APPROVE:
        refused = " ".join(faults_of(moved)) or None
    return Planned(text, moved, refused or "")


def _changes_of(texts: list[Reviewed]) -> dict[int, Reviewed]:
    public = [text.pk for text in texts if text.state == State.PUBLISHED]
    if not public:
        return {}
    kind = ContentType.objects.get_for_model(texts[0])
    waiting = ProposedChange.objects.waiting().filter(content_type=kind, object_id__in=public)
    return {change.object_id: change for change in waiting.select_related("content_type")}


def _take(moved: Reviewed, verb: Verb, editor: Any, comment: str, seen: str) -> None:
    step: Any = review.approve
    if verb == Verb.SUBMIT:
        step = review.submit
    elif verb == Verb.WITHDRAW:
        step = review.withdraw
    elif isinstance(moved, ProposedChange):
        step = approve_change
    step(moved, editor=editor, now=timezone.now(), comment=comment, seen=seen)


def _asked_once_more(
    model_admin: Any, request: HttpRequest, texts: QuerySet[Any], verb: Verb, title: str
) -> TemplateResponse | None:
    if texts.count() > MOST:
        messages.error(request, _("That is too many at once: at most %d.") % MOST)
        return None
    planned = plan(texts, verb, request.user)
    will = [each for each in planned if not each.obstacle]
    comment = request.POST.get("comment", "").strip()
    lacks_reason = verb in review.NEEDS_COMMENT and not comment
    if "confirmed" in request.POST and not lacks_reason:
        _do(request, will, verb, comment)
        return None
    context = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
        "will": will,
        "seen": " ".join(f"{each.text.pk}:{wording_of(each.text)}" for each in will),
        "will_not": [each for each in planned if each.obstacle],
        "needs_comment": verb in review.NEEDS_COMMENT,
        "lacks_reason": lacks_reason and "confirmed" in request.POST,
        "action": request.POST.get("action", ""),
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, TEMPLATE, context)


def _do(request: HttpRequest, planned: list[Planned], verb: Verb, comment: str) -> None:
    """Take each step by itself: one that fails does not take the others back."""
    done = 0
    seen = dict(each.split(":", 1) for each in request.POST.get("seen", "").split() if ":" in each)
    for each in planned:
        try:
            _take(each.moved, verb, request.user, comment, seen.get(str(each.text.pk), ""))
        except (review.IllegalMove, PermissionDenied) as refused:
            messages.error(request, f"{each.text}: {refused}")
        else:
            done += not tell_conflict(request, each.moved)
    said = ngettext("Done with %d text.", "Done with %d texts.", done) % done
    messages.success(request, f"{verb.label}: {said}")


Answer = TemplateResponse | None


@action(description=gettext_lazy("Submit for review"), permissions=["change"])
def submit_many(model_admin: Any, request: HttpRequest, texts: QuerySet[Any]) -> Answer:
    return _asked_once_more(model_admin, request, texts, Verb.SUBMIT, _("Submit for review"))


@action(description=gettext_lazy("Approve what I may"), permissions=["review"])
def approve_many(model_admin: Any, request: HttpRequest, texts: QuerySet[Any]) -> Answer:
    return _asked_once_more(model_admin, request, texts, Verb.APPROVE, _("Approve what I may"))


@action(description=gettext_lazy("Withdraw, with a reason"), permissions=["publish"])
def withdraw_many(model_admin: Any, request: HttpRequest, texts: QuerySet[Any]) -> Answer:
    return _asked_once_more(model_admin, request, texts, Verb.WITHDRAW, _("Withdraw"))


STEPS: list[Any] = [submit_many, approve_many, withdraw_many]


class BulkSteps(ModelAdmin):
    """For the admin of reviewed texts: the steps, and who is offered them."""

    actions = STEPS

    def has_review_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(review.REVIEW)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(review.PUBLISH)
