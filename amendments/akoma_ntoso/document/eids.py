"""eIds by the naming convention, made of addresses alone, and addresses read from them.

`art_54__para_2__point_2` stays what it is whatever else the law says: nothing is counted. An
article's number is unique in a Constitution, so its eId names no section.
"""

import re

from amendments.akoma_ntoso.document.parts import Address, Part

_RANGE = "–"  # As in paragraphs "4–6"; a hyphen is part of a number, as in 5-1
_TO = "to"

_NUMBER = r"[0-9]+(?:-[0-9]+)*(?:to[0-9]+(?:-[0-9]+)*)?"
_HEADING = re.compile(r"sec_(?P<section>[A-Za-z0-9-]+)__heading")
_IN_ARTICLE = re.compile(
    rf"art_(?P<article>{_NUMBER})"
    rf"(?:__para_(?P<paragraph>{_NUMBER}))?"
    rf"(?:__(?:point_(?P<subparagraph>{_NUMBER})|(?P<intro>intro)))?"
)


def section_eid(number: str) -> str:
    return f"sec_{number}"


def article_eid(number: str) -> str:
    return f"art_{number}"


def paragraph_eid(article: str, paragraph: str) -> str:
    """Without a paragraph: the article's."""
    within = f"__para_{paragraph.replace(_RANGE, _TO)}" if paragraph else ""
    return article_eid(article) + within


def eid(address: Address) -> str:
    if address.part == Part.HEADING:
        return f"{section_eid(address.section)}__heading"
    around = paragraph_eid(address.article, address.paragraph)
    if address.part == Part.OPENING_WORDS:
        return f"{around}__intro"
    if address.part == Part.SUBPARAGRAPH:
        return f"{around}__point_{address.subparagraph.replace(_RANGE, _TO)}"
    return around


def address_of(given: str) -> Address | None:
    """Return the address that an eId names; None for one that names no provision."""
    if found := _HEADING.fullmatch(given):
        return Address(Part.HEADING, section=found["section"])
    found = _IN_ARTICLE.fullmatch(given)
    if found is None:
        return None
    paragraph, point = (
        (found[name] or "").replace(_TO, _RANGE) for name in ("paragraph", "subparagraph")
    )
    if point:
        part = Part.SUBPARAGRAPH
    elif found["intro"]:
        part = Part.OPENING_WORDS
    else:
        part = Part.PARAGRAPH if paragraph else Part.ARTICLE
    return Address(part, "", found["article"], paragraph, point)


def as_number(given: str) -> str:
    """Make of an eId what may stand as a number in another: `art-54-para-2-point-2`."""
    return given.replace("__", "-").replace("_", "-")
