"""On the dashboard: the questions whose text has changed since they were written."""

from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _

from amendments.admin.dashboard import Panel, panels, while_nothing_changes
from quiz.models import Question
from quiz.pinning import is_stale

MOST = 10


def stale_questions(editor: User) -> Any:
    """The list is worked out once for every public change: it reads all questions."""
    if not (editor.has_perm("quiz.view_question") or editor.has_perm("quiz.change_question")):
        return None
    stale = while_nothing_changes("stale questions", _stale)
    return {"questions": stale[:MOST], "more": max(0, len(stale) - MOST)}


def register() -> None:
    template = "admin/quiz/stale_questions.html"
    panels.add(Panel("stale-questions", _("Stale questions"), template, stale_questions))


def _stale() -> list[tuple[int, str]]:
    questions = Question.objects.with_subject().order_by("slug")
    return [(each.pk, each.slug) for each in questions if is_stale(each)]
