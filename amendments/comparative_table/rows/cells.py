"""A table as read from a file: plain values, both states of every tracked change in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

SOFT_BREAK = "\v"  # A line break within a paragraph: Shift+Enter in Word


class View(StrEnum):
    """A text with its tracked changes rejected, or accepted."""

    BEFORE = "before"
    AFTER = "after"


class Tracked(StrEnum):
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"


@dataclass(frozen=True)
class Change:
    """One tracked change; author and day as the file says, empty where it does not."""

    kind: Tracked
    author: str = ""
    day: str = ""

    def is_in(self, view: View) -> bool:
        came = self.kind in (Tracked.INSERTED, Tracked.MOVED_HERE)
        return came if view == View.AFTER else not came

    @property
    def by(self) -> str:
        said = f" by {self.author}" if self.author else ""
        return f"{said} on {self.day}" if self.day else said


Changes = tuple[Change, ...]  # Outer first: what one inserted another may have deleted


def shows(changes: Changes, view: View) -> bool:
    return all(change.is_in(view) for change in changes)


@dataclass(frozen=True)
class Piece:
    """Text under the same tracked changes."""

    text: str
    changes: Changes = ()


@dataclass(frozen=True)
class Paragraph:
    """`mark` are the changes of the paragraph's end: where it does not show, the next joins on.

    The number that Word counts may differ before and after, so it is kept twice.
    """

    pieces: tuple[Piece, ...]
    mark: Changes = ()
    number_before: str = ""
    number_after: str = ""

    def number(self, view: View) -> str:
        return self.number_before if view == View.BEFORE else self.number_after

    def text(self, view: View) -> str:
        return "".join(piece.text for piece in self.pieces if shows(piece.changes, view))


@dataclass(frozen=True)
class Cell:
    """`start` and `end` are columns of the grid, the end excluded.

    One that `continues` belongs to the cell above. `notes` say what was not taken as text,
    `faults` why the row cannot be.
    """

    paragraphs: tuple[Paragraph, ...]
    start: int
    end: int
    continues: bool = False
    changes: Changes = ()
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """`number` counts from 1 as in Word; `changes` are those of the row as a whole."""

    number: int
    cells: tuple[Cell, ...]
    changes: Changes = ()
    formatting: int = 0  # Tracked changes of the looks alone


@dataclass(frozen=True)
class Table:
    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Document:
    """The tables of a file in its order, and what is said of the file as a whole."""

    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


def changed_texts(cell: Cell) -> Iterator[tuple[Change, str]]:
    """Yield each tracked change of a cell once, with its text.

    Neighbours by the same hand are one. A paragraph's end has no text of its own.
    """
    found: list[tuple[Change, list[str]]] = []
    for paragraph in cell.paragraphs:
        for piece in (*paragraph.pieces, Piece("", paragraph.mark)):
            for change in piece.changes:
                if not found or found[-1][0] != change:
                    found.append((change, []))
                found[-1][1].append(piece.text)
        if found:
            found[-1][1].append(" ")
    return ((change, " ".join("".join(texts).split())) for change, texts in found)
