"""The way of a text to its readers: submit, approve, send back, withdraw.

Plain verbs with an editor; each is one transaction and leaves a step in the log. They hold for
every `Reviewed` text and for a `ProposedChange` of one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _

from amendments.models import ProposedChange, Reviewed, ReviewStep, State
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
    Verb.DISCARD: ((State.DRAFT, State.IN_REVIEW), State.WITHDRAWN, WRITE),
}
FOR_TEXTS = (Verb.SUBMIT, Verb.SEND_BACK, Verb.APPROVE, Verb.WITHDRAW, Verb.TAKE_UP)
FOR_CHANGES = (Verb.SUBMIT, Verb.SEND_BACK, Verb.APPROVE, Verb.DISCARD)
NEEDS_COMMENT = (Verb.SEND_BACK, Verb.WITHDRAW)


class IllegalMove(Exception):
    """The text is in a state from which this verb does not lead, or something is missing."""


class NotFit(IllegalMove):
    """The text has faults that stop its publication; `faults` names them."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


Check = Callable[[Reviewed], Iterable[str]]
_checks: list[Check] = []


def publication_check(check: Check) -> Check:
    """Have `approve` ask this function for faults; none may be left."""
    _checks.append(check)
    return check


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
        if text.state in MOVES[verb][0]
        and _is_unfinished(text)
        and why_not(text, verb, editor) is None
    ]


def why_not(text: Reviewed, verb: Verb, editor: User) -> str | None:
    """Say to an editor why they may not take a step, or None if they may."""
    if not editor.has_perm(_right(text, verb)) and not _is_own_translation(text, verb, editor):
        return _("You lack the right to do so.")
    if verb == Verb.APPROVE and editor.pk in writers_of(text):
        return _("You wrote part of it: four eyes see every word before it is public.")
    return None


def submit(text: Reviewed, *, editor: User, now: datetime, comment: str = "") -> None:
    """Ask for a review. Who submits a text without an author is its author."""
    if text.author_id is None:
        text.author = editor
    _take(text, Verb.SUBMIT, editor, now, comment)


def approve(
    text: Reviewed,
    *,
    editor: User,
    now: datetime,
    publish_at: datetime | None = None,
    comment: str = "",
) -> None:
    """Publish a text that is in review, now or at `publish_at`.

    Raises IllegalMove from any other state, NotFit for a text with faults, and PermissionDenied
    when the editor wrote part of it: four eyes see every word before it is public.
    """
    faults = faults_of(text)
    if faults:
        raise NotFit(faults)
    if publish_at is not None and not editor.has_perm(PUBLISH):
        raise PermissionDenied(_("You lack the right to set a time."))
    text.approver = editor
    text.publish_at = publish_at
    _take(text, Verb.APPROVE, editor, now, comment, publish_at=publish_at)


def faults_of(text: Reviewed) -> list[str]:
    """Return what keeps a text from being published."""
    return [fault for check in _checks for fault in check(text)]


def send_back(text: Reviewed, *, editor: User, now: datetime, comment: str) -> None:
    """Give a text in review back to its author, with the reason."""
    _take(text, Verb.SEND_BACK, editor, now, comment)


def withdraw(text: Reviewed, *, editor: User, now: datetime, comment: str) -> None:
    """Take a published text away from readers, with the reason."""
    _take(text, Verb.WITHDRAW, editor, now, comment)


def take_up(text: Reviewed, *, editor: User, now: datetime, comment: str = "") -> None:
    """Make a withdrawn text a draft again."""
    text.approver, text.publish_at, text.author = None, None, editor
    _take(text, Verb.TAKE_UP, editor, now, comment)


def discard(change: ProposedChange, *, editor: User, now: datetime, comment: str = "") -> None:
    """Give a proposed change up; the published text stays as it is."""
    _take(change, Verb.DISCARD, editor, now, comment)


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


@transaction.atomic
def _take(
    text: Reviewed,
    verb: Verb,
    editor: User,
    now: datetime,
    comment: str,
    publish_at: datetime | None = None,
) -> None:
    starts, state, _right_needed = MOVES[verb]
    current = type(text)._base_manager.select_for_update().get(pk=text.pk)
    if current.state not in starts or not _is_unfinished(current) or verb not in _verbs(text):
        said = _("This step cannot be taken now: the text is already “%s”.")
        raise IllegalMove(said % current.get_state_display())
    reason = why_not(text, verb, editor)
    if reason:
        raise PermissionDenied(reason)
    if verb in NEEDS_COMMENT and not comment.strip():
        raise IllegalMove(_("Say why: others will read it."))
    text.state = state
    text._change_reason = verb.value  # type: ignore[attr-defined]  # For the history
    text.save()
    log_step(text, verb, editor=editor, now=now, comment=comment, publish_at=publish_at)


def _verbs(text: Reviewed) -> tuple[Verb, ...]:
    return FOR_CHANGES if isinstance(text, ProposedChange) else FOR_TEXTS


def _is_unfinished(text: Reviewed) -> bool:
    return not isinstance(text, ProposedChange) or text.applied_at is None


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
