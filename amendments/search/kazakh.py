"""A light stemmer for Kazakh: it takes endings off, and knows no words.

Kazakh puts endings one after another: құқық-тар-ы-на, "to their rights". Up to five are taken
off from the end, each only if it fits the letter before it and enough of the word is left. What
is left is put as it was before the ending changed it: a last ғ, г, б is қ, к, п again, and the
narrow vowel that халық loses in халқ-ы is left out of both.

That is no grammar: some words lose too much, but each form of them loses the same, which is what
search needs. Endings that make new words (-шы, -дық, -сыз) stay, but for -лық and -тық after
long stems, which make an adjective of any noun ("конституциялық"). Verbs meet in their name,
the form in -у, where the ending can be no noun's: тағайындайды, тағайындаған → тағайындау.
"""

import re

ROUNDS = 5
SHORTEST = 3  # Letters that stay
SHORTEST_FOR_SURE = 2  # Where the ending is long enough to be no part of the stem: ел-дің
SHORTEST_BEFORE_N = 4  # The n after a narrow vowel may be the stem's own: орын, орын-да
LONG_STEM = 5
SHORTEST_VERB = 4

_VOWELS = frozenset("аәеёиоөұүыіэюя")  # Not у, which often closes a syllable: сайлау
_NASALS = frozenset("мнң")
_VOICELESS = frozenset("пткқсшщчцфхһбвгд")  # As Kazakh hears them at the end of a word
_SOFT = str.maketrans("ғгб", "қкп")  # The last letter as it was before a vowel followed
_FRONT = str.maketrans("аығқ", "еігк")


def _both(*endings: str) -> list[str]:
    """Give each ending with its back and its front vowels: лар and лер."""
    return [form for ending in endings for form in (ending, ending.translate(_FRONT))]


_ENDINGS = sorted(
    {
        *_both("лар", "дар", "тар"),  # Many
        *_both("ның", "дың", "тың"),  # Of
        *_both("нда", "да", "та", "нан", "дан", "тан"),  # In, from
        *_both("ндағы", "дағы", "тағы"),  # That which is in
        *_both("ға", "қа", "на"),  # To
        *_both("ны", "ды", "ты", "н"),  # Whom
        *("мен", "бен", "пен"),  # With
        *_both("сы", "ы"),  # Its
        *_both("ымыз", "мыз"),  # Our
    },
    key=len,
    reverse=True,
)
_ADJECTIVES = _both("лық", "тық")
# After ы, сы is far more often the с of облыс, отырыс, дауыс; but these make nouns in -ы
_NOUNS_IN_Y = tuple(_both("шы", "улы", "нды", "ғы", "жы"))
# Vowels drop out here when a vowel follows: халық, халқы; орын, орны; дауыс, даусы
_NARROW_VOWEL = re.compile(r"(?<=[лрнйу])[ыі](?=[кқнпс]\Z)")
# No case begins with й, ғ after а, or д after а: after vowels it is -ны, -ға, -нда
_VERB = re.compile(
    r"(?P<vowel>[аеяи])(?:йды|йді|йтын|йтін|ған|ген)\Z"  # тағайында-йды
    r"|(?P<past>(?:[мбп]|[^аеяиоөұүыіәю][лдт])[ае])(?:ды|ді)\Z"  # сайла-ды, сайлама-ды
    r"|[ае](?:ды|ді)\Z"  # бекіт-еді
    r"|(?:қан|кен|ған|ген)\Z"  # бекіт-кен
)
_NO_VERBS = ("жағдай", "маңдай", "талай", "сарай")  # Nouns that end as verbs do before -ды


def stem(word: str) -> str:
    """Return the stem of a folded Kazakh word; of another language's, the word or less of it."""
    for _ in range(ROUNDS):
        verb = _name_of_verb(word)
        if verb:
            return verb
        shorter = _without_ending(word)
        if shorter == word:
            break
        word = shorter
    if len(word) < SHORTEST:
        return word
    word = word[:-1] + word[-1].translate(_SOFT)
    return _NARROW_VOWEL.sub("", word) if len(word) > SHORTEST else word


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) >= _enough(rest, ending) and _fits(rest, ending):
                return rest[:-1] + rest[-1].translate(_SOFT) if ending[0] in "ыі" else rest
    for ending in _ADJECTIVES:
        if word.endswith(ending) and len(word) - len(ending) >= LONG_STEM:
            return word[: -len(ending)]
    return word


def _enough(rest: str, ending: str) -> int:
    """Return how many letters the rest must have."""
    if _VOWELS.isdisjoint(rest):
        return len(rest) + 1
    if rest[-1] in "ыі" and (ending == "н" or ending[:2] in ("нд", "на", "не")):
        return SHORTEST_BEFORE_N
    return SHORTEST_FOR_SURE if len(ending) > 2 else SHORTEST


def _fits(rest: str, ending: str) -> bool:
    """Say whether the ending could follow, by its first letter and the last one before it."""
    before, first = rest[-1], ending[0]
    if ending in ("сы", "сі"):
        return before in _VOWELS and (before not in "ыі" or rest.endswith(_NOUNS_IN_Y))
    if ending == "н":
        return before in "ыі"
    if ending in ("мыз", "міз"):
        return before in _VOWELS
    if first in "ыі":
        return before not in _VOWELS
    if first == "н":
        return before in _VOWELS or (before in _NASALS and ending[-1] in "ңн")
    if first in "тқкп":
        return before in _VOICELESS
    return first in "лм" or before not in _VOICELESS


def _name_of_verb(word: str) -> str:
    """Return the verb's form in -у, or nothing where the ending may be a noun's."""
    found = _VERB.search(word)
    if not found or word.startswith(_NO_VERBS):
        return ""
    kept = found.end("vowel") if found["vowel"] else found.end("past") if found["past"] else -1
    name = word[: kept if kept > 0 else found.start()]
    return f"{name}у" if len(name) >= SHORTEST_VERB and not _VOWELS.isdisjoint(name) else ""
