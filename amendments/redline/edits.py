"""What a redline is made of: edits, each kept, deleted or inserted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

Mark = tuple[int | None, bool, str, bool]


class EditKind(Enum):
    """What happened to a passage."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Edit:
    """A passage and what happened to it.

    `moved` pairs the deletion of a paragraph with the insertion of the same words elsewhere:
    both carry the same number, counted from 1 in reading order. `renumbered` marks a list
    number that alone changed. `stem` marks the ending of a word: it is the beginning of that
    word, which the kept edit before ends with. `look_alike` marks words that differ only in
    letters which look the same, a Latin i for a Cyrillic one: nothing that a reader should see
    as changed. A kept edit has no mark.
    """

    kind: EditKind
    text: str
    moved: int | None = None
    renumbered: bool = False
    stem: str = ""
    look_alike: bool = False

    @property
    def mark(self) -> Mark:
        return self.moved, self.renumbered, self.stem, self.look_alike


def as_read(edits: Sequence[Edit], side: EditKind = EditKind.INSERTED) -> list[Edit]:
    """Return the edits a reader sees: words that look alike are kept, as `side` has them."""
    if not any(edit.look_alike for edit in edits):
        return list(edits)
    seen: list[Edit] = []
    for edit in edits:
        if edit.look_alike and edit.kind is not side:
            continue
        kind = EditKind.KEPT if edit.look_alike else edit.kind
        if seen and kind is EditKind.KEPT is seen[-1].kind:
            seen[-1] = Edit(kind, seen[-1].text + edit.text)
        else:
            seen.append(Edit(kind, edit.text) if edit.look_alike else edit)
    return seen


class EditWriter:
    """Collects passages in reading order and puts each deletion before its insertion.

    What is written between two kept passages is one replacement, unless `divide` is called.
    """

    def __init__(self) -> None:
        self._edits: list[Edit] = []
        self._deleted: list[Edit] = []
        self._inserted: list[Edit] = []
        self._kept: list[str] = []

    def keep(self, text: str) -> None:
        if text:
            self.divide()
            self._kept.append(text)

    def delete(self, text: str, *, moved: int | None = None, renumbered: bool = False) -> None:
        if text:
            self._flush_kept()
            self._deleted.append(Edit(EditKind.DELETED, text, moved, renumbered))

    def insert(self, text: str, *, moved: int | None = None, renumbered: bool = False) -> None:
        if text:
            self._flush_kept()
            self._inserted.append(Edit(EditKind.INSERTED, text, moved, renumbered))

    def replace_part(self, old: str, new: str, *, stem: str = "", look_alike: bool = False) -> None:
        """Write a replacement of its own, whatever is written beside it."""
        self.divide()
        self._flush_kept()
        for kind, text in ((EditKind.DELETED, old), (EditKind.INSERTED, new)):
            if text:
                self._append(Edit(kind, text, stem=stem, look_alike=look_alike))

    def divide(self) -> None:
        """End a replacement: what comes next replaces nothing written so far."""
        for edit in [*self._deleted, *self._inserted]:
            self._append(edit)
        self._deleted, self._inserted = [], []

    def finish(self) -> list[Edit]:
        self._flush_kept()
        self.divide()
        return self._edits

    def _flush_kept(self) -> None:
        if self._kept:
            self._edits.append(Edit(EditKind.KEPT, "".join(self._kept)))
            self._kept = []

    def _append(self, edit: Edit) -> None:
        """Add an edit, joined to the last one if that is of the same kind and marks."""
        last = self._edits[-1] if self._edits else None
        if last is not None and last.kind is edit.kind and last.mark == edit.mark:
            self._edits[-1] = Edit(edit.kind, last.text + edit.text, *edit.mark)
        else:
            self._edits.append(edit)
