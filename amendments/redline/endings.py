"""Words of which only the ending changed, and letters that only look different.

"депутаттан" → "депутаттардан" is one word in another case: its stem stays, its ending is marked.
"Кеңестің" → "Соттың" share an ending and are two words.

Two words share a stem if they begin with the same four letters or more, and with more letters
than both have after that. So "партия" and "партнёр", "президент" and "президиум" stay apart.
Only letters count: a number has no ending, and the parts of a compound are words of their own.
Languages in Latin letters mark an ending that came or went ("member", "members") but put none in
the place of another: "deputies" and "deputy" read better whole.
"""

import re

SHORTEST_STEM = 4

_VOWEL = re.compile("[аәеёиоөуұүыіэюяaeiouy]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# Letters that look the same, as typed where a keyboard lacks the right one: "бiлiм", "әкiм"
_LATIN, _LIKE = "ABEKMHOPCTYXISJaeopcyxisjhəɵƏƟ", "АВЕКМНОРСТУХІЅЈаеорсухіѕјһәөӘӨ"
TWINS = str.maketrans(_LATIN, _LIKE)
_TWIN = re.compile(f"[{_LATIN}]")


def may_have_twins(*texts: str) -> bool:
    """Say whether Latin letters may stand for Cyrillic ones: whether there are both."""
    return any(map(_CYRILLIC.search, texts)) and any(map(_TWIN.search, texts))


def look_alike(one: str, other: str) -> bool:
    """Say whether two strings differ in nothing that can be seen."""
    return one.translate(TWINS) == other.translate(TWINS)


def stem_length(one: str, other: str) -> int:
    """Return how many letters two different words begin with as one; 0 if they are two words."""
    most = min(len(one), len(other))
    length = 0
    while length < most and one[length] == other[length]:
        length += 1
    old, new = one[length:], other[length:]
    if length < SHORTEST_STEM or len(old) + len(new) >= length:
        return 0
    if not all(part.isalpha() for part in f"{one}-{other}".split("-")) or "-" in old + new:
        return 0
    if old and new and not _CYRILLIC.search(one):
        return 0
    if old and new and not (_VOWEL.search(old) and _VOWEL.search(new)):
        return max(_syllable_start(one, length), SHORTEST_STEM)
    return length


def _syllable_start(word: str, length: int) -> int:
    """Return where the syllable begins that the first `length` letters of `word` end in.

    So that endings can be read: "тан" and "тардан" after "депутат", not "н" and "рдан". Of two
    consonants before the vowel one belongs to it.
    """
    start = length
    while start and not _VOWEL.match(word[start - 1]):
        start -= 1
    start -= 1
    if start > 1 and not any(map(_VOWEL.match, word[start - 2 : start])):
        start -= 1
    return start
