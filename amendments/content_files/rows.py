"""Values that are rows of another table, in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

from django.db.models import Model

from amendments.content_files.faults import Place
from amendments.content_files.fields import NOTHING, Field, Text
from amendments.content_files.names import Names
from amendments.content_files.references import Reference
from amendments.content_files.shape import Entry, Shape
from amendments.content_files.strict_yaml import Listing, Node
from amendments.models import Citation


@dataclass(frozen=True)
class Rows(Field):
    """A list of rows that belong to the entry; the model keeps their order in `position`.

    `parent` is the model's way back to the entry. A row keeps its primary key as long as its
    `identity` (some of its keys) stays; without identity, as long as it has its place.
    `bare`: the model has a single field, so a row is written as that field's value.
    """

    _: KW_ONLY
    model: type[Model]
    parent: str
    fields: Sequence[Field]
    identity: Sequence[str] = ()
    bare: bool = False

    @property
    def shape(self) -> Shape:
        return Shape(self.model, self.fields)

    def read(self, node: Node, place: Place, model: type[Model]) -> Any:
        if node.flaw or not isinstance(node, Listing):
            place.fault(node.flaw or f"expected a list, found {node.found()}")
            return NOTHING
        if not node.items:
            place.fault("empty; leave the key out")
        rows: list[Entry] = []
        for number, item in enumerate(node.items, 1):
            inside = place.inside(number, item.line)
            row = self._read_row(item, inside)
            if not row or (self.identity and self.identity[0] not in row):
                continue  # Its fault is reported already
            if self.identity and self._identity(row) in map(self._identity, rows):
                inside.fault(f"the same {' and '.join(self.identity)} as in a row above")
            rows.append(row)
        return [self._written(row) for row in rows] or NOTHING

    def _read_row(self, node: Node, place: Place) -> Entry:
        if not self.bare:
            return self.shape.read(node, place)
        value = self.fields[0].read(node, place, self.model)
        return {} if value is NOTHING else {self.fields[0].key: value}

    def stored(self, row: Any, names: Names) -> Any:
        rows = (self.shape.stored(each, names) for each in self._rows(row))
        return [self._written(each) for each in rows if each] or NOTHING

    def save_related(self, row: Any, value: Any, names: Names, reason: str) -> None:
        wanted = [self._unwritten(each) for each in ([] if value is NOTHING else value)]
        existing = self._rows(row)
        if self.identity:
            kept = {self._identity(self.shape.stored(each, names)): each for each in existing}
            matched = [kept.pop(self._identity(entry), None) for entry in wanted]
            superfluous = list(kept.values())
        else:
            matched = [*existing[: len(wanted)], *[None] * (len(wanted) - len(existing))]
            superfluous = existing[len(wanted) :]
        for old in superfluous:  # First, as a new row may need the place of an old one
            old._change_reason = reason
            old.delete()
        for position, (entry, found) in enumerate(zip(wanted, matched, strict=True), 1):
            each = found or self.model(**{self.parent: row})
            self.shape.save(each, entry, names, reason, position=position)

    def prefetches(self) -> list[str]:
        deeper = [f"{self.name}__{name}" for name in self.shape.prefetches()]
        return [self.name, *deeper]

    def references(self, value: Any) -> Iterator[tuple[str, str, str]]:
        for number, each in enumerate(value, 1):
            for path, kind, slug in self.shape.references(self._unwritten(each)):
                yield f"{number}.{path}", kind, slug

    def _rows(self, row: Any) -> list[Any]:
        return sorted(getattr(row, self.name).all(), key=lambda each: (each.position, each.pk))

    def _identity(self, entry: Entry) -> tuple[Any, ...]:
        return tuple(entry.get(key) for key in self.identity)

    def _written(self, entry: Entry) -> Any:
        return entry[self.fields[0].key] if self.bare else entry

    def _unwritten(self, value: Any) -> Entry:
        return {self.fields[0].key: value} if self.bare else value


@dataclass(frozen=True)
class Citations(Rows):
    """The sources of a `Cited` text; a citation without `claim` covers the whole entry."""

    key: str = "citations"
    _: KW_ONLY
    model: type[Model] = Citation
    parent: str = "text"
    fields: Sequence[Field] = (
        Reference("source", to="sources", required=True),
        Text("claim"),
    )
    identity: Sequence[str] = ("source", "claim")
