"""The learner behind a request: a random id in a signed cookie, set when a quiz is started."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from quiz.models import Learner

COOKIE = "learner"
SALT = "quiz.learner"
DAYS = 180  # As long as `forget_learners` keeps someone who does not come back


def learner_id(request: HttpRequest) -> UUID | None:
    """Return the id that the cookie vouches for. No query: the learner may be gone."""
    signed = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=DAYS * 86_400)
    try:
        return UUID(hex=signed)
    except ValueError:
        return None


def learner_of(request: HttpRequest) -> Learner | None:
    known = learner_id(request)
    return Learner.objects.filter(pk=known).first() if known else None


def new_learner(day: date) -> Learner:
    return Learner.objects.create(active_on=day)


def remember(response: HttpResponse, learner: Learner) -> None:
    response.set_signed_cookie(
        COOKIE,
        learner.pk.hex,
        salt=SALT,
        max_age=DAYS * 86_400,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


@transaction.atomic
def forget(learner: Learner) -> None:
    """Delete the learner with every attempt, answer and code; certificates lose their proof.

    The attempts are locked first, in the order in which an answer locks: none waits for ever.
    """
    list(learner.attempts.select_for_update().values_list("pk"))
    learner.delete()


def forget_cookie(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")
    response.delete_cookie(settings.CSRF_COOKIE_NAME, samesite=settings.CSRF_COOKIE_SAMESITE)


def note_activity(learner: Learner, day: date) -> None:
    """One UPDATE, on the first activity of a day only."""
    if learner.active_on < day:
        Learner.objects.filter(pk=learner.pk, active_on__lt=day).update(active_on=day)


def forget_inactive(before: date) -> int:
    """Delete the learners whose last activity was before that day; return how many."""
    _rows, deleted = Learner.objects.filter(active_on__lt=before).delete()
    return deleted.get(Learner._meta.label, 0)
