"""The text of a cell → numbered units, each with its address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.roman import ROMAN, roman
from amendments.comparative_table.rows.folding import folded
from amendments.comparative_table.rows.no_text import is_no_text

NUMBER = r"\d{1,3}(?:-\d{1,2})?"
_ARTICLE = [
    re.compile(rf"(?:статья|article)\s+(?P<n>{NUMBER})\s*(?:[.:](?=\s|$)\s*|$)"),
    re.compile(rf"(?P<n>{NUMBER})\s*-?\s*(?:бап|bap)\s*(?:[.:](?=\s|$)\s*|$)"),
]
_SECTION = [
    re.compile(rf"(?:раздел|section)\s+(?P<n>{ROMAN})\b\.?"),
    re.compile(rf"(?P<n>{ROMAN})\s*-?\s*(?:бөлім|bolim)\b\.?"),
]
PARAGRAPH = re.compile(rf"({NUMBER})\.(?:\s+|(?=[^\W\d]))")
SUBPARAGRAPH = re.compile(rf"({NUMBER})\)\s*")
_QUOTES = "«»“”„\"'"


@dataclass(frozen=True)
class Unit:
    """`text` is without the number, `number` as it was written: "2." or "3-1)"."""

    address: Address
    number: str
    text: str

    @property
    def numbered(self) -> str:
        return f"{self.number} {self.text}".strip()


def units_of(text: str, base: Address) -> list[Unit]:
    """Split at numbers of paragraphs and sub-paragraphs, and at headings of articles.

    Text without a number belongs to `base`. A unit that only says "Отсутствует" is left out.
    """
    if is_no_text(text):
        return []
    found: list[tuple[Address, str, list[str]]] = []
    here = base
    for line in text.splitlines():
        line = line.strip().lstrip(_QUOTES)
        address, number, rest = _begun(line, here, base)
        if address is None and found:
            found[-1][2].append(line)
            continue
        here = address or base
        found.append((here, number, [rest] if rest else []))
    units = [Unit(address, number, "\n".join(lines)) for address, number, lines in found]
    kept = [unit for unit in units if unit.text and not is_no_text(unit.text)]
    return [_introducing(unit, kept, base) for unit in kept]


def _introducing(unit: Unit, units: list[Unit], base: Address) -> Unit:
    """Give words that only lead up to a list back to the article: "The President:"."""
    if unit.number or unit.address != base or not (base.paragraphs or base.subparagraph):
        return unit
    sign = ")" if base.subparagraph else "."
    if any(each.number.endswith(sign) for each in units):
        return replace(unit, address=Address(base.section, base.article))
    return unit


def _begun(line: str, here: Address, base: Address) -> tuple[Address | None, str, str]:
    """Return what begins with this line, its number as written and the rest of the line."""
    plain = folded(line)  # As long as the line, but for raised numbers, which begin no line
    for pattern in _ARTICLE:
        if found := pattern.match(plain):
            rest = line[found.end() :] if len(plain) == len(line) else ""
            number = found["n"]
            is_base = number == base.article and not rest.strip()
            return (base if is_base else Address(article=number)), "", rest
    for pattern in _SECTION:
        if found := pattern.match(plain):
            return Address(section=roman(found["n"])), "", line
    if found := PARAGRAPH.match(plain):
        return here.within(found[1]), f"{found[1]}.", line[found.end() :]
    if found := SUBPARAGRAPH.match(plain):
        paragraph = here.paragraph if len(here.paragraphs) < 2 else ""
        return here.within(paragraph, found[1]), f"{found[1]})", line[found.end() :]
    return None, "", line


def joined(units: Sequence[Unit], *, number_first: bool) -> str:
    """Join units, one a line; the number of the first is its address, so mostly left out."""
    lines = [unit.numbered for unit in units]
    if lines and not number_first:
        lines[0] = units[0].text
    return "\n".join(lines)
