"""Which word a reader meant who typed one that no text has."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from amendments.search.engine import Engine, KnownWord
from amendments.search.folding import loose
from amendments.search.latin import in_cyrillic

MOST_CORRECTED = 3  # Words in a question

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
_TO_RUSSIAN = str.maketrans(_LATIN.upper(), _RUSSIAN.upper()) | str.maketrans(_LATIN, _RUSSIAN)
_TO_LATIN = str.maketrans(_RUSSIAN + _RUSSIAN.upper(), _LATIN + _LATIN.upper())


def corrections(unknown: Sequence[str], language: str, engine: Engine) -> dict[str, str]:
    """Return for words that no text has those they were probably meant to be. One query.

    A Latin word may be a slip in Kazakh typed in Latin letters: the nearer of both is meant.
    """
    asked = list(unknown)[:MOST_CORRECTED]
    read = [(word, each) for word in asked for each in (word, *in_cyrillic(word)[-1:])]
    if not read:
        return {}
    similar = engine.similar([loose(each) for _word, each in read], language)
    meant: dict[str, tuple[int, str]] = {}
    for (word, each), found in zip(read, similar, strict=True):
        known = nearest(each, found)
        if known:
            slips = OSA.distance(loose(each), loose(known.word))
            meant[word] = min(meant.get(word, (slips, known.word)), (slips, known.word), key=_first)
    return {word: known for word, (_slips, known) in meant.items()}


def _first(pair: tuple[int, str]) -> int:
    return pair[0]


def nearest(typed: str, known: Iterable[KnownWord]) -> KnownWord | None:
    """Return the word fewest slips away from `typed`, the more used one of equals.

    A slip is a letter too many, too few or wrong, or two letters that changed places; a letter
    typed without a Kazakh keyboard is none.
    """
    most = slips_allowed(len(typed))
    best: tuple[int, int, int, str] | None = None
    chosen = None
    for word in known:
        distance = OSA.distance(loose(typed), loose(word.word), score_cutoff=most)
        if distance <= most:
            merit = (distance, OSA.distance(typed, word.word), -word.seen, word.word)
            if best is None or merit < best:
                best, chosen = merit, word
    return chosen


def slips_allowed(letters: int) -> int:
    """One in a word of three to five letters, two in longer ones, none in shorter ones."""
    return 0 if letters < 3 else 1 if letters < 6 else 2


def in_other_layout(text: str) -> list[str]:
    """Return what the same keys give on a Russian or on a Latin keyboard: "ghfdj" is "право"."""
    typed = [text.translate(_TO_RUSSIAN), text.translate(_TO_LATIN)]
    return [other for other in typed if other != text]
