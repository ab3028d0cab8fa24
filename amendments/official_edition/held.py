"""What is held here of the law, and an edition lacks or has in other pieces."""

import re
from collections.abc import Iterator

from amendments.addresses import address as spoken
from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.provisions import address_of
from amendments.comparative_table.rows.folding import folded
from amendments.models import Provision
from amendments.official_edition.edition import EditionRead, Fault
from amendments.official_edition.hints import without_context
from amendments.official_edition.matching import Fate, Found, Reason
from amendments.official_edition.numbering import in_order
from amendments.official_edition.wanted import Wanted

_NUMBER = re.compile(r"\d+(?:-\d+)?[.)](?=\s|$)")
_IN_PIECES = (Provision.Part.ARTICLE, Provision.Part.PARAGRAPH, Provision.Part.SUBPARAGRAPH)


def lacking(edition: EditionRead, found: list[Found], wanted: Wanted) -> list[Fault]:
    """Return what must be there and is not: provisions, paragraphs, numbers of a list."""
    faults = []
    for each in found:
        provision = each.history.provision
        if each.reason == Reason.NOT_FOUND and provision.article is not None:
            faults.append(
                Fault(
                    _line_before(address_of(provision), edition),
                    f"{spoken(provision)} was law on {wanted.as_of} and does not follow: a piece "
                    "is missing.",
                )
            )
        if each.fate == Fate.MATCHED:
            faults += _unlike_ours(each, wanted)
    return faults


def pieces(text: str) -> list[str]:
    """Return the number that each line of a text begins with, a dash where none."""
    return [
        found[0] if (found := _NUMBER.match(line)) else "–"
        for line in without_context(text).split("\n")
    ]


def _unlike_ours(found: Found, wanted: Wanted) -> Iterator[Fault]:
    """Compare with our rendering, which is divided as the law is, whatever its words."""
    rendering = found.history.on(wanted.as_of, wanted.language).text
    provision = found.history.provision
    if rendering.is_foreign or not rendering:
        return
    here, ours = pieces(found.text), pieces(rendering.value)
    if provision.part in _IN_PIECES and here != ours:
        yield Fault(
            found.lines[0],
            f"{spoken(provision)} is divided into {' '.join(here)} here, and into "
            f"{' '.join(ours)} in our rendering: a piece is missing or out of place.",
        )
    if provision.part == Provision.Part.HEADING and _is_cut(found.text, rendering.value):
        yield Fault(found.lines[0], f"{spoken(provision)} stops before the end of its name.")


def _is_cut(heading: str, ours: str) -> bool:
    """Whether the name of a section, in the last line, is only a beginning of ours."""
    name, whole = folded(heading.rpartition("\n")[2]), folded(ours)
    return name in whole and not whole.endswith(name)


def _line_before(address: Address, edition: EditionRead) -> int:
    """Return the line in which an article begins what should be followed by the address."""
    line = 1
    for article in edition.articles:
        if in_order(article.number) > in_order(address.article):
            break
        line = article.line
        if article.number != address.article:
            continue
        for placed in article.units:
            if _place(placed.unit.address) < _place(address):
                line = placed.line
    return line


def _place(address: Address) -> list[tuple[int, int]]:
    first = address.paragraphs[0] if address.paragraphs else ""
    return [in_order(first), in_order(address.subparagraph)]
