"""The Constitution on a day and an amending law, each in one language: plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Part(StrEnum):
    """The parts of the law that have an address of their own, by the project's words."""

    HEADING = "heading"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    OPENING_WORDS = "opening-words"
    SUBPARAGRAPH = "subparagraph"


class Kind(StrEnum):
    """What a change does, in the standard's words."""

    INSERTION = "insertion"
    REPEAL = "repeal"
    SUBSTITUTION = "substitution"


@dataclass(frozen=True)
class Passage:
    """A text and the language it is really in (kk, ru, en)."""

    text: str
    language: str


@dataclass(frozen=True)
class Address:
    """Where a provision stands. `section` is set for the heading of a section only."""

    part: Part
    section: str = ""
    article: str = ""
    paragraph: str = ""
    subparagraph: str = ""


@dataclass(frozen=True)
class Provision:
    """`text` is None while the law has no such text: not yet added, or repealed.

    `is_amended`: its wording comes from amending laws. `follows_gap`: the law says something
    before it that is not held here.
    """

    slug: str
    address: Address
    position: int
    text: Passage | None
    is_amended: bool = False
    is_repealed: bool = False
    follows_gap: bool = False

    @property
    def is_shown(self) -> bool:
        return self.text is not None or self.is_repealed


@dataclass(frozen=True)
class Article:
    slug: str
    number: str
    provisions: tuple[Provision, ...] = ()


@dataclass(frozen=True)
class Section:
    """`heading` is the provision that the heading is, where a law ever changed it."""

    slug: str
    number: str
    position: int
    title: Passage
    heading: Provision | None = None
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True)
class LawName:
    """What another document needs to know of an amending law."""

    slug: str
    number: str
    dated: date
    title: str


@dataclass(frozen=True)
class ConstitutionName:
    slug: str
    adopted_on: date


@dataclass(frozen=True)
class InForce:
    """`until` is exclusive; `applied_from` is None where it was never told apart."""

    since: date
    until: date | None = None
    applied_from: date | None = None


@dataclass(frozen=True)
class Modification:
    """What a law did to the Constitution, told from the Constitution's side."""

    law: LawName
    address: Address
    kind: Kind
    in_force: InForce


@dataclass(frozen=True)
class Constitution:
    """`version` is the day on which the text became what it is.

    `modifications` are all that are known, those after `version` too.
    """

    slug: str
    language: str
    title: Passage
    adopted_on: date
    in_force_from: date | None
    in_force_until: date | None
    texts_known_from: date | None
    version: date
    authentic_urls: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    modifications: tuple[Modification, ...] = ()


@dataclass(frozen=True)
class Change:
    """What a law did to one provision. `before` and `after` are in `language`; an empty one
    means that the law had no such text. `name` is the address in words.
    """

    slug: str
    address: Address
    name: str
    title: Passage
    topic: str
    certainty: str
    before: str
    after: str
    language: str
    in_force: InForce

    @property
    def kind(self) -> Kind:
        if not self.before:
            return Kind.INSERTION
        return Kind.SUBSTITUTION if self.after else Kind.REPEAL


@dataclass(frozen=True)
class Topic:
    """`title` is None where it is not public."""

    slug: str
    position: int
    title: Passage | None


@dataclass(frozen=True)
class Law:
    slug: str
    language: str
    constitution: ConstitutionName
    title: Passage
    number: str
    dated: date
    adopted_by: str
    adopted_on: date | None
    in_force_from: date | None
    official_url: str
    topics: tuple[Topic, ...] = ()
    changes: tuple[Change, ...] = ()
