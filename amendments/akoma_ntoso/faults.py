"""What is wrong with a document, and where in the file."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Where:
    """A line of the file (0: not known) and the element there, as it begins."""

    line: int = 0
    element: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.line and f"line {self.line}", self.element) if part)


@dataclass(frozen=True)
class Fault:
    where: Where
    text: str
    file: str = ""

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, str(self.where), self.text) if part)


class Unreadable(ValueError):
    """A document that cannot be taken; nothing of it was."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(map(str, self.faults)))
