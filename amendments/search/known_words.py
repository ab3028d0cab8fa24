"""A word that was asked → the words of the index that it may stand for, and what they count."""

from collections.abc import Iterable, Sequence

from amendments.search.asking import AskedWord, Question
from amendments.search.engine import Engine, KnownWord
from amendments.search.folding import is_kazakh, loose

CONTINUATION = 0.6  # What a word counts that only begins like the one asked for


def spelling(word: AskedWord, known: Iterable[KnownWord]) -> str:
    """Return how the index spells a word read from Latin letters, or else its best reading."""
    same = (each.word for each in known if loose(each.word) == word.key)
    return next(same, word.text)


def all_are_words(asked: Question, known: dict[str, list[KnownWord]]) -> bool:
    """Say whether each word is one of the index, not only the beginning of some."""
    return all(
        any(each.word == word.text or each.stem in word.stems for each in known[word.text])
        for word in asked.words
        if word.text.isalpha()
    )


def known_of_each(
    questions: Sequence[Question], database: Engine
) -> list[dict[str, list[KnownWord]]]:
    """Return for each word of each question the words of the index that it may stand for."""
    words = [word for each in questions for word in each.words]
    found = iter(known_words(words, questions[0].language, database))
    return [{word.text: next(found) for word in each.words} for each in questions]


def known_words(
    words: Sequence[AskedWord], language: str, database: Engine
) -> list[list[KnownWord]]:
    if not words:
        return []
    found = database.continuations(
        [word.key if word.may_begin_another else "" for word in words],
        [word.stems for word in words],
        language,
    )
    return [
        [known for known in its_words if _may_be(word, known)]
        for word, its_words in zip(words, found, strict=True)
    ]


def _may_be(word: AskedWord, known: KnownWord) -> bool:
    """Whether letters that only Kazakh has are there where they were typed."""
    if word.typed or not is_kazakh(word.text):
        return True
    return known.stem in word.stems or known.word.startswith(word.text)


def group_of(word: AskedWord, known: Iterable[KnownWord]) -> dict[str, float]:
    group = {each.stem: CONTINUATION for each in known}
    group |= {each.stem: 1.0 for each in known if _is_meant(word, each)}
    return group | dict.fromkeys(word.stems, 1.0)


def _is_meant(word: AskedWord, known: KnownWord) -> bool:
    return known.word == word.text or (bool(word.typed) and loose(known.word) == word.key)
