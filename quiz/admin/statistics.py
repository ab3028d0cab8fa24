"""Item analysis and the misconception map, for staff who may see quizzes.

`urlpatterns` go into an admin's `get_urls()`, before its own.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from amendments.languages import LANGUAGES, NAMES
from amendments.models import Topic
from amendments.texts import text_in
from quiz.asking import language_of
from quiz.misconception_map import misconception_map
from quiz.models import Quiz
from quiz.quiz_statistics import MINIMUM_ATTEMPTS, QuestionStatistics, quiz_statistics
from quiz.statistics_csv import map_rows, statistics_rows, write_rows

View = Callable[..., HttpResponse]

# What is counted of each type of question, where it is not how often an answer was chosen
COUNTED = {
    "ordering": _("Right place"),
    "matching": _("Right match"),
    "mark_the_change": _("Marked"),
    "number": _("Given"),
    "short_answer": _("Given"),
}


def for_editors(view: View) -> View:
    """Let staff in who may see quizzes; others are sent to log in, or refused."""
    may_see = permission_required("quiz.view_quiz", raise_exception=True)
    return require_safe(staff_member_required(may_see(view)))


@for_editors
def quizzes(request: HttpRequest) -> HttpResponse:
    """List the quizzes, with how often each was finished."""
    finished = Count("attempts", filter=Q(attempts__finished_at__isnull=False))
    shown = Quiz.objects.annotate(finished=finished)
    return _page(request, "quizzes", gettext("Item analysis"), {"quizzes": shown})


@for_editors
def of_quiz(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the figures of a quiz's questions, and how each was answered."""
    quiz = get_object_or_404(Quiz, slug=slug)
    context = {
        "quiz": quiz,
        "questions": [_shown(each) for each in _statistics(request, quiz)],
        "all_attempts": _wants_all(request),
    }
    return _page(request, "quiz", gettext("Item analysis: %s") % quiz.title, context)


@for_editors
def of_quiz_csv(request: HttpRequest, slug: str) -> HttpResponse:
    quiz = get_object_or_404(Quiz, slug=slug)
    return _file(f"item-analysis-{quiz.slug}.csv", statistics_rows(_statistics(request, quiz)))


@for_editors
def misconceptions(request: HttpRequest) -> HttpResponse:
    """Show which wrong answers are chosen, how often, and of which change."""
    context = {
        "rows": misconception_map(**_map_asked_for(request)),
        "topic": request.GET.get("topic", ""),
        "topics": Topic.objects.only("slug", "title"),
    }
    return _page(request, "misconceptions", gettext("Misconception map"), context)


@for_editors
def misconceptions_csv(request: HttpRequest) -> HttpResponse:
    return _file("misconceptions.csv", map_rows(misconception_map(**_map_asked_for(request))))


def _statistics(request: HttpRequest, quiz: Quiz) -> list[QuestionStatistics]:
    return quiz_statistics(
        quiz,
        language=_language(request),
        all_attempts=_wants_all(request),
        shown_in=_reading(),
    )


def _map_asked_for(request: HttpRequest) -> dict[str, Any]:
    return {
        "topic": request.GET.get("topic") or None,
        "language": _language(request),
        "shown_in": _reading(),
    }


def _shown(statistics: QuestionStatistics) -> dict[str, Any]:
    question = statistics.question
    return {
        "statistics": statistics,
        "prompt": text_in(_reading(), question, "prompt"),
        "counted": COUNTED.get(question.type, _("Chosen")),
        "open": statistics.figures.attempts - statistics.answered,
        "language": language_of(question, _reading()),
    }


def _language(request: HttpRequest) -> str | None:
    asked_for = request.GET.get("language", "")
    return asked_for if asked_for in LANGUAGES else None


def _reading() -> str:
    """Return the language of the admin."""
    language = get_language()
    return language if language in LANGUAGES else "en"


def _wants_all(request: HttpRequest) -> bool:
    return request.GET.get("attempts") == "all"


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    always = {
        **admin.site.each_context(request),
        "title": title,
        "minimum": MINIMUM_ATTEMPTS,
        "language": _language(request) or "",
        "languages": NAMES.items(),
        "query": request.GET.urlencode(),
    }
    return TemplateResponse(request, f"admin/quiz/statistics_{name}.html", always | context)


def _file(name: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    response = HttpResponse(
        content_type="text/csv; charset=utf-8", headers={"Content-Disposition": disposition}
    )
    write_rows(response, rows)  # type: ignore[arg-type]  # A response can be written to
    return response


urlpatterns = [
    path("statistics/", quizzes, name="quiz_statistics"),
    path("statistics/<slug:slug>/", of_quiz, name="quiz_statistics_of_quiz"),
    path("statistics/<slug:slug>.csv", of_quiz_csv, name="quiz_statistics_of_quiz_csv"),
    path("misconceptions/", misconceptions, name="quiz_misconceptions"),
    path("misconceptions.csv", misconceptions_csv, name="quiz_misconceptions_csv"),
]
