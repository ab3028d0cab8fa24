"""Database → entries, in a number of queries that depends only on the kinds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amendments.content_files.kinds import Kind, Kinds
from amendments.content_files.names import Names
from amendments.content_files.shape import Entry
from amendments.models import Reviewed, State


@dataclass(frozen=True)
class StoredKind:
    """All rows of one kind, and the entries they amount to, by slug."""

    kind: Kind
    rows: dict[str, Any]
    entries: dict[str, Entry]

    def is_public(self, slug: str) -> bool:
        """Whether readers see it, or will at its minute: what needs no review always counts."""
        row = self.rows[slug]
        return not isinstance(row, Reviewed) or row.state == State.PUBLISHED

    def public(self) -> dict[str, Entry]:
        return {slug: entry for slug, entry in self.entries.items() if self.is_public(slug)}


def read_kind(kind: Kind, names: Names) -> StoredKind:
    """Read one kind from the database, and teach `names` its slugs.

    The kinds it refers to must have been read into `names` before.
    """
    rows = kind.model._base_manager.prefetch_related(*kind.shape.prefetches())
    by_slug: dict[str, Any] = {row.slug: row for row in rows.order_by("pk")}  # type: ignore[attr-defined]
    for slug, row in by_slug.items():
        names.learn(kind.name, slug, row.pk)
    entries = {slug: kind.shape.stored(row, names) for slug, row in by_slug.items()}
    return StoredKind(kind, by_slug, entries)


def read_database(kinds: Kinds | Iterable[Kind]) -> dict[str, StoredKind]:
    """Read all kinds from the database, by name."""
    names = Names()
    return {kind.name: read_kind(kind, names) for kind in kinds}
