"""A text as the engine sees it: paragraphs, list numbers and words, each with its place."""

import re
from dataclasses import dataclass
from functools import cached_property

from amendments.redline.endings import TWINS
from amendments.redline.list_numbers import find_number

# Accents, variation selectors, joiners and soft hyphens belong to the letter before them,
# so that a text that is not NFC-normalised is still never cut inside a letter.
ATTACHED = (
    r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    r"\u00ad\u200c\u200d\u2060"
)
LETTERS = rf"\w[\w{ATTACHED}]*"
# Hyphens and apostrophes join letters: "20-шы", "law-making", "deputy’s".
WORD = re.compile(rf"{LETTERS}(?:[-\u2010\u2011’'ʼ]{LETTERS})*")
LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SENTENCE_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a text. All places are offsets into the text, or indexes of words.

    The line break before a paragraph runs from `break_start` to `start`. Its list number runs
    from `number_start` to `number_end`; both equal `start` when it has none. Its words are
    `words[first_word:end_word]`.
    """

    break_start: int
    start: int
    end: int
    number_start: int
    number_end: int
    first_word: int
    end_word: int


@dataclass(frozen=True)
class Text:
    """A text with its words and paragraphs found; `string` is the text, unaltered."""

    string: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    paragraphs: list[Paragraph]

    @cached_property
    def paragraph_of(self) -> list[int]:
        """The paragraph each word stands in."""
        return [
            index
            for index, paragraph in enumerate(self.paragraphs)
            for _ in range(paragraph.first_word, paragraph.end_word)
        ]

    def written(self, word: int) -> str:
        """Return a word in its own letters, whatever it is compared by."""
        return self.string[self.starts[word] : self.ends[word]]

    def wording(self, paragraph: Paragraph) -> str:
        """Return a paragraph's words and what is between them, however they are spaced."""
        if paragraph.first_word == paragraph.end_word:
            return ""
        first, last = self.starts[paragraph.first_word], self.ends[paragraph.end_word - 1]
        return " ".join(self.string[first:last].split())


def read(string: str, *, twins: bool = False) -> Text:
    """Find the words, paragraphs and list numbers of a text.

    With `twins`, Latin letters in its words become the Cyrillic ones they look like; the
    string stays as it is.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraphs: list[Paragraph] = []
    for break_start, start, end in _lines(string):
        number_start, number_end = find_number(string, start, end)
        first_word = len(words)
        for word in WORD.finditer(string, number_end, end):
            words.append(word[0].translate(TWINS) if twins else word[0])
            starts.append(word.start())
            ends.append(word.end())
        paragraphs.append(
            Paragraph(break_start, start, end, number_start, number_end, first_word, len(words))
        )
    return Text(string, words, starts, ends, paragraphs)


def _lines(string: str) -> list[tuple[int, int, int]]:
    """Return for each line where the break before it begins, where it begins and ends."""
    lines = []
    break_start = start = 0
    for found in LINE_BREAK.finditer(string):
        lines.append((break_start, start, found.start()))
        break_start, start = found.span()
    lines.append((break_start, start, len(string)))
    return lines
