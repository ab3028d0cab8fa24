"""Latin letters in Cyrillic words: "бiз" with a Latin i reads the same and is another text."""

import re

from amendments.comparative_table.rows.folding import TO_CYRILLIC

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zƏə]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LOOKS_CYRILLIC = re.compile(f"[{''.join(map(chr, TO_CYRILLIC))}\u0400-\u052f]+")
_NUMERAL = re.compile(r"[IVXІХ]+")


def put_right(text: str) -> tuple[str, list[str]]:
    """Return a text with the Latin look-alikes in its Cyrillic words made Cyrillic.

    Also the words in which that was done, as they stood. Words wholly in Latin letters and
    Roman numerals stay as they are.
    """
    found: list[str] = []

    def replaced(word: re.Match[str]) -> str:
        if not _mixes(word[0]):
            return word[0]
        found.append(word[0])
        return word[0].translate(TO_CYRILLIC)

    return _WORD.sub(replaced, text), found


def _mixes(word: str) -> bool:
    return bool(
        _LATIN.search(word)
        and _CYRILLIC.search(word)
        and _LOOKS_CYRILLIC.fullmatch(word)
        and not _NUMERAL.fullmatch(word)
    )
