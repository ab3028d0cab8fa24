"""The words asked for, marked where they stand, with what stands around them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from amendments.search.folding import Word, words
from amendments.search.stemming import stem

LONGEST_SNIPPET = 230  # Characters, about three lines
BEFORE = 70  # Characters shown before the first mark


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Snippet:
    """A part of a text in its language; `field` names where in the entry it stands."""

    stretches: list[Stretch]
    language: str
    field: str


def marked(text: str, language: str, stems: Collection[str]) -> list[Stretch]:
    """Return the whole text with the words of these stems marked; joined, it is `text`."""
    return _stretches(text, 0, len(text), _hits(text, language, stems))


def snippet(parts: Sequence[Sequence[str]], stems: Collection[str]) -> Snippet | None:
    """Return the best passage of an entry's body ([language, field, text] each), or None.

    That is one with most of the different stems asked for; of equals the earlier. Without any
    it is the beginning.
    """
    best: tuple[int, Sequence[str], list[Word]] | None = None
    for part in parts:
        language, _field, text = part
        hits = _hits(text, language, stems)
        different = len({stem(word.text, language) for word in hits})
        if best is None or different > best[0]:
            best = different, part, hits
    if best is None:
        return None
    _number, (language, field, text), hits = best
    text = text.replace("\n", " ")
    start, end = _window(text, hits, language)
    stretches = _stretches(text, start, end, hits)
    if start:
        stretches.insert(0, Stretch("… ", False))
    if end < len(text):
        stretches.append(Stretch(" …", False))
    return Snippet(stretches, language, field)


def _hits(text: str, language: str, stems: Collection[str]) -> list[Word]:
    return [word for word in words(text) if stem(word.text, language) in stems]


def _window(text: str, hits: list[Word], language: str) -> tuple[int, int]:
    """Return where the passage with most different words asked for begins and ends."""
    if len(text) <= LONGEST_SNIPPET:
        return 0, len(text)
    most, first = 0, 0
    for number, hit in enumerate(hits):
        last = hit.start + LONGEST_SNIPPET - BEFORE
        within = {stem(word.text, language) for word in hits[number:] if word.end <= last}
        if len(within) > most:
            most, first = len(within), hit.start
    start = _after_space(text, first - BEFORE) if first > BEFORE else 0
    end = start + LONGEST_SNIPPET
    if end >= len(text):
        return _after_space(text, len(text) - LONGEST_SNIPPET), len(text)
    space = text.rfind(" ", start + LONGEST_SNIPPET // 2, end)
    return start, space if space > 0 else end


def _after_space(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = text.find(" ", at, at + BEFORE // 2)
    return space + 1 if space >= 0 else at


def _stretches(text: str, start: int, end: int, hits: list[Word]) -> list[Stretch]:
    stretches, at = [], start
    for word in hits:
        if word.start < at or word.end > end:
            continue
        if word.start > at:
            stretches.append(Stretch(text[at : word.start], False))
        stretches.append(Stretch(text[word.start : word.end], True))
        at = word.end
    if at < end:
        stretches.append(Stretch(text[at:end], False))
    return stretches
