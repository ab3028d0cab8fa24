"""The way of a text to its readers: submit, approve, send back, withdraw.

Plain verbs with an editor; each is one transaction and leaves a step in the log. They hold for
every `Reviewed` text and for a `ProposedChange` of one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amendments.history_lines import written_by
from amendments.locking import locked
from amendments.models import ProposedChange, Reviewed, ReviewStep, State
from amendments.publication_checks import faults_of
from amendments.wording import wording_of
from amendments.writers import writers_of

Verb = ReviewStep.Verb

WRITE, REVIEW, PUBLISH = "change", "amendments.review_content", "amendments.publish_content"
TRANSLATE = "amendments.translate_content"

# From which state a verb leads to which, and the right it takes
MOVES: dict[Verb, tuple[tuple[State, ...], State, str]] = {
    Verb.SUBMIT: ((State.DRAFT,), State.IN_REVIEW, WRITE),
    Verb.SEND_BACK: ((State.IN_REVIEW,), State.DRAFT, REVIEW),
    Verb.APPROVE: ((State.IN_REVIEW,), State.PUBLISHED, REVIEW),
    Verb.WITHDRAW: ((State.PUBLISHED,), State.WITHDRAWN, PUBLISH),
    Verb.TAKE_UP: ((State.WITHDRAWN,), State.DRAFT, WRITE),
    Verb.DISCARD: ((State.DRAFT, State.IN_REVIEW, State.PUBLISHED), State.WITHDRAWN, WRITE),
}
ALSO_OF_CHANGES = {Verb.SEND_BACK: (State.PUBLISHED,)}  # One that is approved and still waits
FOR_TEXTS = (Verb.SUBMIT, Verb.SEND_BACK, Verb.APPROVE, Verb.WITHDRAW, Verb.TAKE_UP)
FOR_CHANGES = (Verb.SUBMIT, Verb.SEND_BACK, Verb.APPROVE, Verb.DISCARD)
NEEDS_COMMENT = (Verb.SEND_BACK, Verb.WITHDRAW)
READ_OTHER_WORDS = gettext_lazy(
    "The text was changed while you read it. Look at it again, then send this."
)


class IllegalMove(Exception):
    """The text is in a state from which this verb does not lead, or something is missing."""


class ReadOtherWords(IllegalMove):
    """The text was changed since the editor was shown it."""


class NotFit(IllegalMove):
    """The text has faults that stop its publication; `faults` names them."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True)
class Move:
    """A step that an editor may take now with a text."""

    verb: Verb
    needs_comment: bool
    may_schedule: bool


def moves(text: Reviewed, editor: User) -> list[Move]:
    """Return what `editor` may do with the text now: for buttons."""
    return [
        Move(verb, verb in NEEDS_COMMENT, verb == Verb.APPROVE and editor.has_perm(PUBLISH))
        for verb in _verbs(text)
        if leads_from(text, verb) and why_not(text, verb, editor) is None
    ]


def leads_from(text: Reviewed, verb: Verb) -> bool:
    """Say whether there is such a step from where the text is, whoever takes it."""
    starts = MOVES[verb][0]
    if isinstance(text, ProposedChange):
        starts += ALSO_OF_CHANGES.get(verb, ())
        if text.has_come():
            return False
    return verb in _verbs(text) and text.state in starts


def why_not(text: Reviewed, verb: Verb, editor: User) -> str | None:
    """Say to an editor why they may not take a step, or None if they may."""
    if not editor.has_perm(_right(text, verb)) and not _is_own_translation(text, verb, editor):
        return _("You lack the right to do so.")
    if verb == Verb.APPROVE and editor.pk in writers_of(text):
        return _("You wrote part of it: four eyes see every word before it is public.")
    if verb == Verb.APPROVE and isinstance(text, ProposedChange) and not text.is_of_public():
        return _("The text itself is not published now: no change of it can be approved.")
    return None


def submit(
    text: Reviewed, *, editor: User, now: datetime, comment: str = "", seen: str | None = None
) -> None:
    """Ask for a review. Who submits a text without an author is its author."""
    with _step(text, Verb.SUBMIT, editor, now, comment, seen) as current:
        current.author = current.author or editor


