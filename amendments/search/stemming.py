"""The stem under which a word is kept and found, by the language of the text it stands in."""

from collections.abc import Callable
from functools import cache, lru_cache

import snowballstemmer

from amendments.search import kazakh
from amendments.search.folding import is_cyrillic, is_kazakh

REMEMBERED = 50_000  # Words; a Russian one takes 25 µs the first time


@lru_cache(maxsize=REMEMBERED)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word in a text in `language` ("kk", "ru" or "en").

    The letters decide first: a Latin word in a Kazakh text is an English one.
    """
    if not word.isalpha():
        return word
    if not is_cyrillic(word):
        return _snowball("english")(word) if word.isascii() else word
    if language == "kk" or is_kazakh(word):
        return kazakh.stem(word)
    return _snowball("russian")(word)


def possible_stems(word: str, language: str) -> set[str]:
    """Return the stems under which a word asked for in `language` may have been kept.

    On Kazakh pages a text not yet translated stands in Russian.
    """
    languages = ("kk", "ru") if language == "kk" else (language,)
    return {stem(word, each) for each in languages}


@cache
def _snowball(name: str) -> Callable[[str], str]:
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stem_word
