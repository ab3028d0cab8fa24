"""What a mapping in the files and a row in the database have in common."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from typing import Any

from django.db.models import Model

from amendments.content_files.faults import Place
from amendments.content_files.fields import NOTHING, Field
from amendments.content_files.names import Names
from amendments.content_files.strict_yaml import Mapping, Node, Scalar

Entry = dict[str, Any]
"""An entry in its one canonical form: keys in the declared order, no empty values."""


def digest(entry: Entry) -> str:
    """Return the SHA-256 of an entry; the layout of the files does not count."""
    text = json.dumps(entry, default=str, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Shape:
    """A model and the keys under which its values stand in the files."""

    model: type[Model]
    fields: Sequence[Field]

    def read(self, node: Node, place: Place) -> Entry:
        """Read what can be read, and report everything else."""
        if node.flaw or not isinstance(node, Mapping):
            place.fault(node.flaw or f"expected keys and values, found {node.found()}")
            return {}
        written = self._by_key(node, place)
        entry: Entry = {}
        for field in self.fields:
            if field.key in written:
                value_node = written[field.key]
                value = field.read(value_node, place.inside(field.key, value_node.line), self.model)
                if value is not NOTHING:
                    entry[field.key] = value
            elif field.required:
                place.inside(field.key).fault("missing")
        return entry

    def _by_key(self, node: Mapping, place: Place) -> dict[str, Node]:
        known = [field.key for field in self.fields]
        written: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for key, value in node.pairs:
            name = key.text if isinstance(key, Scalar) else key.found()
            if name in lines:
                place.inside(name, key.line).fault(
                    f"stands twice (lines {lines[name]} and {key.line})"
                )
            elif key.flaw or name not in known:
                place.inside(name, key.line).fault(key.flaw or f"unknown key{_meant(name, known)}")
            else:
                written[name] = value
            lines.setdefault(name, key.line)
        return written

    def stored(self, row: Model, names: Names) -> Entry:
        """Return what the database says. No queries, once `prefetches` were made."""
        values = ((field.key, field.stored(row, names)) for field in self.fields)
        return {key: value for key, value in values if value is not NOTHING}

    def save(self, row: Any, entry: Entry, names: Names, reason: str, **extra: Any) -> None:
        """Make the row and what belongs to it say what the entry says.

        What says so already is left alone and gets no line in its history. `extra` holds
        further columns. Raises NotInDatabase.
        """
        columns = dict(extra)
        for field in self.fields:
            columns |= field.columns(entry.get(field.key, NOTHING), names, self.model)
        if row.pk is None or any(getattr(row, name) != new for name, new in columns.items()):
            for name, new in columns.items():
                setattr(row, name, new)
            row._change_reason = reason
            row.save()
        for field in self.fields:
            field.save_related(row, entry.get(field.key, NOTHING), names, reason)

    def prefetches(self) -> list[str]:
        return [name for field in self.fields for name in field.prefetches()]

    def references(self, entry: Entry) -> Iterator[tuple[str, str, str]]:
        """Name what the entry refers to: path, kind, slug."""
        for field in self.fields:
            if field.key in entry:
                for path, kind, slug in field.references(entry[field.key]):
                    yield f"{field.key}.{path}" if path else field.key, kind, slug


def _meant(name: str, known: Sequence[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
