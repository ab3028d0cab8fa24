"""CSV and XLSX → a table of texts. What cannot be read exactly is refused, never guessed."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from django.utils.translation import gettext as _

from amendments.table_files.guarding import unguard
from amendments.table_files.table import MOST_BYTES, MOST_ROWS, Table, Unreadable
from amendments.table_files.workbook import rows_of_workbook

LONGEST_CELL = 200_000
BOMS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ",;\t"


def read_table(data: bytes) -> Table:
    """Read a file of either kind. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 5 MB; divide it."))
    rows = rows_of_workbook(data) if data.startswith(b"PK") else _rows_of_csv(data)
    return _table(rows)


def _rows_of_csv(data: bytes) -> Iterator[list[str]]:
    try:
        if data.startswith(BOMS_OF_UTF_16):
            raise UnicodeError
        text = data.decode("utf-8-sig")
    except UnicodeError:
        raise Unreadable(
            _(
                "The file is not in UTF-8, perhaps in Windows-1251, where letters of Kazakh are "
                "lost. In Excel, save it as “CSV UTF-8” or as XLSX."
            )
        ) from None
    if "\0" in text:
        raise Unreadable(_("The file is neither CSV nor XLSX."))
    first = text.split("\n", 1)[0]
    csv.field_size_limit(LONGEST_CELL)
    delimiter = max(DELIMITERS, key=first.count)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise Unreadable(_("The file is no proper CSV: %s.") % error) from error


def _table(rows: Iterable[list[str]]) -> Table:
    numbered = ((number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1))
    filled = ((number, row) for number, row in numbered if any(cell.strip() for cell in row))
    headers: list[str] = [cell.strip() for cell in next(filled, (0, []))[1]]
    while headers and not headers[-1]:
        headers.pop()
    if not headers:
        raise Unreadable(_("The file is empty."))
    table = Table(headers, [])
    for number, row in filled:
        if any(cell.strip() for cell in row[len(headers) :]):
            raise Unreadable(_("Row %d has more cells than the table has columns.") % number)
        if len(table.rows) == MOST_ROWS:
            raise Unreadable(_("The table has more than 1,000 rows; divide it."))
        cells = [*row[: len(headers)], *[""] * (len(headers) - len(row))]
        table.rows.append((number, cells))
    return table


def _text(cell: str) -> str:
    return unguard(cell).replace("\r\n", "\n").replace("\r", "\n")
