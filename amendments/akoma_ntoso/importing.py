"""Akoma Ntoso → the database: all files in one transaction, or none of them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from amendments.akoma_ntoso.arrival import Arrival, Wanted
from amendments.akoma_ntoso.compared import foreign_compared, wordings_compared
from amendments.akoma_ntoso.document.parts import Constitution
from amendments.akoma_ntoso.faults import Fault, Unreadable
from amendments.akoma_ntoso.foreign import Foreign, constitution_of, staged
from amendments.akoma_ntoso.listing import Fate, Imported, Listed, differing
from amendments.akoma_ntoso.own_documents import OwnDocument, everything_said
from amendments.akoma_ntoso.reading.finding import name_of, where
from amendments.akoma_ntoso.reading.opening import Opened, opened
from amendments.akoma_ntoso.reading.own_constitution import own_constitution
from amendments.akoma_ntoso.reading.own_law import own_law
from amendments.akoma_ntoso.reading.unread import left_unread
from amendments.models import AmendingLaw, Topic


@dataclass(frozen=True)
class File:
    name: str
    data: bytes


def import_akn(
    files: Iterable[File],
    wanted: Wanted,
    *,
    now: datetime,
    law: AmendingLaw | None = None,
    topic: Topic | None = None,
    dry_run: bool = False,
) -> Imported:
    """Take the documents; return what became of each thing they say.

    Ours are taken as they are; where one differs from what is here and `wanted` does not say
    what to do then, nothing of any file is written. Foreign ones become drafts, of `law` where
    they do not say of which. `dry_run` does everything and takes it back. Raises Unreadable
    with every fault that was found; nothing is written then.
    """
    own, foreign = _sorted(files, law, topic, wanted)
    with transaction.atomic(), translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):
        arrival = Arrival(wanted, now)
        listed = arrival.judge(everything_said(own)) if own else []
        holds_back = bool(differing(listed))
        if not holds_back:
            arrival.write()
        for document in own:
            if isinstance(document.document, Constitution):
                listed += wordings_compared(document, overwrite=wanted.overwrite)
        holds_back = bool(differing(listed))
        for each in foreign:
            listed += _taken(each, now)
            listed += [
                Listed(each.file, place, Fate.NOT_UNDERSTOOD, "", said)
                for place, said in left_unread(each.opened.act)
            ]
        if dry_run or holds_back:
            transaction.set_rollback(True)
    return Imported(listed, is_written=not (dry_run or holds_back))


def _sorted(
    files: Iterable[File], law: AmendingLaw | None, topic: Topic | None, wanted: Wanted
) -> tuple[list[OwnDocument], list[Foreign]]:
    own: list[OwnDocument] = []
    foreign: list[Foreign] = []
    faults: list[Fault] = []
    for file in files:
        with _faults_of(file.name, faults):
            document = opened(file.data)
            if document.register is None:
                foreign.append(Foreign(file.name, document, law, topic, wanted.editor))
            else:
                own.append(_own(file.name, document))
    if faults:
        raise Unreadable(faults)
    return own, foreign


@contextmanager
def _faults_of(file: str, faults: list[Fault]) -> Iterator[None]:
    try:
        yield
    except Unreadable as error:
        faults += [Fault(each.where, each.text, file) for each in error.faults]


def _own(file: str, document: Opened) -> OwnDocument:
    assert document.register is not None  # noqa: S101 - only then is it ours
    if name_of(document.register) == "zan:constitution":
        return OwnDocument(file, *own_constitution(document))
    return OwnDocument(file, *own_law(document))


def _taken(foreign: Foreign, now: datetime) -> list[Listed]:
    constitution = constitution_of(foreign.opened)
    if constitution is None:
        try:
            return staged(foreign)
        except IntegrityError as error:
            text = f"the database refuses it ({str(error).splitlines()[0]})"
            raise Unreadable([Fault(where(foreign.opened.act), text, foreign.file)]) from error
    today = timezone.localdate(now)
    return list(foreign_compared(foreign.file, foreign.opened, constitution, today))
