"""Changes of published texts: written beside them, approved, and put in their place in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from itertools import count
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, models, transaction
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils import translation
from django.utils.translation import gettext_noop

from amendments.content_files import BadContent, Entry, kinds
from amendments.content_files.shape import digest
from amendments.entry_of_text import as_yaml, entry_of, from_yaml, kind_of, save_entry
from amendments.freshness import one_public_change
from amendments.history_lines import written_by
from amendments.locking import lock_text, locked
from amendments.models import ProposedChange, Reviewed, ReviewStep, State
from amendments.review import approve, log_step
from amendments.versions import events_of

Verb = ReviewStep.Verb
REASON = "proposed change"
FIRST_PRETENDED_KEY = 2_000_000_000

# Of one thread: what others save meanwhile stays, and has keys of its own
_keys: ContextVar[Iterator[int] | None] = ContextVar("pretended keys", default=None)


def open_proposal(text: Reviewed) -> ProposedChange | None:
    """Return the change of a text that waits, if one does."""
    return ProposedChange.objects.waiting().of(text).first()


@transaction.atomic
def propose(text: Reviewed, entry: Entry, *, editor: User, now: datetime) -> ProposedChange | None:
    """Keep how a published text shall read; readers go on seeing it as it is.

    A change that waits already becomes this one and is a draft again; one that says the same
    is left where it is. None, and a waiting change discarded, where the entry says what is
    public.
    """
    text = locked(text)
    change = open_proposal(text)
    if change is not None and change.has_come():
        _apply(change, now)
        change = open_proposal(text)
    public = entry_of(text)
    if digest(public) == digest(entry):
        if change is not None:
            _give_up(change, editor, now)
        return None
    if change is not None and _says(change, entry, public):
        return change
    if change is None:
        change = ProposedChange(text=text, kind=kind_of(type(text)).name, slug=entry["slug"])
    change.entry, change.base = as_yaml(entry), as_yaml(public)
    change.author, change.approver, change.publish_at = editor, None, None
    change.state, change.conflict, change.proposed_at = State.DRAFT, "", now
    change._change_reason = "write"  # type: ignore[attr-defined]
    with written_by(editor):
        change.save()
    log_step(text, Verb.PROPOSE, editor=editor, now=now)
    return change


def _says(change: ProposedChange, entry: Entry, public: Entry) -> bool:
    """Say whether a change says so already, and was made from what is public now."""
    try:
        said, base = proposed_entry(change), base_entry(change)
    except BadContent:
        return False
    as_it_is = not change.conflict and digest(base) == digest(public)
    return as_it_is and digest(said) == digest(entry)


def _give_up(change: ProposedChange, editor: User, now: datetime) -> None:
    """Discard a change, by whoever may write another in its place."""
    change.state = State.WITHDRAWN
    change._change_reason = Verb.DISCARD.value  # type: ignore[attr-defined]
    with written_by(editor):
        change.save(update_fields=["state"])
    log_step(change, Verb.DISCARD, editor=editor, now=now)


def proposed_entry(change: ProposedChange) -> Entry:
    """Raises BadContent for what the content files no longer know."""
    return from_yaml(kinds[change.kind], change.entry)


def base_entry(change: ProposedChange) -> Entry:
    return from_yaml(kinds[change.kind], change.base)


def apply_due(now: datetime) -> int:
    """Put every approved change whose moment has come in the place of its text.

    One that no longer fits what is public is left waiting, with the conflict named.
    """
    due = ProposedChange.objects.due(now).order_by("publish_at", "pk")
    return sum(_apply(change, now) for change in due)


@transaction.atomic
def approve_change(
    change: ProposedChange,
    *,
    editor: User,
    now: datetime,
    publish_at: datetime | None = None,
    comment: str = "",
    seen: str | None = None,
) -> None:
    """Approve a change; without a moment to wait for, it takes effect at once.

    Where it cannot, its `conflict` says why.
    """
    approve(change, editor=editor, now=now, publish_at=publish_at, comment=comment, seen=seen)
    _apply(change, now)
    change.refresh_from_db()


def _apply(due: ProposedChange, now: datetime) -> bool:
    """Apply one change if it is due, once, whoever else is about to."""
    with (
        transaction.atomic(),
        one_public_change(),
        _in_the_default_language(),
        written_by(None),
    ):
        lock_text(due.content_type, due.object_id)
        change = ProposedChange.objects.due(now).select_for_update().filter(pk=due.pk).first()
        if change is None:
            return False
        try:
            with transaction.atomic():
                moment = _put_in_place(change, now)
        except (BadContent, IntegrityError, Conflict) as error:
            change.conflict = str(error)
        else:
            change.applied_at = moment
            log_step(_text_of(change), Verb.APPLY, editor=None, now=moment)
        change._change_reason = "apply"  # type: ignore[attr-defined]
        change.save()
        return change.applied_at is not None


class Conflict(Exception):
    """What is public is no longer what the change was made from."""


NOT_PUBLISHED = gettext_noop("The text was not published any more when the change came due.")
CHANGED = gettext_noop("The text was changed since the change was proposed: look at both again.")
DELETED = gettext_noop("The text was deleted.")


def _put_in_place(change: ProposedChange, now: datetime) -> datetime:
    """Write the change into its text, and return since when readers see it."""
    text = _text_of(change)
    if text.state != State.PUBLISHED:
        raise Conflict(NOT_PUBLISHED)
    if digest(entry_of(text)) != digest(base_entry(change)):
        raise Conflict(CHANGED)
    moment = _since_when(change, text, now)
    with written_by(change.approver, at=moment):
        text.author, text.approver = change.author, change.approver
        text._change_reason = f"{REASON} {change.pk}"  # type: ignore[attr-defined]
        text.save()
        save_entry(text, proposed_entry(change), reason=f"{REASON} {change.pk}")
    return moment


def _since_when(change: ProposedChange, text: Reviewed, now: datetime) -> datetime:
    """Return the minute that was set, though nobody asked for a page before now.

    Now, where none was set or something was written in between: histories go forwards only.
    """
    written = max(event.at for event in (*events_of(text), *events_of(change)))
    minute = change.publish_at
    return minute if minute is not None and written <= minute <= now else max(written, now)


def _text_of(change: ProposedChange) -> Reviewed:
    """Read the text anew: what is in memory may have been taken back. Raises Conflict."""
    kind = change.content_type.model_class()
    text = kind._base_manager.filter(pk=change.object_id).first() if kind else None
    if not isinstance(text, Reviewed):
        raise Conflict(DELETED)
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
    token = _keys.set(count(FIRST_PRETENDED_KEY))
    try:
        yield
    finally:
        _keys.reset(token)


@receiver(pre_save, dispatch_uid="pretended keys")
def _give_key(*, sender: type[models.Model], instance: models.Model, **signal: Any) -> None:
    keys = _keys.get()
    if keys and instance.pk is None and not sender.__name__.startswith("Historical"):
        instance.pk = next(keys)


def _in_the_default_language() -> Any:
    return translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE)
