"""What became of each row of a file: the same list for a dry run and for a real one."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    STAGED = "staged as a draft"
    FILLED_IN = "filled in a draft"
    ALREADY_HERE = "already here"
    DIFFERS = "differs from the draft"
    PUBLISHED = "published already"
    UNCHANGED = "nothing changed"
    LEFT_OUT = "left out"
    NOT_UNDERSTOOD = "not understood"


WRITTEN = (Fate.STAGED, Fate.FILLED_IN)


@dataclass(frozen=True)
class Listed:
    """One row, or one of several provisions in a row.

    `address` is the article and paragraph that it was matched to, `said` the tracked changes,
    footnotes and notes of the row. `slug` names the amendment, if there is one.
    """

    place: Hashable
    fate: Fate
    address: str = ""
    reason: str = ""
    said: tuple[str, ...] = ()
    slug: str = ""
    pk: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.place}: {self.fate}"]
        parts += [each for each in (self.address, self.reason) if each]
        return ": ".join(parts)


@dataclass(frozen=True)
class Imported:
    """All rows of a file in its order, and what was said of the file as a whole."""

    listed: list[Listed]
    notes: list[str]

    @property
    def counts(self) -> dict[Fate, int]:
        counted = Counter(each.fate for each in self.listed)
        return {fate: counted[fate] for fate in Fate if counted[fate]}
