"""What can only be seen with all entries in view: doubles, unknown references, wrong files."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from django.db.models import Model, UniqueConstraint

from amendments.content_files.faults import Fault, Place
from amendments.content_files.fields import Slug, Text
from amendments.content_files.kinds import Kind, Kinds
from amendments.content_files.rows import Citations, Rows
from amendments.content_files.shape import Entry


@dataclass(frozen=True)
class ReadEntry:
    """An entry as read; `slug` is empty if it has none. A faulty one may lack keys."""

    slug: str
    entry: Entry
    place: Place


@dataclass(frozen=True)
class Content:
    """All entries of the files, by kind, in the order of the files.

    `half_read` names the kinds of which some file could not be read: what such a file would
    have said is not held against the others.
    """

    entries: dict[str, list[ReadEntry]]
    half_read: set[str] = field(default_factory=set)


def check(kinds: Kinds, content: Content, faults: list[Fault]) -> None:
    """Add the faults that no entry shows alone."""
    slugs = {name: [read.slug for read in entries] for name, entries in content.entries.items()}
    for kind in kinds:
        entries = content.entries[kind.name]
        _check_doubles(kind, entries)
        for read in entries:
            _check_file(kind, read)
            _check_claims(kind, read)
            for rule in kind.rules:
                for path, text in rule(read.entry):
                    read.place.inside(path).fault(text)
            for path, to, slug in kind.shape.references(read.entry):
                if slug not in slugs[to] and to not in content.half_read:
                    close = get_close_matches(slug, slugs[to], n=3)
                    meant = f"; did you mean {' or '.join(close)}?" if close else ""
                    read.place.inside(path).fault(f'there is no "{slug}" among the {to}{meant}')


def _check_file(kind: Kind, read: ReadEntry) -> None:
    try:
        path = kind.path_of(read.entry)
    except KeyError:
        return  # That it is missing is reported already
    if path != read.place.file:
        read.place.fault(f"belongs in the file {path}")


def _check_claims(kind: Kind, read: ReadEntry) -> None:
    for cited in kind.fields:
        if isinstance(cited, Citations):
            for number, citation in enumerate(read.entry.get(cited.key, []), 1):
                claim = citation.get("claim")
                if claim and claim not in kind.claims:
                    read.place.inside(f"{cited.key}.{number}.claim").fault(
                        f'"{claim}" is no field of {kind.name}; '
                        f"expected one of {', '.join(kind.claims)}"
                    )


def _check_doubles(kind: Kind, entries: list[ReadEntry]) -> None:
    for keys in _unique_keys(kind):
        texts = {column.key for column in kind.fields if isinstance(column, Text)}
        empty = {key: "" if key in texts else None for key in keys}
        first: dict[tuple[Any, ...], ReadEntry] = {}
        for read in entries:
            values = tuple(read.entry.get(key, empty[key]) for key in keys)
            if None in values or not any(values):
                continue
            other = first.setdefault(values, read)
            if other is not read:
                place = read.place.inside(", ".join(keys))
                if keys == ("slug",):
                    place.fault(
                        f"stands twice; also in {other.place.file}, line {other.place.line}"
                    )
                else:
                    place.fault(f"the same as in {other.slug} ({other.place.file})")
    for rows in kind.fields:
        if isinstance(rows, Rows) and any(isinstance(inner, Slug) for inner in rows.fields):
            _check_rows(rows, entries)


def _check_rows(rows: Rows, entries: list[ReadEntry]) -> None:
    """Rows with a slug have it alone in the whole kind, not only in their entry."""
    first: dict[str, ReadEntry] = {}
    for read in entries:
        for number, row in enumerate(read.entry.get(rows.key, []), 1):
            other = first.setdefault(row["slug"], read) if "slug" in row else read
            if other is not read:
                read.place.inside(f"{rows.key}.{number}.slug").fault(
                    f"stands twice; also in {other.slug} ({other.place.file})"
                )


def _unique_keys(kind: Kind) -> Iterator[tuple[str, ...]]:
    """Translate the database's uniqueness into keys of the files."""
    keys = {column.name: column.key for column in kind.fields}
    for names in unique_attributes(kind.model):
        if all(name in keys for name in names):
            yield tuple(keys[name] for name in names)


def unique_attributes(model: type[Model]) -> Iterator[tuple[str, ...]]:
    """Name the columns, or groups of columns, whose values stand once."""
    for column in model._meta.fields:
        if column.unique and not column.primary_key:
            yield (column.name,)
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and constraint.fields:
            yield tuple(constraint.fields)
