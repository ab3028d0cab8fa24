"""What became of each thing a document says: the same list for a dry run and for a real one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from amendments.akoma_ntoso.faults import Where


class Fate(StrEnum):
    ADDED = "added"
    FILLED_IN = "translation filled in"
    SAME = "the same here"
    DIFFERS = "differs"
    OVERWRITTEN = "overwritten"
    PROPOSED = "proposed as a change"
    STAGED = "staged as a draft"
    KEPT = "kept as it is here"
    READ = "read"
    NOT_HELD = "not held here"
    NOT_UNDERSTOOD = "not understood"


WRITTEN = (Fate.ADDED, Fate.FILLED_IN, Fate.OVERWRITTEN, Fate.PROPOSED, Fate.STAGED)


@dataclass(frozen=True)
class Listed:
    file: str
    where: Where
    fate: Fate
    what: str = ""
    said: str = ""

    def __str__(self) -> str:
        parts = (self.file, str(self.where), f"{self.fate}", self.what, self.said)
        return ": ".join(part for part in parts if part)


@dataclass(frozen=True)
class Imported:
    """`is_written` is False for a dry run, and where differences held everything back."""

    listed: list[Listed] = field(default_factory=list)
    is_written: bool = False

    @property
    def counts(self) -> dict[Fate, int]:
        counted = Counter(each.fate for each in self.listed)
        return {fate: counted[fate] for fate in Fate if counted[fate]}

    @property
    def differing(self) -> list[Listed]:
        return differing(self.listed)


def differing(listed: Iterable[Listed]) -> list[Listed]:
    return [each for each in listed if each.fate == Fate.DIFFERS]
