"""A table → drafts and proposed changes: all of its rows, or none."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _
from tablib.core import Dataset

from amendments.table_files.exporting import STATE
from amendments.table_files.registry import TableFile
from amendments.table_files.resource import NUMBER, Fate, TextResource
from amendments.table_files.table import Table, Unreadable


@dataclass(frozen=True)
class ImportedRow:
    """What became of a row, or would. `number` is the spreadsheet's.

    `changes` are (column, before, after); `faults` (column, what is wrong), the column empty
    where the row as a whole is meant.
    """

    number: int
    slug: str
    fate: Fate
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Imported:
    rows: list[ImportedRow]

    @property
    def counts(self) -> Counter[Fate]:
        return Counter(row.fate for row in self.rows)

    @property
    def is_refused(self) -> bool:
        """Whether a row is faulty, so that nothing was or would be written."""
        return any(row.fate is Fate.REFUSED for row in self.rows)

    @property
    def would_write(self) -> bool:
        return not self.is_refused and any(row.fate is not Fate.UNCHANGED for row in self.rows)


def import_table(
    file: TableFile, table: Table, *, editor: User, now: datetime, dry_run: bool
) -> Imported:
    """Raises Unreadable for a table of something else."""
    _check_headers(file, table)
    rows = [[str(number), *cells] for number, cells in table.rows]
    resource = TextResource(file, table, editor, now)
    result = resource.import_data(
        Dataset(*rows, headers=[NUMBER, *table.headers]),
        dry_run=dry_run,
        use_transactions=True,
        rollback_on_validation_errors=True,
    )
    for fault in [*result.base_errors, *(e for row in result.rows for e in row.errors)]:
        raise fault.error
    at = table.headers.index("slug")
    return Imported(
        [
            _imported(number, cells[at].strip(), row)
            for (number, cells), row in zip(table.rows, result.rows, strict=True)
        ]
    )


def _imported(number: int, slug: str, row: Any) -> ImportedRow:
    if row.validation_error is None:
        return ImportedRow(number, slug, row.fate, changes=row.diff)
    by_column = row.validation_error.update_error_dict({})
    faults = [
        ("" if column == NON_FIELD_ERRORS else column, message)
        for column, errors in by_column.items()
        for error in errors
        for message in getattr(error, "messages", [str(error)])
    ]
    return ImportedRow(number, slug, Fate.REFUSED, faults=faults)


def _check_headers(file: TableFile, table: Table) -> None:
    known = [column.name for column in file.columns]
    unknown = [name for name in table.headers if name not in (*known, STATE)]
    twice = [name for name, times in Counter(table.headers).items() if times > 1]
    if "slug" not in table.headers:
        raise Unreadable(_("The first row has no column “slug”."))
    if unknown:
        said = _("Unknown columns: %(unknown)s. Known are: %(known)s.")
        raise Unreadable(said % {"unknown": ", ".join(unknown), "known": ", ".join(known)})
    if twice:
        raise Unreadable(_("Columns that stand twice: %s.") % ", ".join(twice))
