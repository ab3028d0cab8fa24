"""Room for entries that swap places under a unique constraint: 1, 2 → 2, 1."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, IntegerField, Model

from amendments.content_files.checking import unique_attributes

_HIGHEST = 32_767  # Of a small whole number, in every database


def make_room(model: type[Model], rows: Sequence[Model | None]) -> bool:
    """Give each row's unique numbers and texts a value nobody has, until they are saved.

    Foreign keys cannot be parked: two amendments cannot swap their provisions in one go. The
    history does not see it. Returns whether there was anything to park; one query a row.
    """
    parked = set()
    for names in unique_attributes(model):
        columns = [model._meta.get_field(name) for name in names if name != "slug"]
        if spare := [c for c in columns if isinstance(c, CharField | IntegerField)]:
            parked.add(spare[-1])
    for offset, row in enumerate(row for row in rows if row is not None):
        values: dict[str, Any] = {
            column.name: _HIGHEST - offset if isinstance(column, IntegerField) else f"~{offset}"
            for column in parked
        }
        if values:
            model._base_manager.filter(pk=row.pk).update(**values)
    return bool(parked)
