"""Texts of one kind with what they say, in a number of queries that depends only on the kind."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from amendments.content_files import Entry, Field, Kind, Reference, References, Rows, kinds
from amendments.entry_of_text import DatabaseNames

Stored = dict[str, tuple[Any, Entry]]


def names_for(kind: Kind) -> DatabaseNames:
    """Return the slugs of all that texts of a kind may refer to."""
    names = DatabaseNames()
    for to in set(_referred(kind.fields)):
        rows: QuerySet[Any] = kinds[to].model._base_manager.all()
        for slug, key in rows.values_list("slug", "pk"):
            names.learn(to, slug, key)
    return names


def stored_texts(kind: Kind, slugs: Iterable[str], names: DatabaseNames) -> Stored:
    """Return those of the texts that exist, by slug."""
    rows: QuerySet[Any] = kind.model._base_manager.filter(slug__in=set(slugs))
    return {text.slug: (text, entry) for text, entry in with_entries(kind, rows, names)}


def with_entries(
    kind: Kind, rows: QuerySet[Any], names: DatabaseNames
) -> Iterator[tuple[Any, Entry]]:
    for text in rows.prefetch_related(*kind.shape.prefetches()):
        yield text, kind.shape.stored(text, names)


def _referred(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        if isinstance(field, Reference | References):
            yield field.to
        elif isinstance(field, Rows):
            yield from _referred(field.fields)
