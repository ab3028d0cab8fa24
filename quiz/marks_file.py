"""Reading a CSV file of marks: a header row, one row per attempt, one column per question."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

LONGEST = 30  # Characters of a mark
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)


class BadMarks(ValueError):
    """What is wrong with the file: `faults`, one line for each, naming line and column."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Marks:
    """The names of the questions, and for each of them the marks of all attempts."""

    questions: list[str]
    columns: list[list[Decimal]]


def read_marks(content: bytes, maximum: Decimal = Decimal(1)) -> Marks:
    """Read UTF-8, with or without a byte order mark. Raises BadMarks.

    The first line tells the separator, a comma or a semicolon; a decimal comma is understood
    with semicolons only. A blank cell is an unanswered question, mark 0. An empty line is no
    attempt. Marks lie between 0 and `maximum`.
    """
    rows = _rows(_text(content))
    if not rows:
        raise BadMarks(["line 1: the file is empty; a header row with the questions is missing"])
    at, header = rows[0]
    names = [name.strip() for name in header]
    faults = list(_faults_of_header(at, names))
    columns: list[list[Decimal]] = [[] for _ in names]
    comma = _separator(_text(content)) == ";"
    for line, row in rows[1:]:
        if len(row) != len(names):
            faults.append(f"line {line}: {len(row)} cells, but the header has {len(names)}")
            continue
        for number, (name, cell) in enumerate(zip(names, row, strict=True)):
            mark = _mark(cell, maximum, comma)
            if isinstance(mark, str):
                faults.append(f"line {line}, column {number + 1} ({name}): {mark}")
            else:
                columns[number].append(mark)
    if len(rows) == 1:
        faults.append(f"line {at + 1}: no attempt follows the header row")
    if faults:
        raise BadMarks(faults)
    return Marks(names, columns)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadMarks([f"line {line}: this is not UTF-8; save the file as UTF-8"]) from error


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, each with the number of its line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows = []
    try:
        for row in reader:
            if row:
                rows.append((reader.line_num, row))
    except csv.Error as error:
        raise BadMarks([f"line {max(reader.line_num, 1)}: malformed CSV: {error}"]) from error
    return rows


def _separator(text: str) -> str:
    """Return what the first line uses outside quotes; a comma if it uses neither."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    bare = re.sub(r'"[^"]*"', "", first)
    return ";" if bare.count(";") > bare.count(",") else ","


def _faults_of_header(line: int, names: list[str]) -> Iterator[str]:
    first: dict[str, int] = {}
    for column, name in enumerate(names, 1):
        if not name:
            yield f"line {line}, column {column}: the question has no name"
        elif name in first:
            yield f"line {line}, column {column}: “{name}” already names column {first[name]}"
        first.setdefault(name, column)


def _mark(cell: str, maximum: Decimal, comma: bool) -> Decimal | str:
    """Return the mark, or what is wrong with the cell."""
    text = cell.strip()
    if not text:
        return Decimal(0)
    plain = text.replace(",", ".") if comma else text
    if len(text) > LONGEST or not NUMBER.fullmatch(plain):
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        hint = "; a decimal comma needs semicolons between the cells" if "," in text else ""
        return f"“{shown}” is not a number{hint if not comma else ''}"
    mark = Decimal(plain)
    if not 0 <= mark <= maximum:
        return f"{text} is not between 0 and {maximum:f}"
    return mark
