"""Changes of published texts: written beside them, approved, and put in their place in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.db.models.signals import pre_save
from django.utils import translation
from simple_history.models import HistoricalRecords

from amendments.content_files import BadContent, Entry, kinds
from amendments.content_files.shape import digest
from amendments.entry_of_text import as_yaml, entry_of, from_yaml, kind_of, save_entry
from amendments.freshness import one_public_change
from amendments.models import ProposedChange, Reviewed, ReviewStep, State
from amendments.review import approve, log_step

Verb = ReviewStep.Verb
REASON = "proposed change"
FIRST_PRETENDED_KEY = 2_000_000_000


def open_proposal(text: Reviewed) -> ProposedChange | None:
    """Return the change of a text that waits, if one does."""
    kind = ContentType.objects.get_for_model(text)
    waiting = ProposedChange.objects.waiting()
    return waiting.filter(content_type=kind, object_id=text.pk).first()


@transaction.atomic
def propose(text: Reviewed, entry: Entry, *, editor: User, now: datetime) -> ProposedChange | None:
    """Keep how a published text shall read; readers go on seeing it as it is.

    A change that waits already becomes this one and is a draft again. None, and a waiting
    change discarded, where the entry says what is public.
    """
    public = entry_of(text)
    change = open_proposal(text)
    if digest(public) == digest(entry):
        return change
    if change is None:
        change = ProposedChange(text=text, kind=kind_of(type(text)).name, slug=entry["slug"])
    change.entry, change.base = as_yaml(entry), as_yaml(public)
    change.author, change.approver, change.publish_at = editor, None, None
    change.state, change.conflict, change.proposed_at = State.DRAFT, "", now
    change._change_reason = "write"  # type: ignore[attr-defined]
    change.save()
    log_step(text, Verb.PROPOSE, editor=editor, now=now)
    return change


def proposed_entry(change: ProposedChange) -> Entry:
    """Raises BadContent for what the content files no longer know."""
    return from_yaml(kinds[change.kind], change.entry)


def base_entry(change: ProposedChange) -> Entry:
    return from_yaml(kinds[change.kind], change.base)


def apply_due(now: datetime) -> int:
    """Put every approved change whose moment has come in the place of its text.

    One that no longer fits what is public is left waiting, with the conflict named.
    """
    due = (
        ProposedChange.objects.waiting()
        .filter(Q(publish_at__isnull=True) | Q(publish_at__lte=now), state=State.PUBLISHED)
        .filter(conflict="")
        .order_by("publish_at", "pk")
    )
    return sum(_apply(change.pk, now) for change in due)


def approve_change(
    change: ProposedChange,
    *,
    editor: User,
    now: datetime,
    publish_at: datetime | None = None,
    comment: str = "",
) -> None:
    """Approve a change; without a moment to wait for, it takes effect at once."""
    approve(change, editor=editor, now=now, publish_at=publish_at, comment=comment)
    apply_due(now)


def _apply(pk: int, now: datetime) -> bool:
    """Apply one change, once, whoever else is about to."""
    with (
        transaction.atomic(),
        one_public_change(),
        _in_the_default_language(),
        _by_nobody_who_asks(),
    ):
        change = ProposedChange.objects.waiting().select_for_update().filter(pk=pk).first()
        if change is None:
            return False
        try:
            with transaction.atomic():
                _put_in_place(change)
        except (BadContent, IntegrityError, Conflict) as error:
            change.conflict = str(error)
        else:
            change.applied_at = now
            log_step(_text_of(change), Verb.APPLY, editor=None, now=now)
        change._change_reason = "apply"  # type: ignore[attr-defined]
        change.save()
        return change.applied_at is not None


class Conflict(Exception):
    """What is public is no longer what the change was made from."""


def _put_in_place(change: ProposedChange) -> None:
    text = _text_of(change)
    if digest(entry_of(text)) != digest(base_entry(change)):
        raise Conflict("The text was changed since the change was proposed: look at both again.")
    text.author, text.approver = change.author, change.approver
    text._history_user = change.approver  # type: ignore[attr-defined]
    text._change_reason = f"{REASON} {change.pk}"  # type: ignore[attr-defined]
    text.save()
    save_entry(text, proposed_entry(change), reason=f"{REASON} {change.pk}")


def _text_of(change: ProposedChange) -> Reviewed:
    """Read the text anew: what is in memory may have been taken back. Raises Conflict."""
    kind = change.content_type.model_class()
    text = kind._base_manager.filter(pk=change.object_id).first() if kind else None
    if not isinstance(text, Reviewed):
        raise Conflict("The text was deleted.")
    return text


@contextmanager
def as_proposed(change: ProposedChange | None) -> Iterator[None]:
    """Let the database say for a while what the change would make of it, then take it back.

    New rows get keys that are the same every time, so that a form shown in one request can be
    taken in by the next. Everything written inside is taken back too.
    """
    with transaction.atomic():
        if change is not None:
            with _in_the_default_language(), _pretended_keys():
                save_entry(_text_of(change), proposed_entry(change), reason=REASON)
        try:
            yield
        finally:
            transaction.set_rollback(True)


@contextmanager
def _pretended_keys() -> Iterator[None]:
    keys = count(FIRST_PRETENDED_KEY)

    def give_key(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
        if instance.pk is None and not sender.__name__.startswith("Historical"):
            instance.pk = next(keys)

    pre_save.connect(give_key, weak=False)
    try:
        yield
    finally:
        pre_save.disconnect(give_key)


@contextmanager
def _by_nobody_who_asks() -> Iterator[None]:
    """Keep whoever asks for a page when a change comes due out of the history of it."""
    context = HistoricalRecords.context
    request = getattr(context, "request", None)
    context.request = None
    try:
        yield
    finally:
        context.request = request


def _in_the_default_language() -> Any:
    return translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE)
