"""Texts of a file → texts of the law: one spelling of blanks, breaks and dashes."""

import re
from unicodedata import category, normalize

from amendments.comparative_table.rows.cells import SOFT_BREAK, Cell, View, shows

_NUMBERED = r"(?:\d{1,3}(?:-\d{1,2})?|[a-zа-яәғқңөұүһі]|[ivx]{1,4})[.)](?:\s|$)"
_NEW_LINE_BEFORE = re.compile(rf"{_NUMBERED}|[-–—•]\s", re.IGNORECASE)
_ENDS_A_LINE = (".", ";", ":", "!", "?", "»", "”", ")")
_DIRECTIONS = "\u200b\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DROPPED = {ord(letter): None for letter in _DIRECTIONS}
_DOTS = " .…<>[]()"


def one_line(text: str) -> str:
    """Bring to NFC, drop what cannot be seen, turn every kind of blank into one space."""
    kept = normalize("NFC", text.translate(_DROPPED).replace("\u2011", "-"))
    if kept.isprintable():
        return " ".join(kept.split())
    seen = "".join(
        letter if letter.isprintable() or category(letter) == "Zs" else " " for letter in kept
    )
    return " ".join(seen.split())


def text_of(cell: Cell, view: View) -> str:
    """Return a cell's text, one line a paragraph, the numbers that Word counts written out.

    Lines of dots, which stand for what is left out, are left out.
    """
    lines: list[str] = []
    begun: list[str] = []
    for paragraph in cell.paragraphs:
        begun.append(paragraph.text(view))
        if shows(paragraph.mark, view):
            lines += _lines("".join(begun), paragraph.number(view))
            begun.clear()
    lines += _lines("".join(begun), "")
    return "\n".join(line for line in lines if not _is_dots(line))


def _lines(text: str, number: str) -> list[str]:
    """Split at soft breaks that end a line; join those within a sentence."""
    found: list[list[str]] = []
    for part in text.split(SOFT_BREAK):
        line = one_line(part)
        if not line:
            continue
        if found and not (found[-1][-1].endswith(_ENDS_A_LINE) or _NEW_LINE_BEFORE.match(line)):
            found[-1].append(line)
        else:
            found.append([line])
    if found and number:
        found[0].insert(0, one_line(number))
    return [" ".join(parts) for parts in found]


def _is_dots(line: str) -> bool:
    return ("..." in line or "…" in line) and not line.strip(_DOTS)
