"""A table as it came in or goes out: texts in rows, numbered as a spreadsheet numbers them."""

from dataclasses import dataclass
from typing import Any

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 1_000


class Unreadable(Exception):
    """A file that is no table of ours. The message says why, in the reader's language."""


@dataclass(frozen=True)
class Table:
    headers: list[str]
    rows: list[tuple[int, list[str]]]

    def packed(self) -> Any:
        """Return it as plain lists, for JSON."""
        return [self.headers, self.rows]

    @classmethod
    def unpacked(cls, packed: Any) -> "Table":
        headers, rows = packed
        return cls(headers, [(number, cells) for number, cells in rows])
