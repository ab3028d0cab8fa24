"""The columns of a kind of content: one for each value, three where it is translated.

A cell is text. Lists of slugs stand in one cell with commas between them, citations one a line
("source" or "source claim"), other rows as the content files would write them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amendments.content_files import (
    Citations,
    Date,
    DecimalNumber,
    Entry,
    Field,
    Kind,
    References,
    Rows,
    Translated,
    TranslatedLines,
    WholeNumber,
)
from amendments.content_files.fields import YesNo
from amendments.content_files.strict_yaml import Listing, Mapping, Node, NotYaml, Scalar, parse
from amendments.content_files.writing import written
from amendments.languages import LANGUAGES

YES, NO = "yes", "no"
YES_AND_NO = {
    **dict.fromkeys(("yes", "true", "да", "иә", "истина", "ақиқат"), "true"),
    **dict.fromkeys(("no", "false", "нет", "жоқ", "ложь", "жалған"), "false"),
}
DAY_WITH_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")  # As spreadsheets here write it


@dataclass(frozen=True)
class Column:
    """One column: a key of the entry, in one language if it has several."""

    field: Field
    language: str = ""

    @property
    def name(self) -> str:
        return f"{self.field.key}_{self.language}" if self.language else self.field.key

    def cell(self, entry: Entry) -> str:
        """Return what an entry says here, as text; empty for nothing."""
        value = entry.get(self.field.key)
        if self.language and value is not None:
            value = value.get(self.language)
        return "" if value is None else _as_cell(self.field, value)

    def node(self, cell: str, line: int) -> Node:
        """Return what a cell that is not empty would be in a content file."""
        return _as_node(self.field, cell, line)


def columns_of(kind: Kind, leave_out: Iterable[str] = ()) -> list[Column]:
    without = set(leave_out)
    return [
        Column(field, language)
        for field in kind.fields
        if field.key not in without
        for language in (LANGUAGES if isinstance(field, Translated) else [""])
    ]


def row_as_node(columns: Iterable[Column], cells: dict[str, str], line: int) -> Mapping:
    """Return a row as the mapping that a content file would hold; empty cells are left out."""
    values: dict[str, Node] = {}
    for column in columns:
        cell = cells.get(column.name, "")
        if not cell.strip():
            continue
        node = column.node(cell, line)
        if column.language:
            texts = values.setdefault(column.field.key, Mapping(line))
            assert isinstance(texts, Mapping)  # noqa: S101 - Made by the line before
            texts.pairs.append((Scalar(line, column.language, "str"), node))
        else:
            values[column.field.key] = node
    return Mapping(line, [(Scalar(line, key, "str"), node) for key, node in values.items()])


def column_of_fault(path: str) -> str:
    """Return the column that a fault's path, such as "title.en" or "citations.2", is about."""
    key, _dot, rest = path.partition(".")
    language = rest.partition(".")[0]
    return f"{key}_{language}" if language in LANGUAGES else key


def _as_cell(field: Field, value: Any) -> str:
    match field:
        case TranslatedLines():
            return "\n".join(value)
        case References():
            return ", ".join(value)
        case Citations():
            return "\n".join(" ".join(each.values()) for each in value)
        case Rows():
            return written(value).rstrip("\n")
        case YesNo():
            return YES if value else NO
        case DecimalNumber():
            return format(value, "f")
    return str(value)


def _as_node(field: Field, cell: str, line: int) -> Node:
    match field:
        case TranslatedLines():
            return Listing(line, [_text(each.strip(), line) for each in _lines(cell)])
        case References():
            slugs = [slug for slug in re.split(r"[\s,;]+", cell) if slug]
            return Listing(line, [_text(slug, line) for slug in slugs])
        case Citations():
            return Listing(line, [_citation(each, line) for each in _lines(cell)])
        case Rows():
            return _yaml(cell, line)
        case YesNo():
            said = YES_AND_NO.get(cell.strip().lower())
            return Scalar(line, said, "bool") if said else _text(cell, line)
        case WholeNumber() | DecimalNumber():
            whole = re.fullmatch(r"-?\d+", cell.strip())
            return Scalar(line, cell.strip(), "int" if whole else "float")
        case Date():
            return _text(DAY_WITH_DOTS.sub(_iso, cell.strip()), line)
    return _text(cell, line)


def _text(text: str, line: int) -> Scalar:
    return Scalar(line, text, "str")


def _lines(cell: str) -> list[str]:
    return [line for line in cell.split("\n") if line.strip()]


def _citation(text: str, line: int) -> Node:
    source, _space, claim = text.strip().partition(" ")
    pairs: list[tuple[Node, Node]] = [(_text("source", line), _text(source, line))]
    if claim.strip():
        pairs.append((_text("claim", line), _text(claim.strip(), line)))
    return Mapping(line, pairs)


def _yaml(cell: str, line: int) -> Node:
    try:
        return parse(cell) or Listing(line)
    except NotYaml as error:
        return Scalar(line, cell, "str", flaw=str(error))


def _iso(day: re.Match[str]) -> str:
    return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
