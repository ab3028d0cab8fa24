"""Names in the order in which a reader of Kazakh, Russian or English looks for them."""

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from amendments.texts import text_in

# The Kazakh alphabet holds the Russian one; code points would put its own letters last
_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_ORDER = {letter: chr(0x400 + place) for place, letter in enumerate(_ALPHABET)}
_SIGNS_BEFORE = re.compile(r"^\W+")  # «Ашық диалог» қоры is looked for under А

Named = TypeVar("Named", bound=Any)


def in_alphabet(items: Iterable[Named], field: str, language: str) -> list[Named]:
    """Sort by a translated field as a reader of `language` sees it."""
    return sorted(items, key=lambda item: alphabetical(text_in(language, item, field).value))


def alphabetical(words: str) -> str:
    """Return a key that sorts Kazakh and Russian words as a dictionary does, Latin ones first."""
    letters = _SIGNS_BEFORE.sub("", words).casefold()
    return "".join(_ORDER.get(letter, letter) for letter in letters)
