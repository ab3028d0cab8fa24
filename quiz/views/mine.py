from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amendments.rate_limit import may_write
from quiz.device_codes import HOLDS, make_code, use_code
from quiz.learner_page import learner_page
from quiz.learners import forget, forget_cookie, learner_of, remember
from quiz.models import Attempt
from quiz.spoken_code import written

MOST_TRIES, WITHIN = 10, 15 * 60  # Codes tried from one address; seconds
MOST_CODES = 60  # Made from one address in as long, where a whole class may sit
MOST_SHOWN = 50


@require_safe
@learner_page
def mine(request: HttpRequest) -> HttpResponse:
    """Show a learner what is kept of them, and how to take it elsewhere or delete it."""
    return _mine(request)


@require_POST
@learner_page
def device_code(request: HttpRequest) -> HttpResponse:
    """Show a code with which another device goes on as the same learner."""
    learner = learner_of(request)
    if learner is None:
        return redirect("quiz:mine")
    if not may_write(request, "new-device-code", most=MOST_CODES, seconds=WITHIN):
        return _put_off(_mine(request, is_over_limit=True))
    code = make_code(learner, timezone.now())
    return _mine(request, code=written(code), minutes=HOLDS.seconds // 60)


@require_http_methods(["GET", "HEAD", "POST"])
@learner_page
def go_on(request: HttpRequest) -> HttpResponse:
    """Take a code from another device; this one then is the same learner."""
    if request.method != "POST":
        return render(request, "quiz/continue.html")
    typed = request.POST.get("code", "")
    if not may_write(request, "device-code", most=MOST_TRIES, seconds=WITHIN):
        context = {"is_over_limit": True, "typed": typed}
        return _put_off(render(request, "quiz/continue.html", context))
    learner = use_code(typed, timezone.now())
    if learner is None:
        context = {"is_unknown": True, "typed": typed}
        return render(request, "quiz/continue.html", context, status=422)
    response = redirect("quiz:mine")
    remember(response, learner)
    return response


@require_POST
@learner_page
def forget_me(request: HttpRequest) -> HttpResponse:
    """Delete everything kept of the learner, at once, and the cookies."""
    learner = learner_of(request)
    if learner is not None:
        forget(learner)
    response = render(request, "quiz/forgotten.html")
    forget_cookie(response)
    return response


def _put_off(response: HttpResponse) -> HttpResponse:
    response.status_code = 429
    response["Retry-After"] = str(WITHIN)
    return response


def _mine(request: HttpRequest, **context: object) -> HttpResponse:
    learner = learner_of(request)
    attempts = Attempt.objects.of(learner).select_related("quiz") if learner else None
    found = list(attempts[:MOST_SHOWN]) if attempts is not None else []
    return render(request, "quiz/mine.html", {"learner": learner, "attempts": found} | context)
