"""Tables of texts → CSV and XLSX that a spreadsheet opens without changing or running anything."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from django.utils.translation import gettext as _

from amendments.table_files.guarding import guard

LONGEST_XLSX_CELL = 32_767
WIDTH = 32  # Of a column, in characters


class CannotBeWritten(Exception):
    """A text that the chosen format has no room for."""


def csv_file(headers: Sequence[str], rows: Iterable[Sequence[str]], *, delimiter: str) -> bytes:
    """Return UTF-8 with the mark by which Excel knows it, so that Kazakh letters stay."""
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([guard(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_file(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook in which every cell is text. Raises CannotBeWritten."""
    from openpyxl.cell.cell import WriteOnlyCell  # Takes long to load, and is rarely wanted
    from openpyxl.utils.cell import get_column_letter
    from openpyxl.utils.exceptions import IllegalCharacterError
    from openpyxl.workbook.workbook import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "B2"
    for number in range(1, len(headers) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
    try:
        for row in (headers, *rows):
            cells = []
            for text in row:
                shown = guard(text)
                if len(shown) > LONGEST_XLSX_CELL:
                    raise CannotBeWritten(_("A text is too long for XLSX; take CSV: %s") % row[0])
                cell = WriteOnlyCell(sheet, shown)
                cell.data_type, cell.number_format = "s", "@"
                cells.append(cell)
            sheet.append(cells)
    except IllegalCharacterError as error:
        raise CannotBeWritten(
            _("A text has a character that XLSX cannot hold; take CSV.")
        ) from error
    out = BytesIO()
    book.save(out)
    return out.getvalue()
