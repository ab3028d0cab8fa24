"""Two words that were typed as one, or with another key in the place of the space."""

from collections.abc import Iterator, Sequence

from amendments.models import SearchWord
from amendments.search.folding import loose
from amendments.search.latin import in_cyrillic
from amendments.search.slips import MOST_CORRECTED

SHORTEST = 3  # Letters of each of the two: shorter ones stand at the end of too many words


def parted(unknown: Sequence[str], language: str) -> dict[str, str]:
    """Return for words that no text has the two that they were meant to be. One query.

    Of several ways that without a letter lost counts, then that with the more used words.
    """
    asked = list(unknown)[:MOST_CORRECTED]
    ways = {word: list(_ways(word)) for word in asked}
    keys = {key for found in ways.values() for way in found for key in way}
    if not keys:
        return {}
    words = SearchWord.objects.filter(language=language, key__in=keys).order_by("seen", "word")
    known = {key: (word, seen) for key, word, seen in words.values_list("key", "word", "seen")}
    meant = {}
    for word, found in ways.items():
        whole = [way for way in found if all(key in known for key in way)]
        if whole:
            best = max(
                whole, key=lambda way: (sum(map(len, way)), min(known[key][1] for key in way))
            )
            meant[word] = " ".join(known[key][0] for key in best)
    return meant


def _ways(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a word, also as Kazakh typed in Latin letters, as keys."""
    for read in (word, *in_cyrillic(word)[-1:]):
        key = loose(read)
        for at in range(SHORTEST, len(key) - SHORTEST + 1):
            yield key[:at], key[at:]
            if len(key) - at > SHORTEST:
                yield key[:at], key[at + 1 :]
