"""What is suspicious in the texts of a change while they are written: hints for an editor's eye.

Pure Python: the texts come in, what to look at again goes out. Nothing here is surely wrong.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from amendments.redline import redline

# Of two languages' texts, the longer one has more than so many times the letters of the shorter
SUSPICIOUS_RATIO = 1.6
SHORTEST_COMPARED = 60  # Letters: below that, a word more or less is a large share

CYRILLIC, LATIN = "Ѐ-ӿ", "A-Za-zÀ-ɏ"
WORD = re.compile(rf"[{CYRILLIC}{LATIN}]+")
# Letters of one alphabet that look like one of the other
CYRILLIC_LIKE_LATIN = frozenset("АВЕКМНОРСТУХІЈЅҮҺаеорсухіјѕһ")
LATIN_LIKE_CYRILLIC = frozenset("ABEKMHOPCTYXISJaeopcyxijsh")
ROMAN_IN_CYRILLIC = re.compile(r"[ІХ]{2,}")  # ХІ is a number only in Latin letters
SPACES = re.compile(r"(?<=\S)[ \u00a0\t]{2,}(?=\S)")


class Suspicion(Enum):
    IDENTICAL = "identical"
    DIFFERENT_LENGTHS = "different-lengths"
    WRONG_ALPHABET = "wrong-alphabet"
    LOOK_ALIKE = "look-alike"
    DOUBLE_SPACES = "double-spaces"
    NOT_THE_PREVIOUS_AFTER = "not-the-previous-after"


@dataclass(frozen=True, slots=True)
class TextWarning:
    """What to look at again: in which text (`before` or `after`, of a language), at which words.

    An empty `side` means both. For lengths, `words` names the two languages: "kk, ru".
    `expected` are the words of the previous *after* in whose place `words` stand, or those of
    *before* from which they differ only in letters that look alike.
    """

    suspicion: Suspicion
    side: str
    language: str
    words: str = ""
    expected: str = ""


Pair = tuple[str, str]


def warnings_of(
    pairs: Mapping[str, Pair], previous: Mapping[str, str] | None = None
) -> list[TextWarning]:
    """Look at the pairs of before and after by language; `previous` is the after they follow.

    A language in which nothing is written is left out of `pairs`; one in which the previous
    text is not known, of `previous`.
    """
    found: list[TextWarning] = []
    for language, (before, after) in pairs.items():
        if before == after and before:
            found.append(TextWarning(Suspicion.IDENTICAL, "", language))
        expected = (previous or {}).get(language)
        if expected is not None and before != expected:
            wanted, words = where_they_part(expected, before)
            found.append(
                TextWarning(
                    Suspicion.NOT_THE_PREVIOUS_AFTER, "before", language, words, expected=wanted
                )
            )
        for one, other in words_that_look_alike(before, after):
            found.append(TextWarning(Suspicion.LOOK_ALIKE, "", language, other, expected=one))
        for side, text in (("before", before), ("after", after)):
            for word in words_in_the_wrong_alphabet(text, language):
                found.append(TextWarning(Suspicion.WRONG_ALPHABET, side, language, word))
            for words in double_spaces(text):
                found.append(TextWarning(Suspicion.DOUBLE_SPACES, side, language, words))
    return found + different_lengths(pairs)


def different_lengths(pairs: Mapping[str, Pair]) -> list[TextWarning]:
    """Compare the lengths of the same text in each two languages."""
    found = []
    for place, side in enumerate(("before", "after")):
        for one, other in combinations(pairs, 2):
            shorter, longer = sorted((len(pairs[one][place]), len(pairs[other][place])))
            if shorter and longer >= SHORTEST_COMPARED and longer > SUSPICIOUS_RATIO * shorter:
                words = f"{one}, {other}"
                found.append(TextWarning(Suspicion.DIFFERENT_LENGTHS, side, "", words))
    return found


def words_in_the_wrong_alphabet(text: str, language: str) -> Iterator[str]:
    """Yield, each once, the words that hold letters of two alphabets or seem to be of the other.

    A Russian or Kazakh text may name things in Latin letters, and an English one in Cyrillic
    ones, but not in letters that all look like those of its own alphabet.
    """
    wrong_ones = CYRILLIC_LIKE_LATIN if language == "en" else LATIN_LIKE_CYRILLIC
    for word in dict.fromkeys(WORD.findall(text)):
        is_cyrillic = re.search(f"[{CYRILLIC}]", word)
        if (is_cyrillic and re.search(f"[{LATIN}]", word)) or ROMAN_IN_CYRILLIC.fullmatch(word):
            yield word
        elif set(word) <= wrong_ones and (len(word) == 1 or language == "en"):
            if not _is_roman_number(word):
                yield word


def words_that_look_alike(before: str, after: str) -> list[Pair]:
    """Return the words in whose place others stand that only look the same: "cот", "сот".

    Readers are shown no change there (`amendments.redline`), so an editor should know.
    """
    marked = [edit for edit in redline(before, after) if edit.look_alike]
    pairs = zip(marked[::2], marked[1::2], strict=True)
    return list(dict.fromkeys((one.text, other.text) for one, other in pairs))


def double_spaces(text: str) -> Iterator[str]:
    """Yield the words around two spaces in a row; those that begin a line are an indent."""
    for found in SPACES.finditer(text):
        yield _around(text, found.start(), found.end())


def where_they_part(one: str, other: str) -> Pair:
    """Return a few words of each of two texts from shortly before they part."""
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    start = max(start - 10, 0)
    return one[start : start + 40], other[start : start + 40]


def _is_roman_number(word: str) -> bool:
    return re.fullmatch("[IVXLCDM]+", word) is not None


def _around(text: str, start: int, end: int) -> str:
    before = text[max(start - 20, 0) : start].split("\n")[-1]
    return before + text[start:end] + text[end : end + 20].split("\n")[0]
