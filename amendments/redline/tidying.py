"""From an alignment of words to one a careful lawyer would have marked.

Each pass takes the two texts and their alignment, changes the alignment in place, and knows
nothing of the others; `PASSES` is their order. A further pass is one more function there.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from amendments.redline.alignment import NONE, Alignment
from amendments.redline.endings import stem_length
from amendments.redline.tokens import LINE_BREAK, SENTENCE_ENDS, Text

# Two paragraphs are one, changed, if this share of the shorter one's words was kept.
# Chosen by reading the redlines of the 2022 amendments, and of their paragraphs paired at random.
REWRITTEN_BELOW = 0.4
# So many words in a row are no coincidence; formulas such as "by a majority of the votes of all
# deputies of each Chamber" are shorter.
NO_COINCIDENCE = 12

# Islands of two words, such as "of the", are joined between changes of at least so many words.
LONGEST_ISLAND, DWARFING_CHANGE = 2, 8

CLAUSE_ENDS = frozenset(";:")
PAUSES = frozenset(',()[]«»“”"—–')


def join_islands(before: Text, after: Text, alignment: Alignment) -> None:
    """Part a kept passage too short to stand between two changes, so that they read as one.

    One word always; two where both changes dwarf them. Not across a line break: the changes
    must reach the words within their own paragraph.
    """
    islands = []
    for i, j, size in alignment.runs():
        if size > LONGEST_ISLAND:
            continue
        left = max(
            _changed_beside(before, alignment.to_after, i, -1),
            _changed_beside(after, alignment.to_before, j, -1),
        )
        right = left and max(
            _changed_beside(before, alignment.to_after, i + size - 1, 1),
            _changed_beside(after, alignment.to_before, j + size - 1, 1),
        )
        if min(left, right) >= (1 if size == 1 else DWARFING_CHANGE):
            if before.paragraph_of[i] == before.paragraph_of[i + size - 1]:
                islands.append((i, j, size))
    for i, j, size in islands:
        for offset in range(size):
            alignment.part(i + offset, j + offset)


def _changed_beside(text: Text, partners: list[int], word: int, step: int) -> int:
    """Return how many words next to a kept one, in its paragraph, were not kept."""
    paragraph = text.paragraphs[text.paragraph_of[word]]
    beside = word + step
    while paragraph.first_word <= beside < paragraph.end_word and partners[beside] == NONE:
        beside += step
    return abs(beside - word) - 1


def part_rewritten(before: Text, after: Text, alignment: Alignment) -> None:
    """Part two paragraphs that share too few words to be read as one that was changed.

    A whole sentence that they share stays kept: it would be wrong to strike and count it.
    """
    links: Counter[tuple[int, int]] = Counter()
    for i, j in enumerate(alignment.to_after):
        if j != NONE:
            links[before.paragraph_of[i], after.paragraph_of[j]] += 1
    strangers = set()
    for (p, q), shared in links.items():
        old, new = before.paragraphs[p], after.paragraphs[q]
        shorter = min(old.end_word - old.first_word, new.end_word - new.first_word)
        if shared < REWRITTEN_BELOW * shorter:
            strangers.add((p, q))
    for i, j, size in list(alignment.runs()) if strangers else []:
        for offset in range(size if size < NO_COINCIDENCE else 0):
            pair = before.paragraph_of[i + offset], after.paragraph_of[j + offset]
            if pair in strangers:
                alignment.part(i + offset, j + offset)


def grow_kept(before: Text, after: Text, alignment: Alignment) -> None:
    """Match again the words that a replaced passage begins or ends with on both sides."""
    for i0, j0, i1, j1 in list(_gaps(alignment)):
        i, j = i0 + 1, j0 + 1
        if i0 != NONE:
            while i < i1 and j < j1 and before.words[i] == after.words[j]:
                alignment.match(i, j)
                i, j = i + 1, j + 1
        i1, j1 = i1 - 1, j1 - 1
        if i1 + 1 < len(before.words):
            while i <= i1 and j <= j1 and before.words[i1] == after.words[j1]:
                alignment.match(i1, j1)
                i1, j1 = i1 - 1, j1 - 1


def slide_to_boundaries(before: Text, after: Text, alignment: Alignment) -> None:
    """Move a pure deletion or insertion to where a reader would have cut.

    When "the Chairperson of the Court, " is inserted before "the Chairperson of the Bank", the
    same letters can be cut in many places; whole lines, sentences and clauses come first.
    """
    for i0, j0, i1, j1 in list(_gaps(alignment)):
        if j1 - j0 == 1:
            _slide(before, alignment, i0 + 1, i1, j1)
        elif i1 - i0 == 1:
            _slide(after, alignment.swapped(), j0 + 1, j1, i1)


def _slide(text: Text, alignment: Alignment, first: int, end: int, other: int) -> None:
    """Slide the unmatched words `first:end` of `text`; the other text goes on at `other`."""
    words, partners = text.words, alignment.to_after
    best, shift = _cut_quality(text, first) + _cut_quality(text, end), 0
    left = 0
    while (
        first - left > 0
        and partners[first - left - 1] == other - left - 1 != NONE
        and words[first - left - 1] == words[end - left - 1]
    ):
        left += 1
        quality = _cut_quality(text, first - left) + _cut_quality(text, end - left)
        if quality >= best:  # On a tie the left: phrases begin with their small words
            best, shift = quality, -left
    right = 0
    while (
        end + right < len(words)
        and partners[end + right] == other + right
        and words[first + right] == words[end + right]
    ):
        right += 1
        quality = _cut_quality(text, first + right) + _cut_quality(text, end + right)
        if quality > best:
            best, shift = quality, right
    for step in range(1, -shift + 1):
        alignment.part(first - step, other - step)
        alignment.match(end - step, other - step)
    for step in range(shift):
        alignment.part(end + step, other + step)
        alignment.match(first + step, other + step)


def _cut_quality(text: Text, word: int) -> int:
    """Return how good a place it is, from 0 to 4, to cut before a word."""
    if word == 0 or word == len(text.words):
        return 4
    between = text.string[text.ends[word - 1] : text.starts[word]]
    if between == " ":
        return 0
    if LINE_BREAK.search(between):
        return 4
    marks = frozenset(between)
    if marks & SENTENCE_ENDS:
        return 3
    if marks & CLAUSE_ENDS:
        return 2
    return 1 if marks & PAUSES else 0


def _gaps(alignment: Alignment) -> Iterator[tuple[int, int, int, int]]:
    """Yield the matched pairs on both sides of each stretch with unmatched words.

    The texts' ends count as matched, at NONE (before the first) and at their lengths.
    """
    i0 = j0 = NONE
    for i1, j1 in enumerate([*alignment.to_after, len(alignment.to_before)]):
        if j1 == NONE:
            continue
        if i1 - i0 > 1 or j1 - j0 > 1:
            yield i0, j0, i1, j1
        i0, j0 = i1, j1


def match_endings(before: Text, after: Text, alignment: Alignment) -> None:
    """Match words in another form where a changed passage begins or ends with them.

    Next to a kept word of the same paragraph only: within a passage that was written anew, a
    stem here and there would be an island.
    """
    for i0, j0, i1, j1 in list(_gaps(alignment)):
        i, j = i0 + 1, j0 + 1
        while i < i1 and j < j1 and _beside(before, i, i - 1) and _beside(after, j, j - 1):
            if not stem_length(before.written(i), after.written(j)):
                break
            alignment.match(i, j)
            i, j = i + 1, j + 1
        i1, j1 = i1 - 1, j1 - 1
        while i <= i1 and j <= j1 and _beside(before, i1, i1 + 1) and _beside(after, j1, j1 + 1):
            if not stem_length(before.written(i1), after.written(j1)):
                break
            alignment.match(i1, j1)
            i1, j1 = i1 - 1, j1 - 1


def _beside(text: Text, word: int, neighbour: int) -> bool:
    """Say whether there is a neighbour, in the same paragraph."""
    if not 0 <= neighbour < len(text.words):
        return False
    return text.paragraph_of[word] == text.paragraph_of[neighbour]


Pass = Callable[[Text, Text, Alignment], None]
PASSES: tuple[Pass, ...] = (
    join_islands,
    grow_kept,
    slide_to_boundaries,
    part_rewritten,
    match_endings,
)
