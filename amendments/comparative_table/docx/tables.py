"""The body of a document → its tables, with the numbers that Word counts over all of it."""

from collections.abc import Iterator

from lxml import etree

from amendments.comparative_table.docx.changes import (
    KINDS,
    change_of,
    changes_of_mark,
    changes_within,
)
from amendments.comparative_table.docx.hardened_xml import (
    attribute,
    child,
    children,
    name_of,
    value,
    whole,
)
from amendments.comparative_table.docx.numbering import Counter, Numbering
from amendments.comparative_table.docx.runs import Runs
from amendments.comparative_table.rows.cells import (
    Cell,
    Changes,
    Paragraph,
    Row,
    Table,
    View,
    shows,
)
from amendments.comparative_table.unreadable import Unreadable

MOST_ROWS = 5_000
MOST_COLUMNS = 63  # As many as Word allows
_AROUND = frozenset({"sdt", "sdtContent", "customXml", "smartTag"})
_FORMATTING = (
    "pPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "tblGridChange",
    "numberingChange",
    "tblPrExChange",
)

Block = tuple[etree._Element, Changes]


class Tables:
    """Reads a body in its order; `loose` are the changed texts outside tables."""

    def __init__(self, numbering: Numbering, footnotes: dict[str, str]) -> None:
        self._numbering = numbering
        self._counters = {view: Counter(numbering) for view in View}
        self._runs = Runs(footnotes)
        self._rows = 0
        self.tables: list[Table] = []
        self.loose: list[Paragraph] = []

    def read(self, body: etree._Element) -> None:
        for element, changes in _within(body, ("p", "tbl")):
            self._runs.start_cell()
            if name_of(element) == "tbl":
                number = len(self.tables) + 1
                self.tables.append(Table(number, tuple(self._table_rows(element, changes))))
            else:
                self.loose.append(self._paragraph(element, changes))

    def _table_rows(self, table: etree._Element, around: Changes) -> Iterator[Row]:
        for number, (element, changes) in enumerate(_within(table, ("tr",), around), start=1):
            self._rows += 1
            if self._rows > MOST_ROWS:
                raise Unreadable(f"The tables have more than {MOST_ROWS} rows.")
            properties = child(element, "trPr")
            own = (*changes, *changes_within(properties))
            start = _columns(value(properties, "gridBefore"), 0)
            cells: list[Cell] = []
            formatting = _formatting(properties)
            for cell, changes_of_cell in _within(element, ("tc",)):
                read = self._cell(cell, start, own, changes_of_cell)
                formatting += self._runs.formatting + _formatting(cell)
                cells.append(read)
                start = read.end
            yield Row(number, tuple(cells), own, formatting)

    def _cell(self, element: etree._Element, start: int, of_row: Changes, around: Changes) -> Cell:
        self._runs.start_cell()
        properties = child(element, "tcPr")
        own = (*around, *changes_within(properties))
        merge = child(properties, "vMerge")
        paragraphs: list[Paragraph] = []
        faults: list[str] = []
        for block, changes in _within(element, ("p", "tbl")):
            if name_of(block) == "tbl":
                faults.append("a table stands inside a cell")
            else:
                paragraphs.append(self._paragraph(block, changes, (*of_row, *own)))
        notes = list(self._runs.notes)
        if child(properties, "cellMerge") is not None:
            notes.append("tracked change: cells were merged or split; read as they are now")
        if child(element, "altChunk") is not None:
            faults.append("a document of another format stands inside a cell")
        span = _columns(value(properties, "gridSpan"), 1)
        return Cell(
            paragraphs=tuple(paragraphs),
            start=start,
            end=start + max(1, span),
            continues=merge is not None and attribute(merge, "val") != "restart",
            changes=own,
            notes=tuple(notes),
            faults=tuple(faults),
        )

    def _paragraph(
        self, element: etree._Element, changes: Changes, around: Changes = ()
    ) -> Paragraph:
        """`around` are changes of the row and cell: told there, but they decide what counts."""
        pieces = self._runs.of(element, changes)
        mark = (*changes, *changes_of_mark(element))
        paragraph = Paragraph(pieces, mark)
        place = self._numbering.of(element)
        if place is None:
            return paragraph
        numbers: dict[View, str] = {}
        is_changed = any(piece.changes for piece in pieces)
        given = changes_within(child(element, "pPr", "numPr"))  # The number itself may be tracked
        for view in View:
            text = paragraph.text(view)
            counts = shows((*around, *mark, *given), view) and (bool(text) or not is_changed)
            numbers[view] = self._counters[view].next(place) if counts else ""
        return Paragraph(pieces, mark, numbers[View.BEFORE], numbers[View.AFTER])


def _within(
    element: etree._Element, names: tuple[str, ...], changes: Changes = ()
) -> Iterator[Block]:
    """Yield the elements of those names, looking into what only stands around them."""
    waiting = [(each, changes) for each in reversed(element)]
    while waiting:
        each, around = waiting.pop()
        name = name_of(each)
        if name in names:
            yield each, around
        elif name in KINDS:
            inner = (*around, change_of(each))
            waiting += [(one, inner) for one in reversed(each)]
        elif name in _AROUND:
            waiting += [(one, around) for one in reversed(each)]


def _columns(text: str | None, default: int) -> int:
    number = whole(text, default)
    if not 0 <= number <= MOST_COLUMNS:
        raise Unreadable(f"A cell says it is {number} columns wide; Word allows {MOST_COLUMNS}.")
    return number


def _formatting(element: etree._Element | None) -> int:
    if element is None:
        return 0
    found = sum(1 for _ in children(element, *_FORMATTING))
    for each in children(element, "p", "pPr", "tcPr"):
        found += _formatting(each)
    return found
