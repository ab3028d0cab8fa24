"""Days as readers give them in an address, and what day it is in Kazakhstan."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

_as_if_on: ContextVar[date | None] = ContextVar("the day of a preview", default=None)


def today() -> date:
    """Return the local day in Kazakhstan (Asia/Almaty), or the chosen day of a preview."""
    return _as_if_on.get() or timezone.localdate()


@contextmanager
def as_if_on(day: date | None) -> Iterator[None]:
    """Let it be another day for a while: for previews and for nothing else."""
    token = _as_if_on.set(day)
    try:
        yield
    finally:
        _as_if_on.reset(token)


@dataclass(frozen=True)
class AskedDay:
    """The day a reader asked for; `refused` keeps what could not be read as a day."""

    day: date | None
    refused: str = ""


def asked_day(given: str | None) -> AskedDay:
    """Read `YYYY-MM-DD`; anything else, an impossible day too, is refused, never an error."""
    if not given:
        return AskedDay(None)
    try:
        return AskedDay(date.fromisoformat(given))
    except ValueError:
        return AskedDay(None, refused=given[:40])
