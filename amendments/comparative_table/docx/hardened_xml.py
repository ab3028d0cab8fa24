"""The parts of a Word file → elements, by Word's own names."""

from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from amendments import untrusted_xml
from amendments.comparative_table.unreadable import Unreadable

# Word's own namespace and the one of the "strict" variant of the same format
WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
XML_ENDINGS = (".xml", ".rels", ".vml")


def parsed(data: bytes, path: str) -> etree._Element:
    """Return the root of a part. Raises Unreadable, also for one with a DOCTYPE."""
    with _faults_of(path):
        return untrusted_xml.parsed(data)


def refuse_doctype(data: bytes, path: str) -> None:
    """Raise Unreadable for a part with a document type, also for one that nobody reads."""
    with _faults_of(path):
        untrusted_xml.refuse_doctype(data)


@contextmanager
def _faults_of(path: str) -> Iterator[None]:
    try:
        yield
    except untrusted_xml.HasDoctype as error:
        raise Unreadable(
            f"{path} in the file has a document type (DOCTYPE), which Word never writes: refused."
        ) from error
    except untrusted_xml.BadXml as error:
        raise Unreadable(f"{path} in the file is damaged: {error}.") from error


def name_of(element: etree._Element) -> str:
    """Return the name of an element of Word's; of others with a colon before it."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace in WORD else f":{name.localname}"


def attribute(element: etree._Element, name: str) -> str | None:
    for namespace in WORD:
        value = element.get(f"{{{namespace}}}{name}")
        if value is not None:
            return str(value)
    return None


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (child for child in element if name_of(child) in names)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Follow names downwards, the first of each; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def value(element: etree._Element | None, *path: str) -> str | None:
    """Return `w:val` of the element at the end of the path."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def is_on(element: etree._Element | None, *path: str) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off."""
    found = child(element, *path)
    return found is not None and attribute(found, "val") not in ("0", "false", "off", "none")


def whole(text: str | None, default: int = 0) -> int:
    """Read a number of the file; what is none, or absurd, is the default."""
    try:
        number = int(text or "")
    except ValueError:
        return default
    return number if abs(number) < 1_000_000 else default
