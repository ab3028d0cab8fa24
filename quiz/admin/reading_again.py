"""Questions whose text has changed, read against it: asked once more before they are pinned."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amendments.admin.bulk import TEMPLATE, Planned
from amendments.admin.signed_in import editor_of
from amendments.proposals import open_proposal
from quiz.models import Question
from quiz.pinning import is_stale, read_again


@admin.action(
    description=gettext_lazy("I have read them against the text: pin them"), permissions=["change"]
)
def read_against_the_text(
    model_admin: Any, request: HttpRequest, questions: QuerySet[Question]
) -> TemplateResponse | None:
    planned = [Planned(question, question, _obstacle(question)) for question in questions]
    will = [each for each in planned if not each.obstacle]
    if "confirmed" in request.POST:
        _pin(request, [each.text for each in will])
        return None
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("I have read them against the text: pin them"),
        "opts": model_admin.opts,
        "will": will,
        "will_not": [each for each in planned if each.obstacle],
        "action": request.POST.get("action", ""),
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, TEMPLATE, context)


def _obstacle(question: Question) -> str:
    """Say why a question is not to be pinned, or nothing."""
    if not is_stale(question):
        return _("It fits its text.")
    if open_proposal(question) is not None:  # It would no longer fit what it was made from
        return _("A change of it waits: decide that first.")
    return ""


def _pin(request: HttpRequest, questions: list[Any]) -> None:
    comment, now = request.POST.get("comment", ""), timezone.now()
    for question in questions:
        read_again(question, editor=editor_of(request), now=now, comment=comment)
    number = len(questions)
    said = ngettext("%d question pinned.", "%d questions pinned.", number) % number
    messages.success(request, said)
