from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from amendments.page_or_partial import render_page_or_partial, wants_partial
from amendments.rate_limit import may_write
from quiz.attempts import (
    Closed,
    finish,
    is_late,
    mark_for_later,
    open_answer,
    record,
    record_all,
)
from quiz.learner_page import learner_page
from quiz.learners import learner_id
from quiz.models import Answer, Attempt
from quiz.question_types import BadAnswer, Form
from quiz.shown_question import shown_answer
from quiz.sitting import Results, Row, seconds_left
from quiz.views.too_many import HOUR, too_many

MOST_MARKS = 1_000  # Set or taken away within an hour from one address, where a class may sit


@require_http_methods(["GET", "HEAD"])
@learner_page
def attempt(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Show where an attempt stands; all its questions, if that is how it was started."""
    sitting = own_attempt(request, attempt_id)
    if sitting.is_finished:
        return redirect("quiz:results", attempt_id)
    return render(request, "quiz/attempt.html", _overview(sitting))


@require_http_methods(["GET", "HEAD", "POST"])
@learner_page
def question(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """Ask one question, take its answer, and say at once what was right and why."""
    try:
        if request.method == "POST":
            return _answered(request, attempt_id, position)
        answer = open_answer(attempt_id, own_learner(request), position)
    except (Answer.DoesNotExist, Attempt.DoesNotExist) as error:
        raise Http404 from error  # Or the learner was forgotten meanwhile
    if answer.attempt.is_finished or is_late(answer.attempt, timezone.now()):
        finish(attempt_id, now=timezone.now())
        return redirect("quiz:results", attempt_id)
    return _question_page(request, answer)


@require_POST
@learner_page
def all_answers(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Take what was filled in on the page of all questions; what is faulty stays open."""
    sitting = own_attempt(request, attempt_id)
    open_ones = sitting.answers.filter(answered_at__isnull=True)
    sent = {at: _form(request, at) for at in open_ones.values_list("position", flat=True)}
    filled = {at: form for at, form in sent.items() if form.is_filled}
    place, now = (attempt_id, own_learner(request)), timezone.now()
    try:
        faults = record_all(*place, filled, language=get_language(), now=now)
    except Closed:
        return redirect("quiz:attempt", attempt_id)
    if faults:
        context = _overview(sitting, faults, request)
        return render(request, "quiz/attempt.html", context, status=422)
    return redirect("quiz:attempt", attempt_id)


@require_http_methods(["GET", "HEAD", "POST"])
@learner_page
def mark(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """Mark a question for later, or take the mark away; what is filled in stands again.

    Whoever reads the page once more, or in another language, is led to the question.
    """
    sitting = own_attempt(request, attempt_id)
    place = reverse("quiz:question", args=[attempt_id, position])
    if sitting.on_one_page:
        place = f"{reverse('quiz:attempt', args=[attempt_id])}#question-{position}"
    if request.method != "POST":
        return redirect(place)
    if not may_write(request, "mark", most=MOST_MARKS, seconds=HOUR):
        return too_many(request, back=place)
    marked = request.POST.get("marked") == "yes"
    mark_for_later(attempt_id, own_learner(request), position, marked=marked)
    if sitting.on_one_page and not sitting.is_finished:
        return render(request, "quiz/attempt.html", _overview(sitting, sent=request))
    return redirect(place)


@require_POST
@learner_page
def finishing(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Close the attempt and lead to the results."""
    own_attempt(request, attempt_id)
    finish(attempt_id, now=timezone.now())
    return redirect("quiz:results", attempt_id)


def own_learner(request: HttpRequest) -> UUID:
    """Raises Http404 without a learner's cookie: to whom it belongs is nobody's business."""
    known = learner_id(request)
    if known is None:
        raise Http404
    return known


def own_attempt(request: HttpRequest, attempt_id: UUID) -> Attempt:
    """Return the learner's attempt, finished if its time is up. Raises Http404."""
    found = get_object_or_404(
        Attempt.objects.select_related("quiz__topic", "learner"),
        pk=attempt_id,
        learner_id=own_learner(request),
    )
    now = timezone.now()
    if not found.is_finished and is_late(found, now):
        closed = finish(found.pk, now=now)
        found.finished_at, found.score = closed.finished_at, closed.score
    return found


def _answered(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    place, now = (attempt_id, own_learner(request), position), timezone.now()
    try:
        recorded = record(*place, _form(request), language=get_language(), now=now)
    except BadAnswer as fault:
        return _question_page(request, open_answer(*place), fault=str(fault), status=422)
    except Closed:
        finish(attempt_id, now=now)
        results = reverse("quiz:results", args=[attempt_id])
        return HttpResponseClientRedirect(results) if wants_partial(request) else redirect(results)
    if wants_partial(request):
        return _question_page(request, recorded.answer, was_there=not recorded.is_new)
    return redirect("quiz:question", attempt_id, position)


def _question_page(
    request: HttpRequest,
    answer: Answer,
    *,
    fault: str = "",
    was_there: bool = False,
    status: int = 200,
) -> HttpResponse:
    shown = shown_answer(answer, get_language())
    if fault:
        shown.fault, shown.sent = fault, _form(request)
    row = Row(answer.attempt)
    context = {
        "attempt": answer.attempt,
        "answer": answer,
        "shown": shown,
        "row": row,
        "next": row.next_open(answer.position),
        "previous": answer.position - 1,
        "following": answer.position + 1 if answer.position < row.count else None,
        "was_there": was_there,
        "seconds_left": seconds_left(answer.attempt, timezone.now()),
    }
    response = render_page_or_partial(request, "quiz/question.html", "question", context)
    response.status_code = status
    return response


def _overview(
    sitting: Attempt, faults: dict[int, str] | None = None, sent: HttpRequest | None = None
) -> dict[str, Any]:
    context: dict[str, Any] = {
        "attempt": sitting,
        "row": Row(sitting),
        "seconds_left": seconds_left(sitting, timezone.now()),
        "faults": faults,
    }
    if sitting.on_one_page:
        asked = []
        for answer in Results(sitting, get_language()).answers:
            shown = shown_answer(answer, get_language(), prefix=f"{answer.position}-")
            shown.fault = (faults or {}).get(answer.position, "")
            if sent is not None:
                shown.sent = _form(sent, answer.position)
            asked.append((answer, shown))
        context["asked"] = asked
    return context


def _form(request: HttpRequest, position: int | None = None) -> Form:
    return Form(dict(request.POST.lists()), prefix=f"{position}-" if position else "")
