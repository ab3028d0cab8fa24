"""What a row of a table says, before anyone knows which provision it is about."""

from dataclasses import dataclass, field
from enum import StrEnum


class Revisions(StrEnum):
    """What to do with tracked changes.

    `before-after`: the only text of a row is its before, with the changes rejected, and its
    after, with them accepted; where a table has both texts, they are accepted. `accept`:
    they are accepted everywhere. `refuse`: a file with any in its rows is refused.
    """

    BEFORE_AFTER = "before-after"
    ACCEPT = "accept"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Place:
    table: int
    row: int = 0  # 0: the whole table

    def __str__(self) -> str:
        return f"table {self.table}, row {self.row}" if self.row else f"table {self.table}"


@dataclass(frozen=True)
class ComparedRow:
    """`address` is what the article column says, `heading` the last title across the table.

    `said` are tracked changes, footnotes and whatever else was not taken as text.
    """

    place: Place
    address: str
    heading: str
    before: str
    after: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unclear:
    """A row, or a table, that could not be understood, and why."""

    place: Place
    reason: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """A row that was understood and has nothing to take."""

    place: Place
    reason: str
    said: tuple[str, ...] = ()


Entry = ComparedRow | Unclear | LeftOut


@dataclass
class Compared:
    """All rows of a file in its order; `tracked` are the places of tracked changes in texts."""

    entries: list[Entry] = field(default_factory=list)
    tracked: list[tuple[Place, str]] = field(default_factory=list)
