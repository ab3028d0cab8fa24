"""What documents say, against what the database says: judged, then written all together."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from amendments.akoma_ntoso.entries import CARRIED, Said
from amendments.akoma_ntoso.faults import Fault, Unreadable
from amendments.akoma_ntoso.listing import Fate, Listed
from amendments.content_files import BadContent, Entry, Kind, StoredKind, kinds
from amendments.content_files.names import Names, NotInDatabase
from amendments.content_files.stored import read_kind
from amendments.entry_of_text import as_yaml, from_yaml
from amendments.freshness import one_public_change
from amendments.history_lines import written_by
from amendments.models import Reviewed, State
from amendments.proposals import open_proposal, propose
from amendments.search.indexing import indexed_together
from amendments.translating.keeping import kept_together

REASON = "import_akn"  # What the history gives as the reason for a change


@dataclass(frozen=True)
class Wanted:
    """How to take documents.

    `overwrite`: take their version of what differs here. `propose`: let an approver decide
    about published texts that differ. `drafts`: what is new is not published at once. `editor`
    becomes the author of drafts and proposals.
    """

    overwrite: bool = False
    propose: bool = False
    drafts: bool = False
    editor: User | None = None


@dataclass(frozen=True)
class _Judged:
    said: Said
    fate: Fate
    entry: Entry
    keys: tuple[str, ...] = ()

    @property
    def listed(self) -> Listed:
        what = f"{self.said.kind}: {self.said.slug}"
        return Listed(self.said.file, self.said.where, self.fate, what, ", ".join(self.keys))


class Arrival:
    """Within the caller's transaction; `judge` makes some queries a kind and writes nothing."""

    def __init__(self, wanted: Wanted, now: datetime) -> None:
        self.wanted, self.now = wanted, now
        self.names = Names()
        self.stored: dict[str, StoredKind] = {}
        self.judged: list[_Judged] = []

    def judge(self, said: dict[tuple[str, str], Said]) -> list[Listed]:
        """Raises Unreadable for what the database could never take."""
        faults: list[Fault] = []
        for kind in kinds:
            if kind.name not in CARRIED:  # What documents do not speak of may be referred to
                for slug, key in kind.model._base_manager.values_list("slug", "pk"):
                    self.names.learn(kind.name, slug, key)
                continue
            self.stored[kind.name] = read_kind(kind, self.names)
            for (name, slug), each in said.items():
                if name == kind.name:
                    judged = self._judged(kind, each, self.stored[name].entries.get(slug))
                    faults += [*_faults(kind, judged), *self._faults_of_waiting(judged)]
                    self.judged.append(judged)
        if faults:
            raise Unreadable(faults)
        return [each.listed for each in self.judged]

    def _judged(self, kind: Kind, said: Said, stored: Entry | None) -> _Judged:
        if stored is None:
            return _Judged(said, Fate.ADDED, said.entry)
        if kind.name == "topics":  # Others change them; documents only name them
            return _Judged(said, Fate.SAME, stored)
        differing = tuple(_differing(kind, said.entry, stored))
        entry = _put_together(kind, said.entry, stored)
        if differing:
            row = self.stored[kind.name].rows[said.slug]
            return _Judged(said, self._fate_of_different(row), entry, differing)
        lacking = tuple(_lacking(said.entry, stored))
        return _Judged(said, Fate.FILLED_IN if lacking else Fate.SAME, entry, lacking)

    def _fate_of_different(self, row: Any) -> Fate:
        if self.wanted.overwrite:
            return Fate.OVERWRITTEN
        is_public = isinstance(row, Reviewed) and row.state == State.PUBLISHED
        return Fate.PROPOSED if self.wanted.propose and is_public else Fate.DIFFERS

    def _faults_of_waiting(self, judged: _Judged) -> Iterator[Fault]:
        """Leave a change that somebody else wrote or that is on its way to those who decide it."""
        if judged.fate == Fate.PROPOSED:
            change = open_proposal(self.stored[judged.said.kind].rows[judged.said.slug])
            if change is not None and not change.is_own_draft_of(self.wanted.editor):
                yield judged.said.fault("a change of it waits already: decide that first")

    def write(self) -> None:
        """Raises Unreadable if the database refuses something."""
        faults: list[Fault] = []
        with ExitStack() as together:
            if any(each.fate not in (Fate.SAME, Fate.DIFFERS) for each in self.judged):
                for one in (indexed_together, kept_together, one_public_change):
                    together.enter_context(one())
            for judged in self.judged:
                faults += self._save(judged)
        if faults:
            raise Unreadable(faults)

    def _save(self, judged: _Judged) -> Iterator[Fault]:
        if judged.fate in (Fate.SAME, Fate.DIFFERS):
            return
        kind = kinds[judged.said.kind]
        row = self.stored[kind.name].rows.get(judged.said.slug)
        if judged.fate == Fate.PROPOSED:
            assert self.wanted.editor is not None and row is not None  # noqa: S101
            propose(row, judged.entry, editor=self.wanted.editor, now=self.now)
            return
        row = row or self._new(kind)
        try:
            with transaction.atomic(), written_by(self.wanted.editor):
                kind.shape.save(row, judged.entry, self.names, REASON)
        except IntegrityError as error:
            yield judged.said.fault(f"the database refuses it ({str(error).splitlines()[0]})")
        except NotInDatabase as error:
            text = str(error).partition(":")[0]
            yield judged.said.fault(f"{text}: import that first, or with this file")
        else:
            self.names.learn(kind.name, judged.said.slug, row.pk)

    def _new(self, kind: Kind) -> Any:
        row: Any = kind.model()
        if isinstance(row, Reviewed) and self.wanted.drafts:
            row.author = self.wanted.editor
        elif isinstance(row, Reviewed):
            row.state = State.PUBLISHED  # Only what was public is exported
        return row


def _faults(kind: Kind, judged: _Judged) -> Iterator[Fault]:
    """Hold an entry to the rules of the content files."""
    if judged.fate in (Fate.SAME, Fate.DIFFERS):
        return
    try:
        entry = from_yaml(kind, as_yaml(judged.entry))
    except BadContent as error:
        for fault in error.faults:
            yield judged.said.fault(f"{fault.field}: {fault.text}")
        return
    for rule in kind.rules:
        for path, text in rule(entry):
            yield judged.said.fault(f"{path}: {text}")


def _differing(kind: Kind, said: Entry, stored: Entry) -> Iterator[str]:
    for key in CARRIED[kind.name]:
        here, there = stored.get(key), said.get(key)
        if isinstance(here, dict) or isinstance(there, dict):
            here, there = here or {}, there or {}
            yield from (
                f"{key}.{language}"
                for language, text in there.items()
                if language in here and here[language] != text
            )
        elif here != there:
            yield key


def _lacking(said: Entry, stored: Entry) -> Iterator[str]:
    for key, value in said.items():
        if isinstance(value, dict):
            kept = stored.get(key, {})
            yield from (f"{key}.{language}" for language in value if language not in kept)


def _put_together(kind: Kind, said: Entry, stored: Entry) -> Entry:
    """Return the stored entry with what documents carry put in its place."""
    entry = {key: value for key, value in stored.items() if key not in CARRIED[kind.name]}
    for key in CARRIED[kind.name]:
        here, there = stored.get(key), said.get(key)
        value = (here or {}) | (there or {}) if isinstance(here or there, dict) else there
        if value is not None:
            entry[key] = value
    return {column.key: entry[column.key] for column in kind.fields if column.key in entry}
