"""Answers of the API → flat tables, by the shapes that its OpenAPI document describes.

An object within a thing becomes columns (`status.standing` → `status_standing`); a text with its
language becomes two (`in_short`, `in_short_language`). A list of objects becomes a table of its
own, whose rows name the thing they belong to (`of`) and their place in it (`place`: 2.5 is the
fifth in the second). A list of values is one cell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Schema = Mapping[str, Any]

BETWEEN = " | "  # Values of a list in one cell
TEXT_WITH_LANGUAGE = {"text", "language", "out_of_date"}
TYPES = {"date": "date", "date-time": "datetime", "integer": "integer", "number": "number"}


@dataclass(frozen=True)
class Column:
    """`path` leads from a row to the value; `type` is that of Table Schema."""

    name: str
    path: tuple[str, ...]
    type: str
    description: str

    def cell(self, row: Any) -> str:
        for key in self.path:
            row = row.get(key) if row else None
        if isinstance(row, bool):
            return str(row).lower()
        if isinstance(row, list):
            return BETWEEN.join(map(str, row))
        return "" if row is None else str(row)


@dataclass
class Table:
    """`path` are the lists, one within the other, that lead to the rows; none: the things."""

    collection: str
    name: str
    path: tuple[str, ...]
    description: str
    columns: list[Column] = field(default_factory=list)

    @property
    def headers(self) -> list[str]:
        keys = ["of", "place"] if self.path else []
        return [*keys, *(column.name for column in self.columns)]

    def rows(self, things: list[Any]) -> Iterator[list[str]]:
        for thing in things:
            for place, row in _within(thing, self.path):
                keys = [thing["slug"], place] if self.path else []
                yield [*keys, *(column.cell(row) for column in self.columns)]


def tables_of(name: str, shape: Schema, components: Mapping[str, Schema]) -> list[Table]:
    """Return the table of a collection, and one for each list of objects within its things."""
    tables = [Table(name, name, (), "")]
    _add(shape, components, tables, tables[0], ())
    return tables


def _within(thing: Any, path: tuple[str, ...], place: str = "") -> Iterator[tuple[str, Any]]:
    if not path:
        yield place, thing
        return
    found = thing
    for key in path[0].split("."):
        found = found.get(key) if found else None
    for number, each in enumerate(found or (), 1):
        yield from _within(each, path[1:], f"{place}.{number}".removeprefix("."))


def _add(
    shape: Schema,
    components: Mapping[str, Schema],
    tables: list[Table],
    table: Table,
    path: tuple[str, ...],
) -> None:
    shape = _resolved(shape, components)
    table.description = table.description or _told(shape)
    for key, raw in shape["properties"].items():
        each = _resolved(raw, components)
        here = (*path, key)
        inner = _resolved(each["items"], components) if "items" in each else each
        if "items" in each and "properties" in inner:
            lists = (*table.path, ".".join(here))
            name = f"{table.name}-{'-'.join(here)}".replace("_", "-")
            child = Table(table.collection, name, lists, _told(each))
            tables.append(child)
            _add(inner, components, tables, child, ())
        elif set(each.get("properties", ())) == TEXT_WITH_LANGUAGE:
            table.columns += _text_with_language(here, raw)
        elif "properties" in each:
            _add(each, components, tables, table, here)
        else:
            table.columns.append(Column(_name(here), here, _type(each), _told(raw)))


def _text_with_language(path: tuple[str, ...], raw: Schema) -> list[Column]:
    name = _name(path)
    language = f"The language that `{name}` is really in."
    mark = f"True where `{name}` was translated from an older version of its source, else empty."
    return [
        Column(name, (*path, "text"), "string", _told(raw)),
        Column(f"{name}_language", (*path, "language"), "string", language),
        Column(f"{name}_out_of_date", (*path, "out_of_date"), "boolean", mark),
    ]


def _name(path: tuple[str, ...]) -> str:
    """Join the keys, the `text` of a `text` once."""
    return "_".join(key for at, key in enumerate(path) if key != path[at - 1] or not at)


def _resolved(schema: Schema, components: Mapping[str, Schema]) -> Schema:
    """Follow references, and leave out that something may be null."""
    if "$ref" in schema:
        return _resolved(components[schema["$ref"].rpartition("/")[2]], components)
    for several in ("allOf", "oneOf", "anyOf"):
        for each in schema.get(several, ()):
            if each.get("type") != "null":
                return {**_resolved(each, components), **_only(schema, "description")}
    return schema


def _only(schema: Schema, name: str) -> Schema:
    return {name: schema[name]} if name in schema else {}


def _told(raw: Schema) -> str:
    return " ".join(str(raw.get("description", "")).split())


def _type(schema: Schema) -> str:
    kinds = schema.get("type", "string")
    kind = next(k for k in kinds if k != "null") if isinstance(kinds, list) else kinds
    if kind == "boolean":
        return "boolean"
    return TYPES.get(schema.get("format", ""), TYPES.get(kind, "string"))
