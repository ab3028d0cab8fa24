"""What a reader asks for: words, or the address of a provision."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from amendments.search.folding import Word, loose, words
from amendments.search.latin import in_cyrillic
from amendments.search.stemming import possible_stems
from amendments.search.stop_words import ANY_STOP_WORD, STOP_WORDS, without_stop_words

LONGEST_QUESTION = 100  # Characters
MOST_WORDS = 8  # Later ones are left out
SHORTEST_BEGINNING = 3  # Letters that may be the beginning of a word


@dataclass(frozen=True)
class ProvisionAsked:
    """ "72(3)": article "72", place "3"; of a whole article the place is empty."""

    article: str
    place: str


@dataclass(frozen=True)
class AskedWord:
    """A word of the question, folded, with the stems under which it may be kept.

    `typed` is what stood there in Latin letters, of a word that is a reading of them.
    """

    word: Word
    stems: frozenset[str]
    typed: str = ""

    @property
    def text(self) -> str:
        return self.word.text

    @property
    def key(self) -> str:
        return loose(self.text)

    @property
    def may_begin_another(self) -> bool:
        return (
            len(self.text) >= SHORTEST_BEGINNING
            and self.text.isalpha()
            and self.text not in ANY_STOP_WORD
        )


@dataclass(frozen=True)
class Question:
    """A question in the language of the page, cut to what search reads of it."""

    text: str
    language: str

    @cached_property
    def words(self) -> list[AskedWord]:
        """The words that say something, each once, in order."""
        found: dict[str, Word] = {}
        for word in words(self.text):
            found.setdefault(word.text, word)
        kept = without_stop_words(list(found), self.language)[:MOST_WORDS]
        return [
            AskedWord(found[text], frozenset(possible_stems(text, self.language))) for text in kept
        ]

    @cached_property
    def latin_words_read(self) -> list[AskedWord]:
        """The words again, the Latin ones in the Cyrillic letters they may stand for.

        Empty when there are none. Kazakh words that say nothing are left out.
        """
        found: list[AskedWord] = []
        for asked in self.words:
            readings = in_cyrillic(self.text[asked.word.start : asked.word.end])
            if not readings:
                found.append(asked)
            elif not STOP_WORDS["kk"].intersection(readings):
                word = Word(readings[-1], asked.word.start, asked.word.end)
                stems = {stem for each in readings for stem in possible_stems(each, "kk")}
                found.append(AskedWord(word, frozenset(stems), typed=asked.text))
        return found if any(each.typed for each in found) else []

    def without(self, left_out: Iterable[str], replaced: Mapping[str, str]) -> "Question":
        """Return the question with words left out and others in the place of some."""
        text = self.text
        for word in sorted(words(text), key=lambda each: -each.start):
            if word.text in replaced or word.text in left_out:
                other = replaced.get(word.text, "")
                text = text[: word.start] + other + text[word.end :]
        return question(text, self.language)

    @cached_property
    def provision(self) -> ProvisionAsked | None:
        """The address, if it is one; in Kazakh also in Latin letters, "72-bap"."""
        return provision_asked(self.text) or provision_asked(
            _LATIN.sub(lambda found: (in_cyrillic(found[0]) or [found[0]])[0], self.text)
        )


def question(given: str, language: str) -> Question:
    """Read what a reader typed; it may be empty."""
    return Question(" ".join(given[:LONGEST_QUESTION].split()), language)


_LATIN = re.compile(r"[^\W\d_]+")
_NUMBER = r"(\d{1,3}(?:-\d)?)"
_ARTICLE = r"(?:article|art\.?|статья|статьи|статье|статью|статей|ст\.?|бап)"
_PARAGRAPH = r"(?:paragraphs?|para\.?|par\.?|пункты|пункта|пункте|пункт|п\.?|тармақ\w*)"
_SUB = r"(?:sub-?paragraph|подпункта|подпункте|подпункт|пп\.?|п/п\.?|тармақша\w*)"
_KAZAKH_ARTICLE = rf"{_NUMBER}\s*-?\s*ба[пб]\w*"

# "72", "72(3)", "54(2)(2)", "Article 72, paragraph 3", "ст. 72 п. 3", "72-бап 3-тармақ", "72-баптың
# 3-тармағы", "п. 3 ст. 72"
_FORMS = [
    rf"{_ARTICLE}?\s*{_NUMBER}(?:\s*\(\s*{_NUMBER}\s*\)(?:\s*\(\s*{_NUMBER}\s*\))?)?",
    rf"{_ARTICLE}?\s*{_NUMBER}[\s,]+{_PARAGRAPH}\s*{_NUMBER}(?:[\s,]+{_SUB}\s*{_NUMBER})?",
    rf"(?:{_SUB}\s*(?P<sub>\d+(?:-\d)?)\s+)?{_PARAGRAPH}\s*(?P<par>\d+(?:-\d)?)\s+{_ARTICLE}\s*"
    r"(?P<art>\d{1,3}(?:-\d)?)",
    rf"{_KAZAKH_ARTICLE}(?:[\s,]+{_NUMBER}\s*-?\s*тарма[қғ]\w*"
    rf"(?:[\s,]+{_NUMBER}\)?\s*-?\s*тармақша\w*)?)?",
]
_PATTERNS = [re.compile(form, re.IGNORECASE) for form in _FORMS]


def provision_asked(text: str) -> ProvisionAsked | None:
    """Read an address such as lawyers write it in the three languages; None for anything else."""
    for pattern in _PATTERNS:
        found = pattern.fullmatch(text.strip(" .,;:?!"))
        if found and "art" in pattern.groupindex:
            return _address(found["art"], found["par"], found["sub"])
        if found:
            return _address(*found.groups())
    return None


def _address(article: str, *within: str | None) -> ProvisionAsked:
    return ProvisionAsked(article, "/".join(part for part in within if part))
