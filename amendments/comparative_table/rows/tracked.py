"""Tracked changes told in words. Every sentence has the words "tracked change"."""

from collections.abc import Iterator

from amendments.comparative_table.rows.cells import Change, Row, changed_texts

_SHORT = 100


def told(change: Change, text: str) -> str:
    """Say one change: "tracked change: inserted “…” by A. Sadykova on 2022-05-03"."""
    shown = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
    what = f" “{shown}”" if shown else " the end of a paragraph"
    return f"tracked change: {change.kind}{what}{change.by}"


def told_of_row(row: Row) -> Iterator[str]:
    """Tell all tracked changes of a row: of its whole, of cells, of texts, of the looks."""
    for change in dict.fromkeys(row.changes):
        yield f"tracked change: {change.kind} the whole row{change.by}"
    of_row = {(change.kind, change.author) for change in row.changes}
    for cell in row.cells:
        for change in dict.fromkeys(cell.changes):
            yield f"tracked change: {change.kind} a whole cell{change.by}"
        for change, text in changed_texts(cell):
            if (change.kind, change.author) in of_row:
                continue  # Word marks every word of an inserted row once more
            yield told(change, text)
    if row.formatting:
        yield f"tracked change of formatting only, which the text does not show: {row.formatting}"


def has_tracked_text(row: Row) -> bool:
    """Whether a tracked change touches the text; formatting does not."""
    if row.changes or any(cell.changes for cell in row.cells):
        return True
    return any(True for cell in row.cells for _ in changed_texts(cell))
