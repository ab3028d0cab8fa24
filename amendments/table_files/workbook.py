"""XLSX → rows of texts, from files of whoever."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from amendments.table_files.table import Unreadable

MOST_UNPACKED = 50 * 1024 * 1024
MOST_PARTS = 500
MOST_COLUMNS = 200


def rows_of_workbook(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of the first sheet. Raises Unreadable."""
    from openpyxl.reader.excel import load_workbook  # Takes long to load, and is rarely wanted
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_traps(data)
    try:
        book = load_workbook(BytesIO(data), read_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # What a file says of its own size need not be so
        for row in sheet.iter_rows(max_col=MOST_COLUMNS):
            yield [_text(cell) for cell in row]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError) as e:
        raise Unreadable(_("The file is no workbook that can be read.")) from e


def _refuse_traps(data: bytes) -> None:
    """Refuse what would unpack to more than anybody writes, and XML that declares entities."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            listed = parts.infolist()
            if len(listed) > MOST_PARTS or sum(p.file_size for p in listed) > MOST_UNPACKED:
                raise Unreadable(_("The workbook is too large; divide it."))
            for part in listed:
                if part.filename.endswith((".xml", ".rels")) and _declares(parts.read(part)):
                    raise Unreadable(_("The file is no workbook that can be read."))
    except (BadZipFile, NotImplementedError, RuntimeError) as error:
        raise Unreadable(_("The file is no workbook that can be read.")) from error


def _declares(xml: bytes) -> bool:
    return any("<!DOCTYPE".encode(code) in xml for code in ("utf-8", "utf-16-le", "utf-16-be"))


def _text(cell: Any) -> str:
    value = cell.value
    if cell.data_type == "f":
        where = f"{cell.column_letter}{cell.row}"
        raise Unreadable(_("Cell %s holds a formula; put its result in its place.") % where)
    if cell.data_type == "e":
        where = f"{cell.column_letter}{cell.row}"
        raise Unreadable(_("Cell %s holds an error.") % where)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
