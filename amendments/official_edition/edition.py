"""An edition as read: sections, articles, their numbered units and the footnotes."""

from dataclasses import dataclass, field

from amendments.comparative_table.matching.units import Unit


@dataclass(frozen=True, order=True)
class Fault:
    """`said` is a sentence for whoever has the file before them."""

    line: int
    said: str


@dataclass(frozen=True)
class PlacedUnit:
    unit: Unit
    line: int


@dataclass
class SectionRead:
    """`label` is "Раздел VI", `title` its name in one line."""

    number: str
    label: str
    title: str
    line: int


@dataclass
class ArticleRead:
    """`units` in the order of the file; `section` is the number of the last heading above."""

    number: str
    section: str
    line: int
    units: list[PlacedUnit] = field(default_factory=list)
    last_line: int = 0  # Of its text


@dataclass
class Footnote:
    """`article` is the one under which it stands, empty under the heading of a section."""

    line: int
    text: str
    article: str


@dataclass
class EditionRead:
    """`put_right` holds the words that had Latin look-alikes, each with its line.

    `is_ended` is false where the last sentence, or the last article, has no end. `faults` are
    the lines at which a sentence stops or begins in its middle.
    """

    language: str
    sections: list[SectionRead] = field(default_factory=list)
    articles: list[ArticleRead] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    notes: int = 0
    put_right: list[tuple[int, str]] = field(default_factory=list)
    last_line: int = 0
    is_ended: bool = False
    faults: list[Fault] = field(default_factory=list)
