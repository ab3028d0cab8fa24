"""Which kinds of content editors may fill in as a table.

Another app adds its own in `AppConfig.ready()`:

    from amendments.table_files import TableFile, register

    register(Question, TableFile("questions", leave_out=frozenset({"written_against"})))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from amendments.content_files import Entry, Kind, kinds
from amendments.table_files.columns import Column, columns_of


@dataclass(frozen=True)
class TableFile:
    """One kind of content (`amendments.content_files`) as a table.

    `leave_out`: keys that are no editor's to write; they keep what they say.
    `complete`: adds to an entry, given what the text said before, what the table cannot say.
    `drafted`: called with each draft that was saved.
    """

    kind_name: str
    leave_out: frozenset[str] = frozenset()
    complete: Callable[[Entry, Entry], Entry] = lambda before, entry: entry
    drafted: Callable[[Any], None] = lambda draft: None

    @property
    def kind(self) -> Kind:
        return kinds[self.kind_name]

    @property
    def columns(self) -> list[Column]:
        return columns_of(self.kind, self.leave_out)


_registered: dict[type[Model], TableFile] = {}


def register(model: type[Model], table_file: TableFile) -> None:
    """Offer a model's texts as a table. The second time replaces the first."""
    _registered[model] = table_file


def table_file_of(model: type[Model]) -> TableFile:
    """Raises KeyError for a model that nobody registered."""
    return _registered[model]
