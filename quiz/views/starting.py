from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from amendments.days import today
from amendments.rate_limit import may_write
from quiz.attempts import NothingToAsk, retry_missed, start
from quiz.forms import StartForm
from quiz.learner_page import learner_page
from quiz.learners import learner_of, new_learner, remember
from quiz.models import Attempt
from quiz.quiz_page import QuizPage, offered
from quiz.views.taking import own_attempt
from quiz.views.too_many import HOUR, too_many

MOST = 60  # Attempts an hour from one address, where a whole class may sit


@require_http_methods(["GET", "HEAD", "POST"])
@learner_page
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask how the learner wants the questions, then start: from here on there is a cookie."""
    quiz = get_object_or_404(offered(), slug=slug)
    form = StartForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        known = learner_of(request)
        earlier = Attempt.objects.filter(learner=known, quiz=quiz, finished_at=None)
        context = {"page": QuizPage(quiz), "form": form, "earlier": earlier[:3] if known else []}
        return render(request, "quiz/begin.html", context, status=422 if form.errors else 200)
    if not may_write(request, "attempt", most=MOST, seconds=HOUR):
        return too_many(request, back=reverse("quiz:quiz", args=[slug]))
    learner = learner_of(request) or new_learner(today())
    try:
        attempt = start(
            quiz, learner=learner, language=get_language(), now=timezone.now(), **form.options()
        )
    except NothingToAsk:
        return render(request, "quiz/nothing_to_ask.html", {"quiz": quiz}, status=404)
    response = _to_first(attempt)
    remember(response, learner)
    return response


@require_POST
@learner_page
def retry(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Start again with what was missed, or lead to where that was begun."""
    earlier = own_attempt(request, attempt_id)
    if not earlier.is_finished:
        return redirect("quiz:attempt", attempt_id)
    if not may_write(request, "attempt", most=MOST, seconds=HOUR):
        return too_many(request, back=reverse("quiz:results", args=[attempt_id]))
    try:
        return _to_first(retry_missed(earlier, language=get_language(), now=timezone.now()))
    except NothingToAsk:
        return redirect("quiz:results", earlier.pk)


def _to_first(attempt: Attempt) -> HttpResponse:
    if attempt.on_one_page:
        return redirect("quiz:attempt", attempt.pk)
    return redirect("quiz:question", attempt.pk, 1)
