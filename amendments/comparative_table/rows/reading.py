"""Tables → what each row compares."""

from collections.abc import Iterator
from dataclasses import replace

from amendments.comparative_table.rows.cells import Document, Row, Table, View
from amendments.comparative_table.rows.compared import (
    Compared,
    Entry,
    LeftOut,
    Place,
    Revisions,
    Unclear,
)
from amendments.comparative_table.rows.headers import Layout, is_counting, is_repeated, layout_of
from amendments.comparative_table.rows.plain import text_of
from amendments.comparative_table.rows.row_texts import RowTexts
from amendments.comparative_table.rows.tracked import has_tracked_text, told_of_row

NO_HEADER = (
    "no row names the columns (article, before, after; статья, действующая, предлагаемая "
    "редакция; бап, қолданыстағы, ұсынылатын редакция)"
)


def compared_rows(document: Document, revisions: Revisions) -> Compared:
    """Read every table; one without a header of its own goes on from the one before it."""
    compared = Compared()
    texts: RowTexts | None = None
    for table in document.tables:
        reader = _Reader(table, revisions, texts)
        compared.entries += reader.entries()
        compared.tracked += reader.tracked
        texts = reader.texts
    return compared


class _Reader:
    def __init__(self, table: Table, revisions: Revisions, before: RowTexts | None) -> None:
        self.table, self.revisions = table, revisions
        self.texts = before
        self.tracked: list[tuple[Place, str]] = []

    def entries(self) -> Iterator[Entry]:
        header, layout = self._header()
        if layout is not None:
            self.texts = RowTexts(layout, self.revisions)
        elif self.texts is None or not self._goes_on(self.texts.layout):
            yield self._not_read()
            return
        for row in self.table.rows:
            place = Place(self.table.number, row.number)
            said = self._said(row, place)
            if row.number < header:
                yield from self._above_header(row, place, said)
            elif row.number == header or is_repeated(row, self.texts.layout):
                if said:
                    yield LeftOut(place, "the header", said)
            elif not is_counting(row) and (_is_filled(row) or said):
                yield self.texts.entry(row, place, said)

    def _header(self) -> tuple[int, Layout | None]:
        """Return the row that names the columns; of a header in two lines the lower one."""
        rows = self.table.rows
        for index, row in enumerate(rows):
            layout = layout_of(row)
            if layout is None:
                continue
            for below in rows[index + 1 : index + 2]:
                lower = layout_of(_with_merged(below, row))
                if lower is not None and any(cell.continues for cell in below.cells):
                    return below.number, lower
            return row.number, layout
        return 0, None

    def _goes_on(self, layout: Layout) -> bool:
        return any(len(row.cells) == layout.cells for row in self.table.rows)

    def _said(self, row: Row, place: Place) -> tuple[str, ...]:
        tracked = tuple(told_of_row(row))
        if has_tracked_text(row):
            self.tracked += [(place, each) for each in tracked]
        notes = (note for cell in row.cells for note in cell.notes)
        return (*tracked, *dict.fromkeys(notes))

    def _not_read(self) -> Unclear:
        """A table that was not read may still hold tracked changes: they are told."""
        said = [
            line
            for row in self.table.rows
            for line in self._said(row, Place(self.table.number, row.number))
        ]
        return Unclear(Place(self.table.number), NO_HEADER, tuple(said))

    def _above_header(self, row: Row, place: Place, said: tuple[str, ...]) -> Iterator[Entry]:
        """The title of the table, or the upper line of a header of two lines."""
        filled = [cell for cell in row.cells if text_of(cell, View.AFTER)]
        below = next((each for each in self.table.rows if each.number == row.number + 1), None)
        is_upper_line = below is not None and any(cell.continues for cell in below.cells)
        if len(filled) > 1 and not is_upper_line:
            yield Unclear(place, "it stands above the row that names the columns", said)
        elif filled or said:
            what = "the upper line of the header" if is_upper_line else "a title above the header"
            yield LeftOut(place, what, said)


def _with_merged(row: Row, above: Row) -> Row:
    """Put what is merged down from the row above into the cells that go on from it."""
    starts = {cell.start: cell for cell in above.cells}
    cells = (starts.get(cell.start, cell) if cell.continues else cell for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _is_filled(row: Row) -> bool:
    return any(text_of(cell, view) for cell in row.cells for view in View)
