"""What is wrong with content, said so that whoever wrote it can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

LINE_BREAK = "⏎"
LONGEST_NAME = 80  # Of an entry or a field: whoever forgets a colon writes a text in its place
LONGEST_QUOTATION = 80
LONGEST_TEXT = 400


@dataclass(frozen=True)
class Fault:
    """One thing wrong: in which file (or kind of content), entry and field, and what.

    `field` is a path such as `title.en` or `citations.2.source`; rows count from 1. An empty
    part is left out when printed. `line` only sorts.

    Printed, it is one line: line breaks are shown, and what is too long to read is cut.
    """

    file: str
    entry: str
    field: str
    text: str
    line: int = 0

    def __str__(self) -> str:
        parts = (
            self.file,
            shortened(self.entry, LONGEST_NAME),
            shortened(self.field, LONGEST_NAME),
            shortened(self.text, LONGEST_TEXT),
        )
        return LINE_BREAK.join(": ".join(part for part in parts if part).splitlines())


def shortened(text: str, longest: int = LONGEST_QUOTATION) -> str:
    """Cut out the middle of a text that is too long: both ends tell which one it is."""
    if len(text) <= longest:
        return text
    end = longest // 3
    return f"{text[: longest - end - 1]}…{text[-end:]}"


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Sort by file, then from the top of the file down; a fault stands once."""
    return sorted(dict.fromkeys(faults), key=lambda f: (f.file, f.line, f.entry, f.field, f.text))


class BadContent(Exception):
    """Content that cannot be taken over: `faults` has every fault of every file, in order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = in_order(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True)
class Place:
    """Where in the files something is being read, and the list its faults go to."""

    file: str
    entry: str = ""
    path: str = ""
    line: int = 0
    faults: list[Fault] = field(default_factory=list, compare=False)

    def inside(self, key: str | int, line: int = 0) -> "Place":
        """Go one key, or one row, deeper."""
        path = f"{self.path}.{key}" if self.path else str(key)
        return replace(self, path=path, line=line or self.line)

    def fault(self, text: str) -> None:
        self.faults.append(Fault(self.file, self.entry, self.path, text, self.line))
