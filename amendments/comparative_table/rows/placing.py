"""Which cell of a row stands in which column, merged cells included."""

from dataclasses import dataclass, field

from amendments.comparative_table.rows.cells import Cell, Row
from amendments.comparative_table.rows.header_words import Column
from amendments.comparative_table.rows.headers import Layout


class Unplaced(ValueError):
    """The cells of a row do not fit the header."""


@dataclass(frozen=True)
class Placed:
    """The cells by column. A `title` stands across the whole row, `both` across both texts."""

    by_column: dict[Column, Cell] = field(default_factory=dict)
    title: Cell | None = None
    both: Cell | None = None


def placed(row: Row, layout: Layout) -> Placed:
    """Place the cells by their order, or by the grid where there are fewer than in the header.

    Raises Unplaced.
    """
    if len(row.cells) == 1 and layout.cells > 1:
        return Placed(title=row.cells[0])
    if len(row.cells) == layout.cells == len(layout.columns):
        pairs = zip(layout.columns, row.cells, strict=True)
        return Placed({column: cell for (column, _start, _end), cell in pairs})
    across = next((cell for cell in row.cells if _is_across(cell, layout)), None)
    found: dict[Column, Cell] = {}
    for column, start, end in layout.columns:
        fits = [cell for cell in row.cells if 2 * _overlap(cell, start, end) > end - start]
        if len(fits) == 1 and fits[0] not in found.values() and fits[0] is not across:
            found[column] = fits[0]
    if across is not None:
        return Placed(found, both=across) if found else Placed(title=across)
    missing = [column for column, _s, _e in layout.text_columns if column not in found]
    if missing:
        raise Unplaced(
            f"it has {len(row.cells)} cells and the header {layout.cells}; which is the "
            f"{' and the '.join(missing)} cannot be told"
        )
    return Placed(found)


def _is_across(cell: Cell, layout: Layout) -> bool:
    texts = layout.text_columns
    return len(texts) > 1 and all(
        _overlap(cell, start, end) >= end - start for _column, start, end in texts
    )


def _overlap(cell: Cell, start: int, end: int) -> int:
    return max(0, min(cell.end, end) - max(cell.start, start))
