"""Whose the lines of the histories are, and of which moment, where the request does not say so."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.dispatch import receiver
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record


@dataclass(frozen=True)
class _Writing:
    editor: User | None
    at: datetime | None


_writing: ContextVar[_Writing | None] = ContextVar("who writes, and when", default=None)


@contextmanager
def written_by(editor: User | None, *, at: datetime | None = None) -> Iterator[None]:
    """Have the editor (None: nobody) in every line of a text and of its rows, whoever asks.

    The lines are of the moment `at`, or of now. The request is not looked at: a public page may
    be what makes a change take effect, and asks for no session.
    """
    token = _writing.set(_Writing(editor, at))
    context = HistoricalRecords.context
    request, context.request = getattr(context, "request", None), None
    try:
        yield
    finally:
        context.request = request
        _writing.reset(token)


@receiver(pre_create_historical_record, dispatch_uid="written by")
def _sign(history_instance: Any, **signal: Any) -> None:
    writing = _writing.get()
    if writing is not None:
        history_instance.history_user = writing.editor
        history_instance.history_date = writing.at or history_instance.history_date
