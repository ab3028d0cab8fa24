"""The provisions that a foreign act prints: articles, paragraphs and points by their numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from amendments.akoma_ntoso.document.parts import Address, Part
from amendments.akoma_ntoso.reading.finding import child, name_of, own_text
from amendments.akoma_ntoso.reading.quoted import lines_of

_NUMBER = re.compile(r"\d+(?:[-\u2010-\u2012]\d+)*")
_POINTS = ("point", "subparagraph", "item", "indent")


@dataclass(frozen=True)
class Printed:
    element: etree._Element
    address: Address
    text: str


def provisions_printed(act: etree._Element) -> Iterator[Printed]:
    """Return every article, paragraph and point with its whole text, in the order of the act."""
    body = child(act, "body")
    if body is not None:
        yield from _within(body, Address(Part.ARTICLE))


def _within(element: etree._Element, around: Address) -> Iterator[Printed]:
    for inner in element:
        name = name_of(inner)
        if name in ("quotedStructure", "num", "heading"):
            continue
        address = _address(name, _number(inner), around)
        if address is not None:
            yield Printed(inner, address, "\n".join(_text(inner)))
        yield from _within(inner, address or around)


def _address(name: str, number: str, around: Address) -> Address | None:
    if not number:
        return None
    if name == "article":
        return Address(Part.ARTICLE, article=number)
    if not around.article:
        return None
    if name == "paragraph" and not around.paragraph:
        return Address(Part.PARAGRAPH, "", around.article, number)
    if name in _POINTS and not around.subparagraph:
        return Address(Part.SUBPARAGRAPH, "", around.article, around.paragraph, number)
    return None


def _number(element: etree._Element) -> str:
    num = child(element, "num")
    found = None if num is None else _NUMBER.search(own_text(num))
    return re.sub("[\u2010-\u2012]", "-", found[0]) if found else ""


def _text(element: etree._Element) -> list[str]:
    """Without the heading of an article, which is no provision."""
    heading = child(element, "heading")
    lines = lines_of(element)
    return lines[1:] if heading is not None and lines else lines
