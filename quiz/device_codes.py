"""How one learner goes on with a second device: a code, for some minutes, for one use."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from quiz.models import DeviceCode, Learner
from quiz.spoken_code import new_code, read

LENGTH = 8  # 40 bits, for a quarter of an hour, with few tries
HOLDS = timedelta(minutes=15)


def make_code(learner: Learner, now: datetime) -> str:
    """Return a new code; an earlier one of the learner holds no longer."""
    code = new_code(LENGTH)
    DeviceCode.objects.update_or_create(
        learner=learner, defaults={"digest": _digest(code), "expires_at": now + HOLDS}
    )
    return code


@transaction.atomic
def use_code(typed: str, now: datetime) -> Learner | None:
    """Return the learner whose code was typed, once; None for an unknown or expired one."""
    found = (
        DeviceCode.objects.select_for_update()
        .filter(digest=_digest(read(typed)), expires_at__gt=now)
        .select_related("learner")
        .first()
    )
    if found is None:
        return None
    found.delete()
    return found.learner


def _digest(code: str) -> str:
    return salted_hmac("quiz.device_codes", code, algorithm="sha256").hexdigest()
