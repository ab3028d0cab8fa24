"""Entries → database, without undoing what editors did.

What an entry said when it was last taken over is remembered as a digest (`ShippedEntry`). Where
the database still says that, the files may change it; where it says something else, an editor
was there and the files wait.
"""

from contextlib import ExitStack
from dataclasses import dataclass, field
from enum import Enum

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation

from amendments.content_files.checking import Content, ReadEntry
from amendments.content_files.faults import BadContent, Fault
from amendments.content_files.kinds import Kind, Kinds
from amendments.content_files.making_room import make_room
from amendments.content_files.names import Names, NotInDatabase
from amendments.content_files.shape import Entry, digest
from amendments.content_files.stored import StoredKind, read_kind
from amendments.freshness import one_public_change
from amendments.models import Reviewed, ShippedEntry, State
from amendments.search.indexing import indexed_together
from amendments.translating.keeping import kept_together

REASON = "load_content"  # What the history gives as the reason for a change


class Fate(Enum):
    """What becomes of an entry of the files."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # As an editor left it


@dataclass
class Outcome:
    """How many entries of each kind met which fate, and what a person should look at."""

    counts: dict[str, dict[Fate, int]] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        return any(c[Fate.CREATED] or c[Fate.UPDATED] for c in self.counts.values())


def fate_of(file: str, stored: str | None, shipped: str | None, *, overwrite: bool) -> Fate:
    """Compare three digests: what the file says, what the database says, what was shipped last."""
    if stored is None:
        return Fate.CREATED if shipped is None or overwrite else Fate.KEPT
    if stored == file:
        return Fate.UNCHANGED
    return Fate.UPDATED if stored == shipped or overwrite else Fate.KEPT


def load(
    kinds: Kinds, content: Content, *, overwrite: bool = False, dry_run: bool = False
) -> Outcome:
    """Bring the database to what the files say, in one transaction.

    `overwrite` takes the files' version of what an editor changed or deleted. `dry_run` does
    everything and takes it back. Raises BadContent, and changes nothing, if the database
    refuses an entry.
    """
    with transaction.atomic(), translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):
        with ExitStack() as changes:
            outcome = _Loading(overwrite, changes).run(kinds, content)
        if dry_run:
            transaction.set_rollback(True)
    return outcome


class _Loading:
    def __init__(self, overwrite: bool, changes: ExitStack) -> None:
        self.overwrite = overwrite
        self.changes: ExitStack | None = changes
        self.outcome = Outcome()
        self.names = Names()
        self.shipped: dict[tuple[str, str], str] = {
            (shipped.kind, shipped.slug): shipped.digest for shipped in ShippedEntry.objects.all()
        }
        self.taken_over: dict[tuple[str, str], str] = {}

    def run(self, kinds: Kinds, content: Content) -> Outcome:
        for kind in kinds:
            self.load_kind(kind, content.entries[kind.name])
        ShippedEntry.objects.bulk_create(
            [ShippedEntry(kind=k, slug=s, digest=d) for (k, s), d in self.taken_over.items()],
            update_conflicts=True,
            unique_fields=["kind", "slug"],
            update_fields=["digest"],
        )
        return self.outcome

    def load_kind(self, kind: Kind, entries: list[ReadEntry]) -> None:
        stored = read_kind(kind, self.names)
        counts = self.outcome.counts.setdefault(kind.name, dict.fromkeys(Fate, 0))
        to_save: list[ReadEntry] = []
        for read in entries:
            name = (kind.name, read.slug)
            said = stored.entries.get(read.slug)
            file_says, shipped = digest(read.entry), self.shipped.get(name)
            stored_says = None if said is None else digest(said)
            fate = fate_of(file_says, stored_says, shipped, overwrite=self.overwrite)
            counts[fate] += 1
            if fate is Fate.KEPT:
                self.outcome.listed.append(_kept(name, read.entry, said))
                continue
            if fate is not Fate.UNCHANGED:
                to_save.append(read)
            if shipped != file_says:
                self.taken_over[name] = file_says
        if to_save:
            self.note_one_public_change()
            self.save_all(kind, to_save, stored)
        self.list_what_is_gone(kind, entries, stored)

    def note_one_public_change(self) -> None:
        """Note one change for the whole load, or none; index once what it changes.

        So with the translations: what they were made from is written in bulk.
        """
        if self.changes:
            self.changes.enter_context(indexed_together())
            self.changes.enter_context(kept_together())
            self.changes.enter_context(one_public_change())
            self.changes = None

    def save_all(self, kind: Kind, entries: list[ReadEntry], stored: StoredKind) -> None:
        """Save in rounds: an entry may have to wait until another gives up its place.

        Where entries wait for each other in a ring, room is made by force, once.
        """
        made_room = False
        while entries:
            refused: list[tuple[ReadEntry, Fault]] = []
            for read in entries:
                if fault := self.save(kind, read, stored):
                    refused.append((read, fault))
            if len(refused) == len(entries):
                if made_room or not make_room(
                    kind.model, [stored.rows.get(r.slug) for r in entries]
                ):
                    raise BadContent(fault for _read, fault in refused)
                made_room = True
            entries = [read for read, _fault in refused]
            if entries:
                stored = read_kind(kind, self.names)  # What a refused save left in memory is void

    def save(self, kind: Kind, read: ReadEntry, stored: StoredKind) -> Fault | None:
        row = stored.rows.get(read.slug) or kind.model()
        if row.pk is None and isinstance(row, Reviewed):
            row.state = State.PUBLISHED  # Reviewed like code; neither author nor approver
        try:
            with transaction.atomic():
                kind.shape.save(row, read.entry, self.names, REASON)
        except IntegrityError as error:
            text = f"the database refuses it ({str(error).splitlines()[0]})"
        except NotInDatabase as error:
            text = f"{error}; --overwrite brings it back"
        else:
            self.names.learn(kind.name, read.slug, row.pk)
            return None
        return Fault(read.place.file, read.slug, "", text, read.place.line)

    def list_what_is_gone(self, kind: Kind, entries: list[ReadEntry], stored: StoredKind) -> None:
        in_files = {read.slug for read in entries}
        for name, slug in sorted(self.shipped):
            if name == kind.name and slug not in in_files and slug in stored.rows:
                self.outcome.listed.append(f"{name}: {slug}: no longer in the files; left in place")


def _kept(name: tuple[str, str], file: Entry, stored: Entry | None) -> str:
    if stored is None:
        return f"{name[0]}: {name[1]}: an editor deleted it; kept deleted"
    keys = ", ".join(
        key for key in dict.fromkeys([*file, *stored]) if file.get(key) != stored.get(key)
    )
    return f"{name[0]}: {name[1]}: an editor changed it; kept (differs in {keys})"
