"""Every translated value of an entry, with its path."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from amendments.content_files.fields import Field
from amendments.content_files.rows import Rows
from amendments.content_files.translated import Translated


@dataclass(frozen=True)
class TranslatedValue:
    """`path` is that of a fault, such as `misconceptions.2.belief`; `key` the entry's own key."""

    path: str
    key: str
    field: Translated
    by_language: dict[str, Any]


def translated_values(
    fields: Sequence[Field], entry: dict[str, Any], path: str = "", top: str = ""
) -> Iterator[TranslatedValue]:
    """Find every translated value in an entry and in its rows."""
    for field in fields:
        value = entry.get(field.key)
        if value is None:
            continue
        key = top or field.key
        if isinstance(field, Translated):
            yield TranslatedValue(f"{path}{field.key}", key, field, value)
        elif isinstance(field, Rows):
            for number, row in enumerate(value, 1):
                inside = f"{path}{field.key}.{number}"
                if not field.bare:
                    yield from translated_values(field.fields, row, f"{inside}.", key)
                elif isinstance(field.fields[0], Translated):
                    yield TranslatedValue(inside, key, field.fields[0], row)
