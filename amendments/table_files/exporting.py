"""Texts → a file for a spreadsheet."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from amendments.table_files.registry import TableFile
from amendments.table_files.stored import names_for, with_entries
from amendments.table_files.writing import csv_file, xlsx_file

STATE = "state"  # A column to read: importing passes it over


class Format(TextChoices):
    XLSX = "xlsx", _("XLSX")
    CSV = "csv", _("CSV")
    CSV_WITH_SEMICOLONS = "csv-semicolons", _("CSV with semicolons (Excel in Kazakh or Russian)")


@dataclass(frozen=True)
class Exported:
    data: bytes
    content_type: str
    ending: str


def export_table(file: TableFile, texts: QuerySet[Any], into: Format) -> Exported:
    """Raises CannotBeWritten."""
    columns, names = file.columns, names_for(file.kind)
    headers = [*(column.name for column in columns), STATE]
    rows = [
        [*(column.cell(entry) for column in columns), text.state]
        for text, entry in with_entries(file.kind, texts, names)
    ]
    if into == Format.XLSX:
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return Exported(xlsx_file(headers, rows), kind, ".xlsx")
    delimiter = ";" if into == Format.CSV_WITH_SEMICOLONS else ","
    return Exported(csv_file(headers, rows, delimiter=delimiter), "text/csv; charset=utf-8", ".csv")