def approve(
    text: Reviewed,
    *,
    editor: User,
    now: datetime,
    publish_at: datetime | None = None,
    comment: str = "",
    seen: str | None = None,
) -> None:
    """Publish a text that is in review, now or at `publish_at`.

    Raises IllegalMove from any other state, NotFit for a text with faults, and PermissionDenied
    when the editor wrote part of it: four eyes see every word before it is public.
    """
    with _step(text, Verb.APPROVE, editor, now, comment, seen) as current:
        if publish_at is not None and not editor.has_perm(PUBLISH):
            raise PermissionDenied(_("You lack the right to set a time."))
        if faults := faults_of(current):
            raise NotFit(faults)
        current.approver, current.publish_at = editor, publish_at
        if isinstance(current, ProposedChange):
            current.conflict = ""


def send_back(
    text: Reviewed, *, editor: User, now: datetime, comment: str, seen: str | None = None
) -> None:
    """Give a text in review back to its author, with the reason.

    So is an approved change that waits for its minute, or could not take effect.
    """
    with _step(text, Verb.SEND_BACK, editor, now, comment, seen) as current:
        current.approver = current.publish_at = None


def withdraw(
    text: Reviewed, *, editor: User, now: datetime, comment: str, seen: str | None = None
) -> None:
    """Take a published text away from readers, with the reason."""
    with _step(text, Verb.WITHDRAW, editor, now, comment, seen):
        pass


def take_up(
    text: Reviewed, *, editor: User, now: datetime, comment: str = "", seen: str | None = None
) -> None:
    """Make a withdrawn text a draft again."""
    with _step(text, Verb.TAKE_UP, editor, now, comment, seen) as current:
        current.approver, current.publish_at, current.author = None, None, editor


def discard(
    change: ProposedChange,
    *,
    editor: User,
    now: datetime,
    comment: str = "",
    seen: str | None = None,
) -> None:
    """Give a proposed change up, an approved one too; the published text stays as it is."""
    with _step(change, Verb.DISCARD, editor, now, comment, seen):
        pass


def steps_of(text: Reviewed) -> models.QuerySet[ReviewStep]:
    """Return the log of a text, the last step first."""
    kind = ContentType.objects.get_for_model(text)
    return ReviewStep.objects.filter(content_type=kind, object_id=text.pk).select_related("editor")


def log_step(
    text: Reviewed,
    verb: Verb,
    *,
    editor: User | None,
    now: datetime,
    comment: str = "",
    publish_at: datetime | None = None,
) -> None:
    ReviewStep.objects.create(
        text=text,
        verb=verb,
        state=text.state,
        editor=editor,
        at=now,
        publish_at=publish_at,
        comment=comment.strip(),
    )


@contextmanager
def _step(
    text: Reviewed, verb: Verb, editor: User, now: datetime, comment: str, seen: str | None
) -> Iterator[Any]:
    """Yield the text as it is now, locked, and save where it is on its way: not a word of it.

    `text` follows. `seen` is the digest of what the editor was shown (`wording_of`), if any was.
    """
    with transaction.atomic():
        current = locked(text)
        if not leads_from(current, verb):
            said = _("This step cannot be taken now: the text is already “%s”.")
            raise IllegalMove(said % current.get_state_display())
        if reason := why_not(current, verb, editor):
            raise PermissionDenied(reason)
        if verb in NEEDS_COMMENT and not comment.strip():
            raise IllegalMove(_("Say why: others will read it."))
        if seen is not None and seen != wording_of(current):
            raise ReadOtherWords(READ_OTHER_WORDS)
        yield current
        current.state = MOVES[verb][1]
        current._change_reason = verb.value  # type: ignore[attr-defined]  # For the history
        with written_by(editor):
            current.save(update_fields=current.ON_ITS_WAY)
        at = current.publish_at if verb == Verb.APPROVE else None
        log_step(current, verb, editor=editor, now=now, comment=comment, publish_at=at)
    for name in current.ON_ITS_WAY:
        setattr(text, name, getattr(current, name))


def _verbs(text: Reviewed) -> tuple[Verb, ...]:
    return FOR_CHANGES if isinstance(text, ProposedChange) else FOR_TEXTS


def _is_own_translation(text: Reviewed, verb: Verb, editor: User) -> bool:
    """Translators write nothing but proposed changes: they submit or discard their own."""
    is_own = isinstance(text, ProposedChange) and text.author_id == editor.pk
    return is_own and verb in (Verb.SUBMIT, Verb.DISCARD) and editor.has_perm(TRANSLATE)


def _right(text: Reviewed, verb: Verb) -> str:
    right = MOVES[verb][2]
    if right != WRITE:
        return right
    if isinstance(text, ProposedChange):
        return f"{text.content_type.app_label}.change_{text.content_type.model}"
    return f"{text._meta.app_label}.change_{text._meta.model_name}"
