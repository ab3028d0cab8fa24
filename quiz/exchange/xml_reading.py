"""XML of question files → elements, whatever their namespaces."""

import re
from copy import deepcopy
from html import escape

from lxml import etree

from amendments import untrusted_xml
from quiz.exchange.decoding import decoded
from quiz.exchange.question import Unreadable

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
NO_DOCTYPE = "The file has a document type (DOCTYPE), which is not accepted from elsewhere."


def parsed(data: bytes) -> etree._Element:
    """Return the root of a document. Raises Unreadable, also for one with a DOCTYPE.

    Of one that neither is UTF-8 nor declares what else it is, the likely encoding is named.
    """
    try:
        return untrusted_xml.parsed(data)
    except untrusted_xml.HasDoctype as error:
        raise Unreadable(NO_DOCTYPE) from error
    except untrusted_xml.BadXml as error:
        if not _DECLARED.match(data):
            decoded(data)
        raise Unreadable(f"The file is not well-formed XML: {error}.") from error


def name_of(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element if name_of(child) == name]


def child(element: etree._Element, name: str) -> etree._Element | None:
    return next(iter(children(element, name)), None)


def inner_markup(element: etree._Element) -> str:
    """Return what stands in an element as HTML, its names without their namespaces."""
    copied = deepcopy(element)
    for each in copied.iter():
        if isinstance(each.tag, str):
            each.tag = name_of(each)
    etree.cleanup_namespaces(copied)
    parts = [escape(copied.text or "", quote=False)]
    parts += [etree.tostring(each, encoding="unicode", method="html") for each in copied]
    return "".join(parts)
