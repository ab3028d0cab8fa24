"""Words as search knows them: one spelling for what readers write in many ways."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

LONGEST_WORD = 60  # Longer ones are cut, in the index and in the question alike

# Letters and digits; a stress mark, a soft hyphen or an apostrophe may stand within
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad]|['’ʼ](?=[^\W_]))*")
_MARKS = re.compile(r"[\u0300-\u036f\u00ad]")
_POSSESSIVE = re.compile(r"['’ʼ]s?$|['’ʼ](?=[^\W_])")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN_TWINS = str.maketrans("aceiopxyhə", "асеіорхуһә")  # Typed for letters that look the same
_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, and the characters where it stands."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order; "83-1" is two of them, "People's" one ("people")."""
    for found in _WORD.finditer(text):
        folded = fold(found.group())
        if folded:
            yield Word(folded, found.start(), found.end())


def fold(word: str) -> str:
    """Return one word without case, ё, stress marks and the possessive 's.

    Latin letters among Cyrillic ones become the letters they look like: the Latin i in
    "бiлiм" is a habit of keyboards without Kazakh letters.
    """
    if word.isascii() and word.isalnum():
        return word.lower()[:LONGEST_WORD]
    folded = _MARKS.sub("", normalize("NFC", word)).casefold().replace("ё", "е")
    folded = _POSSESSIVE.sub("", folded.removesuffix("'s").removesuffix("’s"))
    if _CYRILLIC.search(folded):
        folded = folded.translate(_LATIN_TWINS)
    return folded[:LONGEST_WORD]


def loose(word: str) -> str:
    """Return a folded word with Kazakh letters as one writes them without a Kazakh keyboard.

    "құқық" and "кукык" meet here.
    """
    return word.translate(_KAZAKH)


def is_cyrillic(word: str) -> bool:
    return bool(_CYRILLIC.search(word))


def is_kazakh(word: str) -> bool:
    """Whether a folded word has a letter that Kazakh has and Russian lacks."""
    return loose(word) != word
