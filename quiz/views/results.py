from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from quiz.learner_page import learner_page
from quiz.models import Attempt
from quiz.sitting import Results
from quiz.spoken_code import read, written
from quiz.views.taking import own_attempt


@require_safe
@learner_page
def results(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Show how it went: in all, by topic, and each question with what was right and why."""
    attempt = own_attempt(request, attempt_id)
    if not attempt.is_finished:
        return redirect("quiz:attempt", attempt_id)
    context = {"attempt": attempt, "results": Results(attempt, get_language())}
    return render(request, "quiz/results.html", context)


@require_safe
@learner_page
def certificate(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Show a certificate to print, with the code by which anyone can check it.

    There is none for a retry of what was missed.
    """
    attempt = own_attempt(request, attempt_id)
    if not attempt.is_finished:
        return redirect("quiz:attempt", attempt_id)
    if attempt.is_retry:
        raise Http404
    context = {"attempt": attempt, "code": written(attempt.certificate or "")}
    return render(request, "quiz/certificate.html", context)


@require_safe
@learner_page
def check_certificate(request: HttpRequest) -> HttpResponse:
    """Say whether a certificate's code is one of ours, and what it stands for."""
    typed = request.GET.get("code", "")
    code = read(typed)
    found = (
        Attempt.objects.finished().select_related("quiz").filter(certificate=code).first()
        if code
        else None
    )
    context = {"typed": typed, "code": written(code), "attempt": found}
    return render(request, "quiz/check_certificate.html", context)
