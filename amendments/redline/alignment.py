"""Which words of two texts are the same words: the longest common subsequence."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from rapidfuzz.distance import Indel

from amendments.redline.tokens import Text

NONE = -1
# The memory for an alignment grows with the product of the lengths: 50 MB at this limit
# (20,000 words against 20,000). Beyond it a stretch is shown as rewritten.
MOST_CELLS = 400_000_000


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which word became which: `to_after[i] == j` and `to_before[j] == i`, or NONE.

    Always in order: a later word never matches an earlier one.
    """

    to_after: list[int]
    to_before: list[int]

    def match(self, i: int, j: int) -> None:
        self.to_after[i], self.to_before[j] = j, i

    def part(self, i: int, j: int) -> None:
        self.to_after[i] = self.to_before[j] = NONE

    def swapped(self) -> "Alignment":
        """Return the same alignment, not a copy, seen from the other text."""
        return Alignment(self.to_before, self.to_after)

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """Yield where each stretch of words kept in a row begins, in both texts, and its size."""
        i0 = j0 = i1 = j1 = NONE
        for i, j in enumerate(self.to_after):
            if j == NONE:
                continue
            if i0 != NONE and (i, j) != (i1 + 1, j1 + 1):
                yield i0, j0, i1 + 1 - i0
                i0 = NONE
            if i0 == NONE:
                i0, j0 = i, j
            i1, j1 = i, j
        if i0 != NONE:
            yield i0, j0, i1 + 1 - i0


def align(before: Text, after: Text, moved: list[tuple[int, int]]) -> Alignment:
    """Match as many words as possible, in order, outside the `moved` pairs of paragraphs."""
    alignment = Alignment([NONE] * len(before.words), [NONE] * len(after.words))
    stays = _words_outside(before, {p for p, _ in moved})
    comes = _words_outside(after, {q for _, q in moved})
    fresh = count()
    # Words become numbers: rapidfuzz compares hashes, and only those of numbers are exact.
    numbers: dict[str, int] = {}
    first = [numbers.setdefault(before.words[i], next(fresh)) for i in stays]
    second = [numbers.setdefault(after.words[j], next(fresh)) for j in comes]
    head = _common_length(first, second)
    if (len(first) - head) * (len(second) - head) > MOST_CELLS:
        for offset in range(head):
            alignment.match(stays[offset], comes[offset])
        return alignment
    for block in Indel.opcodes(first, second).as_matching_blocks():
        for offset in range(block.size):
            alignment.match(stays[block.a + offset], comes[block.b + offset])
    return alignment


def _common_length(first: list[int], second: list[int]) -> int:
    length = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        length += 1
    return length


def _words_outside(text: Text, paragraphs: set[int]) -> list[int]:
    if not paragraphs:
        return list(range(len(text.words)))
    return [i for i, paragraph in enumerate(text.paragraph_of) if paragraph not in paragraphs]
