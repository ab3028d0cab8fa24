"""How many words a redline removed and added."""

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.redline.changes import endings_after
from amendments.redline.edits import Edit, EditKind, as_read
from amendments.redline.tokens import read

KEPT = EditKind.KEPT


@dataclass(frozen=True, slots=True)
class WordCount:
    """Words removed and words added; a word that moved and a list number are neither."""

    removed: int
    added: int


def count_words(edits: Sequence[Edit]) -> WordCount:
    """Count the words that were struck and the words that were added.

    A word whose ending changed is one removed and one added, also where letters only came.
    Letters that look alike are no change.
    """
    seen = as_read(edits)
    endings = [endings_after(seen, at) for at, edit in enumerate(seen) if edit.kind is KEPT]
    longer = sum(not one.text for one, _other in filter(None, endings))
    shorter = sum(not other.text for _one, other in filter(None, endings))
    return WordCount(
        removed=_touched(seen, EditKind.DELETED) + longer,
        added=_touched(seen, EditKind.INSERTED) + shorter,
    )


def _touched(edits: Sequence[Edit], kind: EditKind) -> int:
    """Count the words of one of the texts that edits of `kind` reach into.

    The words are looked for in the whole text: only there is "3)" seen to be a list number.
    """
    side = [edit for edit in edits if edit.kind in (EditKind.KEPT, kind)]
    changed: list[tuple[int, int]] = []
    end = 0
    for edit in side:
        start, end = end, end + len(edit.text)
        if edit.kind is kind and edit.moved is None and not edit.renumbered:
            changed.append((start, end))
    text = read("".join(edit.text for edit in side))
    touched = place = 0
    for word_start, word_end in zip(text.starts, text.ends, strict=True):
        while place < len(changed) and changed[place][1] <= word_start:
            place += 1
        touched += place < len(changed) and changed[place][0] < word_end
    return touched
