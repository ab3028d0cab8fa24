"""The provisions of a Constitution by their addresses."""

from collections import defaultdict

from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.units import Unit, joined
from amendments.models import Constitution, Provision

_PARTS = [  # The smallest first: what it takes, a larger one does not take again
    Provision.Part.SUBPARAGRAPH,
    Provision.Part.OPENING_WORDS,
    Provision.Part.PARAGRAPH,
    Provision.Part.ARTICLE,
    Provision.Part.HEADING,
]


class Provisions:
    def __init__(self, constitution: Constitution) -> None:
        self._of_article: dict[str, list[Provision]] = defaultdict(list)
        self._headings: dict[str, Provision] = {}
        kept = Provision.objects.of(constitution).select_related("article", "section")
        for provision in kept.in_reading_order():
            if provision.article is not None:
                self._of_article[provision.article.number].append(provision)
            elif provision.section is not None:
                self._headings[provision.section.number] = provision

    def at(self, address: Address) -> list[Provision]:
        """Return the provisions of the article, the smallest first, or the section's heading."""
        if address.section:
            heading = self._headings.get(address.section)
            return [heading] if heading else []
        of_article = self._of_article.get(address.article, [])
        return sorted(of_article, key=lambda each: _PARTS.index(Provision.Part(each.part)))

    def settled(self, base: Address) -> Address:
        """Read "44(2)" as sub-paragraph 2 where the article has no paragraphs."""
        kept = self.at(base)
        if len(base.paragraphs) != 1 or base.subparagraph or base.is_opening:
            return base
        if any(base.paragraph in paragraphs_of(each) for each in kept):
            return base
        if any(not each.paragraph and each.subparagraph == base.paragraph for each in kept):
            return base.within("", base.paragraph)
        return base


def address_of(provision: Provision) -> Address:
    if provision.article is None:
        return Address(section=provision.section.number if provision.section else "")
    return Address(
        article=provision.article.number,
        paragraphs=paragraphs_of(provision),
        subparagraph=provision.subparagraph,
        is_opening=provision.part == Provision.Part.OPENING_WORDS,
    )


def paragraphs_of(provision: Provision) -> tuple[str, ...]:
    """Return the paragraphs of a provision, of "4–6" all three."""
    first, is_range, last = provision.paragraph.partition("–")
    if is_range and first.isdigit() and last.isdigit():
        return tuple(str(number) for number in range(int(first), int(last) + 1))
    return (provision.paragraph,) if provision.paragraph else ()


def takes(provision: Provision, unit: Unit, others: list[Provision]) -> bool:
    """Whether a unit of the text is part of the provision.

    A sub-paragraph is also taken where the paragraph is named on one side only, if no other
    sub-paragraph of the article has its number.
    """
    address, at = address_of(provision), unit.address
    if provision.part == Provision.Part.SUBPARAGRAPH:
        if at.subparagraph != provision.subparagraph or at.article != address.article:
            return False
        same = [each for each in others if each.subparagraph == provision.subparagraph]
        unnamed = not (at.paragraphs and address.paragraphs) and len(same) == 1
        return at.paragraphs == address.paragraphs or unnamed
    if provision.part == Provision.Part.OPENING_WORDS:
        return (
            address.article == at.article
            and not at.subparagraph
            and (at.paragraphs == address.paragraphs)
        )
    if provision.part == Provision.Part.PARAGRAPH:
        return (
            address.article == at.article
            and bool(at.paragraphs)
            and (set(at.paragraphs) <= set(address.paragraphs))
        )
    return (address.section, address.article) == (at.section, at.article)


def text_of_provision(provision: Provision, units: list[Unit]) -> str:
    """Join the units as texts are kept: with the first number only where there are several."""
    is_many = provision.part == Provision.Part.ARTICLE or len(paragraphs_of(provision)) > 1
    return joined(units, number_first=is_many)


def is_whole(provision: Provision, units: list[Unit], base: Address) -> bool:
    """Whether the units are all of the provision, as far as their numbers tell."""
    if provision.part == Provision.Part.ARTICLE:
        return not (base.paragraphs or base.subparagraph)
    if base.subparagraph and provision.part == Provision.Part.PARAGRAPH:
        return False
    found = {paragraph for unit in units for paragraph in unit.address.paragraphs}
    return found >= set(paragraphs_of(provision)) or provision.part == Provision.Part.SUBPARAGRAPH
