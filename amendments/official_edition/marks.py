"""What a line of an edition begins: a section, an article, a number, a footnote, a note."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from amendments.comparative_table.matching.roman import ROMAN, roman
from amendments.comparative_table.matching.units import NUMBER, PARAGRAPH, SUBPARAGRAPH
from amendments.comparative_table.rows.folding import folded

_LONGEST_MARK = 100  # Characters, with the blanks in it
_HEADING_ENDS = r"(?=[\s.:]|$)\s*[.:]?\s*"


class Mark(Enum):
    SECTION = auto()
    ARTICLE = auto()
    PARAGRAPH = auto()  # "1."
    SUBPARAGRAPH = auto()  # "1)"
    FOOTNOTE = auto()  # Which laws changed the article above
    NOTE = auto()  # Rulings of the court, remarks of the publisher
    PUBLISHER = auto()  # The foot of the page; the law has ended
    NONE = auto()


@dataclass(frozen=True)
class Marked:
    """`number` of a section is in Latin letters; `rest` follows the mark on its line."""

    mark: Mark
    number: str
    rest: str


_PATTERNS: Mapping[str, list[tuple[Mark, re.Pattern[str]]]] = {
    "ru": [
        (Mark.SECTION, re.compile(rf"раздел\s+(?P<n>{ROMAN}){_HEADING_ENDS}")),
        (Mark.ARTICLE, re.compile(rf"статья\s+(?P<n>{NUMBER}){_HEADING_ENDS}")),
        (Mark.FOOTNOTE, re.compile(r"сноска\b[.:!]?\s*")),
        (Mark.NOTE, re.compile(r"примечани[ея]\b")),
    ],
    "kk": [
        (Mark.SECTION, re.compile(rf"(?P<n>{ROMAN})\s*-?\s*бөлім{_HEADING_ENDS}")),
        (Mark.ARTICLE, re.compile(rf"(?P<n>{NUMBER})\s*-\s*бап{_HEADING_ENDS}")),
        (Mark.FOOTNOTE, re.compile(r"ескерту\b[.:!]?\s*")),
        (Mark.NOTE, re.compile(r"(?:\w+-?\w*\s+)?ескертпе(?:сі)?\b")),
    ],
}
_IN_EVERY_LANGUAGE = [
    (Mark.PARAGRAPH, PARAGRAPH),
    (Mark.SUBPARAGRAPH, SUBPARAGRAPH),
    (Mark.PUBLISHER, re.compile("©|\\(c\\)\\s")),
]


def marked(line: str, language: str) -> Marked:
    """Say what a line begins, by its first letters alone."""
    head = line[:_LONGEST_MARK]
    plain = folded(head)
    for mark, pattern in [*_PATTERNS[language], *_IN_EVERY_LANGUAGE]:
        if found := pattern.match(plain):
            number = found[1] if found.re.groups else ""
            rest = line[found.end() :] if len(plain) == len(head) else ""
            return Marked(mark, roman(number) if mark == Mark.SECTION else number, rest.strip())
    return Marked(Mark.NONE, "", line)


def article_headings(lines: list[str], language: str) -> list[int]:
    """Return the lines, from 1, that begin an article as an edition in that language does."""
    return [
        number
        for number, line in enumerate(lines, start=1)
        if (found := marked(line.strip(), language)).mark == Mark.ARTICLE and not found.rest
    ]
