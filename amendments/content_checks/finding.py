"""What a check found in a text."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """An error stops publication. A hint asks an editor to look again, and stops nothing."""

    ERROR = "error"
    HINT = "hint"


class Problem(Enum):
    """What may be wrong; `said` puts it into words."""

    NO_SOURCE = "no-source"
    NO_SUCH_ARTICLE = "no-such-article"
    PARAGRAPH_NOT_HELD = "paragraph-not-held"
    TERM_NOT_LINKED = "term-not-linked"
    SENTENCE_TOO_LONG = "sentence-too-long"
    MANY_LONG_WORDS = "many-long-words"
    PRESENT_TENSE = "present-tense"
    NUMBER_MISSING = "number-missing"
    ARTICLE_MISSING = "article-missing"
    OTHER_TERM = "other-term"
    DEAD_LINK = "dead-link"
    LINK_TO_UNPUBLISHED = "link-to-unpublished"
    ADDRESS_UNKNOWN = "address-unknown"
    NO_ALTERNATIVE_TEXT = "no-alternative-text"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: in which field, where in its text, and the words to show.

    `field` is a path such as `key_facts.2.text.en`, `place` the offset of `words` in its text,
    `count` a number that the problem speaks of.
    """

    problem: Problem
    level: Level
    field: str = ""
    place: int = 0
    words: str = ""
    count: int = 0
