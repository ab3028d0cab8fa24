"""Which edits are one change to a reader: a deletion and the insertion in its place."""

from collections.abc import Sequence
from dataclasses import replace

from amendments.redline.edits import Edit, EditKind, Mark


class Changes:
    """The changes of a redline, numbered from 1 in reading order.

    `numbers` gives for each edit the number of its change, or 0 if it is none: a kept passage,
    or spaces and line breaks that changed only because the words beside them did. A moved
    paragraph and a renumbering are changes of their own, also where they touch another.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.numbers: list[int] = []
        self.count = 0
        run: list[Edit] = []
        for edit in edits:
            if edit.kind is EditKind.KEPT:
                self._number(run)
                self.numbers.append(0)
                run = []
            else:
                run.append(edit)
        self._number(run)
        self._places: dict[tuple[int | None, EditKind], int] = {
            (edit.moved, edit.kind): number
            for edit, number in zip(edits, self.numbers, strict=True)
            if edit.moved is not None
        }

    def partner(self, edit: Edit) -> int:
        """Return the number of the change at the other end of a move.

        Raises KeyError if `edit` has not moved.
        """
        other = EditKind.INSERTED if edit.kind is EditKind.DELETED else EditKind.DELETED
        return self._places[edit.moved, other]

    def _number(self, run: list[Edit]) -> None:
        """Number edits with no kept passage between them."""
        has_words = not all(is_blank(edit) for edit in run)
        own: dict[Mark, int] = {}
        for edit in run:
            if has_words and is_blank(edit):
                self.numbers.append(0)
                continue
            if edit.mark not in own:
                self.count += 1
                own[edit.mark] = self.count
            self.numbers.append(own[edit.mark])


def is_blank(edit: Edit) -> bool:
    """Say whether an edit changes nothing but spaces and line breaks."""
    return edit.text.isspace()


def endings_after(edits: Sequence[Edit], kept: int, shown: EditKind | None = None) -> list[Edit]:
    """Return what the last word of a kept edit ends with, before and after, as far as shown.

    Both where the whole redline is shown: of a word that only got longer or shorter, one is "".
    """
    found = edits[kept + 1 : kept + 3]
    found = [edit for edit in found if edit.stem and edit.stem == found[0].stem]
    if not found or not edits[kept].text.endswith(found[0].stem):
        return []
    if shown is not None:
        return [edit for edit in found if edit.kind is shown]
    texts = {edit.kind: edit for edit in found}
    return [
        texts.get(kind) or replace(found[0], kind=kind, text="")
        for kind in (EditKind.DELETED, EditKind.INSERTED)
    ]
