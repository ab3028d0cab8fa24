"""Which row names the columns, and which column is which: English, Russian, Kazakh."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.comparative_table.rows.cells import Row, View
from amendments.comparative_table.rows.folding import folded
from amendments.comparative_table.rows.header_words import SIGNS, TEXTS, Column
from amendments.comparative_table.rows.plain import text_of

LONGEST_HEADER = 160  # Characters; a cell of the law's text may begin with the same words
LONGEST_REPEATED = 60


_BEGINS_LIKE_LAW = re.compile(r"\d{1,3}(?:-\d)?[.)]\s*\w")
_COUNTED = re.compile(r"\d{1,2}\.?")


@dataclass(frozen=True)
class Layout:
    """The columns that a header names, each with its place in the grid, and its words.

    `cells` is how many cells the header has, those that name nothing included.
    """

    columns: tuple[tuple[Column, int, int], ...]
    cells: int
    words: tuple[str, ...] = ()

    @property
    def has_two_texts(self) -> bool:
        return Column.TEXT not in [column for column, _start, _end in self.columns]

    @property
    def text_columns(self) -> list[tuple[Column, int, int]]:
        return [each for each in self.columns if each[0] in TEXTS]


def layout_of(row: Row) -> Layout | None:
    """Return the columns if the row is a header, else None.

    A header names a before and an after, or an article and one text.
    """
    texts = [text_of(cell, View.AFTER) for cell in row.cells]
    if any(len(text) > LONGEST_HEADER for text in texts):
        return None
    named = [
        (column, cell.start, cell.end)
        for cell, text in zip(row.cells, texts, strict=True)
        if (column := column_of(text))
    ]
    kinds = [column for column, _start, _end in named]
    if len(set(kinds)) < len(kinds):
        return None
    words = tuple(folded(" ".join(text.split())) for text in texts)
    if Column.BEFORE in kinds and Column.AFTER in kinds:
        kept = tuple(each for each in named if each[0] != Column.TEXT)
        return Layout(kept, len(texts), words)
    if Column.ARTICLE not in kinds or len(texts) - (Column.NUMBER in kinds) != 2:
        return None
    if not {Column.TEXT, Column.BEFORE, Column.AFTER} & set(kinds):
        return None
    return Layout(tuple(_with_one_text(named)), len(texts), words)


def is_repeated(row: Row, layout: Layout) -> bool:
    """Whether the row is the header once more, as at the top of a page.

    Rows of the law may hold the same words: what is not word for word the header must be
    short and no sentence.
    """
    again = layout_of(row)
    if again is None:
        return False
    if again.words == layout.words:
        return True
    kinds = [[column for column, _s, _e in each.columns] for each in (again, layout)]
    return kinds[0] == kinds[1] and all(
        len(word) <= LONGEST_REPEATED and not re.search(r"[\d.;:]", word) for word in again.words
    )


def _with_one_text(named: list[tuple[Column, int, int]]) -> Iterator[tuple[Column, int, int]]:
    """Article and "proposed wording": the one text holds both in its tracked changes."""
    for column, start, end in named:
        yield (Column.TEXT if column in TEXTS else column, start, end)


def column_of(text: str) -> Column | None:
    """Return what a cell of a header names; None for what is none."""
    plain = folded(text)
    if (
        not plain
        or _BEGINS_LIKE_LAW.match(plain)
        or (len(plain) > 60 and plain.endswith((".", ";")))
    ):
        return None
    found = next((column for column, sign in SIGNS if sign.search(plain)), None)
    return None if found == Column.ARTICLE and re.search(r"\d", plain) else found


def is_counting(row: Row) -> bool:
    """Whether the row only numbers the columns: 1 | 2 | 3."""
    texts = [text_of(cell, View.AFTER) for cell in row.cells]
    if len(texts) < 2 or not all(_COUNTED.fullmatch(text) for text in texts):
        return False
    return [int(text.rstrip(".")) for text in texts] == list(range(1, len(texts) + 1))
