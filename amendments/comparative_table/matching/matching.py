"""Rows of a table → provisions, row after row: a blank address means the article above."""

from amendments.addresses import address as spoken
from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.matched import Matched, Unchanged, Unmatched
from amendments.comparative_table.matching.provisions import (
    Provisions,
    address_of,
    is_whole,
    takes,
    text_of_provision,
)
from amendments.comparative_table.matching.reading_addresses import TooSmall, read_address
from amendments.comparative_table.matching.units import Unit, units_of
from amendments.comparative_table.rows.compared import ComparedRow
from amendments.models import Provision

Found = Matched | Unmatched | Unchanged
NOT_NAMED = "no article is named: not in the row, in a title above it or in its texts"


class _CannotMatch(ValueError):
    """Says why, and carries the address as far as it was understood."""

    def __init__(self, reason: str, address: str = "") -> None:
        super().__init__(reason)
        self.address = address


class Matching:
    def __init__(self, provisions: Provisions) -> None:
        self._provisions = provisions
        self._article = ""  # Of the row above
        self._part = (0, "")  # The table and the title that the row above stood under

    def of(self, row: ComparedRow) -> list[Found]:
        """Return what the row is about, in the order of the law; never an empty list."""
        part = (row.place.table, row.heading)
        if part != self._part:
            self._part, self._article = part, ""
        try:
            return _Row(self._provisions, *self._base(row)).found()
        except _CannotMatch as error:
            return [Unmatched(str(error), error.address)]

    def _base(self, row: ComparedRow) -> tuple[Address, str, str, tuple[str, ...]]:
        base, notes = self._named(row)
        if not base.article and not base.section:
            articles = {
                unit.address.article or unit.address.section
                for text in (row.before, row.after)
                for unit in units_of(text, base)
            } - {""}
            if not articles and not self._article:
                raise _CannotMatch(NOT_NAMED, str(base))
            if not articles:
                notes = (*notes, f"Article {self._article}, as in the row above")
                base = _with_article(base, self._article)
            elif len(articles) == 1 and (article := articles.pop())[0].isdigit():
                base = _with_article(base, article)
        settled = self._provisions.settled(base)
        if settled != base:
            notes = (*notes, f"“{base}” taken as {settled}: the article has no paragraphs here")
        self._article = base.article or self._article
        return settled, row.before, row.after, notes

    def _named(self, row: ComparedRow) -> tuple[Address, tuple[str, ...]]:
        try:
            base = read_address(row.address)
            heading = read_address(row.heading)
        except TooSmall as error:
            raise _CannotMatch(str(error), row.address) from error
        if not base.article and not base.section and heading.article:
            return _with_article(base, heading.article), (
                f"Article {heading.article}, from the title above",
            )
        return base, ()


class _Row:
    """One row with a known address, as far as it has one."""

    def __init__(
        self, provisions: Provisions, base: Address, before: str, after: str, notes: tuple[str, ...]
    ) -> None:
        self._provisions, self._base, self._notes = provisions, base, notes
        self._before = self._in_scope(units_of(before, base), "before")
        self._after = self._in_scope(units_of(after, base), "after")
        self._claimed: set[int] = set()

    def _in_scope(self, units: list[Unit], name: str) -> list[Unit]:
        if not (self._base.article or self._base.section):
            return units
        inside = [unit for unit in units if self._base.holds(unit.address)]
        if units and not inside:
            raise _CannotMatch(
                f"the address says {self._base}, the {name} has {units[0].address}",
                str(self._base),
            )
        return inside

    def found(self) -> list[Found]:
        units = [*self._before, *self._after]
        if not units:
            raise _CannotMatch("neither text says anything", str(self._base))
        places = dict.fromkeys(
            Address(unit.address.section, unit.address.article) for unit in units
        )
        found: list[Found] = []
        for place in places:
            kept = self._provisions.at(place)
            for provision in sorted(kept, key=lambda each: address_of(each) != self._base):
                found += self._of_provision(provision, kept)
        found += self._left()
        return found or [Unchanged(str(self._base))]

    def _of_provision(self, provision: Provision, kept: list[Provision]) -> list[Found]:
        before, after = (
            [u for u in side if id(u) not in self._claimed and takes(provision, u, kept)]
            for side in (self._before, self._after)
        )
        if not before and not after:
            return []
        self._claimed |= {id(unit) for unit in (*before, *after)}
        texts = [text_of_provision(provision, side) for side in (before, after)]
        if texts[0] == texts[1]:
            return [Unchanged(spoken(provision))]
        if not all(is_whole(provision, side, self._base) for side in (before, after) if side):
            return [
                Unmatched(
                    "this is kept here as one text, and the row has only a part of it: put all "
                    "of it into one row",
                    spoken(provision),
                )
            ]
        return [Matched(provision, texts[0], texts[1], self._notes)]

    def _left(self) -> list[Found]:
        """What changed and has no provision; what is the same on both sides is context."""
        before, after = (
            {unit.address: unit.text for unit in side if id(unit) not in self._claimed}
            for side in (self._before, self._after)
        )
        return [
            Unmatched(_why_left(address), str(address))
            for address in dict.fromkeys([*before, *after])
            if before.get(address) != after.get(address)
        ]


def _why_left(address: Address) -> str:
    if address.article and not (address.paragraphs or address.subparagraph):
        return "no paragraph is named, and the article is not kept here as one text"
    return "no provision with this address is kept here"


def _with_article(address: Address, article: str) -> Address:
    return Address("", article, address.paragraphs, address.subparagraph, address.is_opening)
