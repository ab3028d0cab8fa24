"""One translation written, or found still right."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from amendments.content_files import BadContent
from amendments.entry_of_text import as_yaml, entry_of, from_yaml, kind_of
from amendments.in_step import NONE, digest, dismissed
from amendments.locking import locked
from amendments.models import ProposedChange, Reviewed, State, TranslationBasis
from amendments.proposals import as_proposed, open_proposal, propose
from amendments.review import TRANSLATE
from amendments.translating.translated_models import fields_of, text_of

REASON = "translate"


class Refused(Exception):
    """What was written cannot be taken; the message says why, for the editor."""


@dataclass(frozen=True)
class Pair:
    """A source and its translation side by side, as proposed where a change waits.

    `seen` tells this state of both from any other. The source of what has none in its field's
    own source language is the first text there is, to read beside.
    """

    source: str
    source_language: str
    target: str
    seen: str


def may_translate(editor: User, text: models.Model) -> bool:
    """Whoever may change a text may translate it; translators may where a review follows."""
    right = f"{text._meta.app_label}.change_{text._meta.model_name}"
    return editor.has_perm(right) or (isinstance(text, Reviewed) and editor.has_perm(TRANSLATE))


def row_of(basis: TranslationBasis) -> models.Model:
    """Return the row that the basis is of. Raises Refused if it is gone."""
    kind = basis.content_type.model_class()
    row = kind._base_manager.filter(pk=basis.object_id).first() if kind else None
    if row is None:
        raise Refused(_("This part of the text is gone, or a waiting change takes it away."))
    return row


def pair_of(basis: TranslationBasis, change: ProposedChange | None) -> Pair:
    """Read both sides as the waiting change would have them. Raises Refused."""
    if change is None:
        return _pair(basis, row_of(basis))
    with as_proposed(change):
        return _pair(basis, row_of(basis))


@transaction.atomic
def write(
    basis: TranslationBasis, target: str, *, seen: str, editor: User, now: datetime
) -> ProposedChange | None:
    """Write one translation; of a published text, as a proposed change, which is returned.

    Raises PermissionDenied, ValidationError for what the column or the content files do not
    take, and Refused when the texts changed since they were `seen`.
    """
    text = locked(text_of(row_of(basis)))  # Nobody approves it in between
    if not may_translate(editor, text):
        raise PermissionDenied
    if not isinstance(text, Reviewed) or text.state != State.PUBLISHED:
        _write_at_once(basis, target, seen, editor)
        return None
    change = open_proposal(text)
    if change is not None and change.state == State.PUBLISHED:
        raise Refused(_("An approved change of this text waits for its time: translate after it."))
    with as_proposed(change):
        _write(basis, target, seen, editor)
        written = entry_of(text)
    _check(text, written)
    return propose(text, written, editor=editor, now=now)


def dismiss(basis: TranslationBasis, *, seen: str, editor: User, now: datetime) -> None:
    """Say that a translation is still right though its source changed. Raises Refused."""
    with transaction.atomic():
        basis = TranslationBasis.objects.select_for_update().get(pk=basis.pk)
        row = row_of(basis)
        if not may_translate(editor, text_of(row)):
            raise PermissionDenied
        if _pair(basis, row).seen != seen or basis.target == NONE:
            raise Refused(_("The texts have changed since you opened them: look again."))
        basis.made_from = dismissed(basis.basis).made_from
        basis.dismissed_by, basis.dismissed_at = editor, now
        basis.save()


def _pair(basis: TranslationBasis, row: models.Model) -> Pair:
    field = next(each for each in fields_of(type(row)) if each.name == basis.field)
    texts = field.texts({column: getattr(row, column) for column in field.columns})
    from_ = field.source_language(basis.language, texts)
    beside = from_ or next((each for each in texts if texts[each] and each != basis.language), "")
    source, target = texts.get(beside), texts.get(basis.language)
    return Pair(source or "", beside, target or "", f"{digest(source)} {digest(target)}")


@transaction.atomic
def _write_at_once(basis: TranslationBasis, target: str, seen: str, editor: User) -> None:
    """Save into the row itself; a text in review is a draft again, written by one more."""
    row = _write(basis, target, seen, editor)
    text = row if text_of(row) == row else text_of(row)
    if isinstance(text, Reviewed):
        if text.state == State.IN_REVIEW:
            text.state = State.DRAFT
        _save(text, editor)
    try:
        _check(text, entry_of(text))
    except KeyError:  # No kind of content: nothing but its columns to check
        return


def _write(basis: TranslationBasis, target: str, seen: str, editor: User) -> Any:
    row: Any = row_of(basis)
    if _pair(basis, row).seen != seen:
        raise Refused(_("The texts have changed since you opened them: look again."))
    setattr(row, basis.column, row._meta.get_field(basis.column).clean(target, row))
    try:
        with transaction.atomic():
            _save(row, editor)
    except IntegrityError as error:
        raise Refused(
            _("This does not stand alone, as what was before and after: use the text's own form.")
        ) from error
    return row


def _save(row: Any, editor: User) -> None:
    row._history_user, row._change_reason = editor, REASON
    row.save()


def _check(text: models.Model, entry: dict[str, Any]) -> None:
    try:
        from_yaml(kind_of(type(text)), as_yaml(entry))
    except BadContent as error:
        raise ValidationError([str(fault) for fault in error.faults]) from error
