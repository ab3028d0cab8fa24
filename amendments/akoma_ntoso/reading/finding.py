"""Elements of the standard, and the text within them."""

from collections.abc import Iterator

from lxml import etree

from amendments.akoma_ntoso.document.names import AKN, OWN, SHORT_CODES, XML
from amendments.akoma_ntoso.document.parts import Passage
from amendments.akoma_ntoso.faults import Where

_LONGEST_NAME = 80  # Characters of an identifier that are told


def name_of(element: etree._Element) -> str:
    """Return the name of an element of the standard, of our own with `zan:` before it, of others
    with a colon."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    prefix = {AKN: "", OWN: "zan:"}.get(name.namespace or "", ":")
    return f"{prefix}{name.localname}"


def where(element: etree._Element) -> Where:
    line: int = element.sourceline or 0  # type: ignore[assignment]  # The stubs say "..."
    name = name_of(element)
    for attribute in ("eId", "slug", "number", "name"):
        if value := element.get(attribute):
            return Where(line, f'<{name} {attribute}="{value[:_LONGEST_NAME]}">')
    return Where(line, f"<{name}>")


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (child for child in element if name_of(child) in names)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Follow names downwards, the first of each; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def within(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Return the elements of these names however deep."""
    return (found for found in element.iter() if name_of(found) in names)


def language_of(element: etree._Element, default: str) -> str:
    """Return what `xml:lang` says of the element itself, in two letters."""
    given = str(element.get(f"{{{XML}}}lang", "")).lower()
    return SHORT_CODES.get(given, given.partition("-")[0]) or default


def own_text(element: etree._Element) -> str:
    """Return the text as it stands, without what editors remarked."""
    parts = [element.text or ""]
    for inner in element:
        if name_of(inner) not in ("remark", "authorialNote"):
            parts.append(own_text(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def passage_of(block: etree._Element, default: str) -> Passage:
    """Return the paragraphs of a block as lines, in the language of the first."""
    paragraphs = list(children(block, "p"))
    text = "\n".join(own_text(paragraph) for paragraph in paragraphs)
    language = language_of(paragraphs[0], default) if paragraphs else default
    return Passage(text, language)
