"""Values that name other entries by their slug."""

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from typing import Any

from django.db.models import Model

from amendments.content_files.faults import Place
from amendments.content_files.fields import NOTHING, Field
from amendments.content_files.legible import read_text
from amendments.content_files.names import Names
from amendments.content_files.strict_yaml import Listing, Node


@dataclass(frozen=True)
class Reference(Field):
    """The slug of one entry of the kind `to`: a foreign key."""

    _: KW_ONLY
    to: str

    def read(self, node: Node, place: Place, model: type[Model]) -> Any:
        slug = read_text(node, place)
        if slug == "":
            place.fault("empty; leave the key out")
        return slug or NOTHING

    def stored(self, row: Any, names: Names) -> Any:
        key = getattr(row, f"{self.name}_id")
        return NOTHING if key is None else names.slug(self.to, key)

    def columns(self, value: Any, names: Names, model: type[Model]) -> dict[str, Any]:
        return {f"{self.name}_id": None if value is NOTHING else names.key(self.to, value)}

    def references(self, value: Any) -> Iterator[tuple[str, str, str]]:
        yield "", self.to, value


@dataclass(frozen=True)
class References(Field):
    """The slugs of any number of entries of the kind `to`, in their order: many to many."""

    _: KW_ONLY
    to: str

    def read(self, node: Node, place: Place, model: type[Model]) -> Any:
        if node.flaw or not isinstance(node, Listing):
            place.fault(node.flaw or f"expected a list of slugs, found {node.found()}")
            return NOTHING
        if not node.items:
            place.fault("empty; leave the key out")
        slugs: list[str] = []
        for number, item in enumerate(node.items, 1):
            inside = place.inside(number, item.line)
            slug = read_text(item, inside)
            if slug is not None and slug in slugs:
                inside.fault(f'"{slug}" stands twice')
            elif slug is not None:
                slugs.append(slug)
        return sorted(slugs) or NOTHING

    def stored(self, row: Any, names: Names) -> Any:
        related = getattr(row, self.name).all()
        return sorted(names.slug(self.to, other.pk) for other in related) or NOTHING

    def save_related(self, row: Any, value: Any, names: Names, reason: str) -> None:
        wanted = {names.key(self.to, slug) for slug in ([] if value is NOTHING else value)}
        related = getattr(row, self.name)
        if wanted != {other.pk for other in related.all()}:
            row._change_reason = reason
            related.set(wanted)

    def prefetches(self) -> list[str]:
        return [self.name]

    def references(self, value: Any) -> Iterator[tuple[str, str, str]]:
        for slug in value:
            yield "", self.to, slug
