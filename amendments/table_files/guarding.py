"""Cells that a spreadsheet would take for formulas: guarded by an apostrophe, and back.

A text is guarded if, past any apostrophes it begins with, a spreadsheet would see the start of
a formula. So every text comes back as it went out, one that began with an apostrophe too.
"""

STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"


def guard(text: str) -> str:
    return GUARD + text if _would_calculate(text) else text


def unguard(cell: str) -> str:
    return cell[1:] if cell.startswith(GUARD) and _would_calculate(cell) else cell


def _would_calculate(text: str) -> bool:
    return text.lstrip(GUARD).startswith(STARTS_OF_FORMULAS)
