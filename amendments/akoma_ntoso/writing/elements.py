"""Elements, texts within them, and the bytes of a document."""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from amendments.akoma_ntoso.document.names import AKN, OWN, XML
from amendments.akoma_ntoso.document.parts import Passage
from amendments.akoma_ntoso.writing.words import Words

# What no XML document can hold, not even escaped
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Within these every blank counts
_TEXTUAL = {f"{{{AKN}}}{name}" for name in ("p", "num", "heading")} | {f"{{{OWN}}}title"}

Attributes = Mapping[str, str]


def new_document() -> etree._Element:
    names: Any = {None: AKN, "zan": OWN}  # The stubs know no default namespace
    return etree.Element(f"{{{AKN}}}akomaNtoso", nsmap=names)


def add(
    parent: etree._Element, name: str, attributes: Attributes | None = None, text: str = ""
) -> etree._Element:
    """Add an element of the standard's; an empty attribute is left out."""
    return _added(parent, f"{{{AKN}}}{name}", attributes, text)


def add_own(
    parent: etree._Element, name: str, attributes: Attributes | None = None, text: str = ""
) -> etree._Element:
    """Add an element of this project's, for what the standard has no place for."""
    return _added(parent, f"{{{OWN}}}{name}", attributes, text)


def _added(
    parent: etree._Element, tag: str, attributes: Attributes | None, text: str
) -> etree._Element:
    element = etree.SubElement(
        parent, tag, nsmap={"zan": OWN} if tag.startswith(f"{{{OWN}") else None
    )
    for name, value in (attributes or {}).items():
        if value:
            element.set(f"{{{XML}}}lang" if name == "xml:lang" else name, clean(value))
    if text:
        element.text = clean(text)
    return element


def clean(text: str) -> str:
    """Put U+FFFD in the place of characters that XML cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", text)


class Writer:
    """Writes passages into a document of one language."""

    def __init__(self, language: str, words: Words) -> None:
        self.language, self.words = language, words

    def line(
        self,
        parent: etree._Element,
        name: str,
        passage: Passage,
        attributes: Attributes | None = None,
    ) -> etree._Element:
        """Add a text of one line; one in another language says so, in `xml:lang` and in words."""
        element = add(parent, name, attributes)
        if passage.language == self.language:
            element.text = clean(passage.text)
        else:
            self.mark(element, passage.language).tail = clean(passage.text)
        return element

    def lines(self, parent: etree._Element, passage: Passage) -> None:
        """Add a text as one `p` a line; only the first says in words that it is in another
        language."""
        first, *others = passage.text.split("\n")
        self.line(parent, "p", Passage(first, passage.language))
        foreign = "" if passage.language == self.language else passage.language
        for text in others:
            add(parent, "p", {"xml:lang": foreign}, text)

    def mark(self, element: etree._Element, language: str) -> etree._Element:
        element.set(f"{{{XML}}}lang", language)
        said = f"[{self.words.passage_in[language]}] "
        attributes = {"status": "editorial", "xml:lang": self.language}
        return add(element, "remark", attributes, said)

    def note(self, parent: etree._Element, text: str) -> etree._Element:
        """Add a paragraph that is ours, not the law's."""
        paragraph = add(parent, "p")
        return add(paragraph, "remark", {"status": "editorial"}, f"[{text}]")


def as_bytes(root: etree._Element) -> bytes:
    _indent(root, "\n")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _indent(element: etree._Element, line: str) -> None:
    """Put each element on a line of its own, where blanks say nothing."""
    if element.tag in _TEXTUAL or not len(element):
        return
    element.text = f"{line}  "
    for child in element:
        _indent(child, f"{line}  ")
        child.tail = f"{line}  "
    element[-1].tail = line
