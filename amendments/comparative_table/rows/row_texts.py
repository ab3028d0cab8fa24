"""The cells of one row → what it compares, with tracked changes taken as was asked."""

from amendments.comparative_table.rows.cells import Cell, Row, View, changed_texts, shows
from amendments.comparative_table.rows.compared import (
    ComparedRow,
    Entry,
    LeftOut,
    Place,
    Revisions,
    Unclear,
)
from amendments.comparative_table.rows.header_words import Column
from amendments.comparative_table.rows.headers import Layout
from amendments.comparative_table.rows.no_text import says_unchanged
from amendments.comparative_table.rows.placing import Placed, Unplaced, placed
from amendments.comparative_table.rows.plain import text_of

_SHORT = 60
GONE = "the row was deleted or moved away"
EMPTY = "both texts are empty"
ONE_TEXT = "there is one text, and with its changes accepted nothing to compare it with"


class RowTexts:
    """Reads row after row of one layout, and remembers what stands above.

    That is the last title, and the cells that merged ones go on from.
    """

    def __init__(self, layout: Layout, revisions: Revisions) -> None:
        self.layout, self._revisions = layout, revisions
        self._heading = ""
        self._above: dict[Column, Cell] = {}

    def entry(self, row: Row, place: Place, said: tuple[str, ...]) -> Entry:
        if faults := [fault for cell in row.cells for fault in cell.faults]:
            return Unclear(place, "; ".join(dict.fromkeys(faults)), said)
        try:
            cells = placed(row, self.layout)
        except Unplaced as error:
            return Unclear(place, str(error), said)
        if cells.title is not None:
            return self._title(cells.title, place, said)
        if cells.both is not None:
            return self._both(row, cells, cells.both, place, said)
        gone = not shows(row.changes, View.AFTER)
        if gone and (self.layout.has_two_texts or self._revisions == Revisions.ACCEPT):
            return LeftOut(place, GONE, said)
        return self._compared(row, cells, place, said)

    def _title(self, cell: Cell, place: Place, said: tuple[str, ...]) -> Entry:
        self._heading = " ".join(text_of(cell, View.AFTER).split())
        self._above.clear()
        title = self._heading
        shown = title if len(title) <= _SHORT else f"{title[: _SHORT - 1]}…"
        return LeftOut(place, f"a title across the table: {shown}", said)

    def _both(
        self, row: Row, cells: Placed, cell: Cell, place: Place, said: tuple[str, ...]
    ) -> Entry:
        """One cell across both texts is a comparison only by its tracked changes."""
        if says_unchanged(text_of(cell, View.AFTER)):
            return LeftOut(place, "it says that nothing changed", said)
        if not any(True for _ in changed_texts(cell)):
            return Unclear(place, "before and after are one merged cell", said)
        return self._of_one_text(row, self._article(cells), cell, place, said)

    def _compared(self, row: Row, cells: Placed, place: Place, said: tuple[str, ...]) -> Entry:
        held = {column: self._held(column, cell) for column, cell in cells.by_column.items()}
        for column in (Column.BEFORE, Column.AFTER, Column.TEXT):
            if column in held and held[column] is not cells.by_column[column]:
                said = (*said, f"the {column} is a cell merged down from above")
        address = self._article(cells)
        if Column.TEXT in held:
            return self._of_one_text(row, address, held[Column.TEXT], place, said)
        before, after = (_text(held[column]) for column in (Column.BEFORE, Column.AFTER))
        if not before and not after:
            was = any(
                text_of(held[column], View.BEFORE) for column in (Column.BEFORE, Column.AFTER)
            )
            return LeftOut(place, GONE, said) if was else Unclear(place, EMPTY, said)
        for text, name in ((before, "before"), (after, "after")):
            if not text:
                said = (*said, f"the {name} is an empty cell: taken as no text")
        if says_unchanged(after):
            after = before
        return ComparedRow(place, address, self._heading, before, after, said)

    def _of_one_text(
        self, row: Row, address: str, cell: Cell, place: Place, said: tuple[str, ...]
    ) -> Entry:
        if self._revisions == Revisions.ACCEPT:
            return Unclear(place, ONE_TEXT, said)
        around = (*row.changes, *cell.changes)
        before, after = (text_of(cell, v) if shows(around, v) else "" for v in View)
        if not before and not after:
            return Unclear(place, "there is no text", said)
        return ComparedRow(place, address, self._heading, before, after, said)

    def _article(self, cells: Placed) -> str:
        cell = cells.by_column.get(Column.ARTICLE)
        if cell is None:
            return ""
        found = self._held(Column.ARTICLE, cell)
        return " ".join((text_of(found, View.AFTER) or text_of(found, View.BEFORE)).split())

    def _held(self, column: Column, cell: Cell) -> Cell:
        """Return the cell, or the one above that is merged down to here."""
        if cell.continues and column in self._above:
            return self._above[column]
        self._above[column] = cell
        return cell


def _text(cell: Cell) -> str:
    return text_of(cell, View.AFTER) if shows(cell.changes, View.AFTER) else ""
