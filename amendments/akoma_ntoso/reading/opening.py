"""The bytes of a file → the act in it, or a clear word why not."""

import re
from dataclasses import dataclass

from lxml import etree

from amendments import untrusted_xml
from amendments.akoma_ntoso.document.frbr import Reference, referred
from amendments.akoma_ntoso.document.names import AKN, LONG_CODES, OWN, SHORT_CODES
from amendments.akoma_ntoso.faults import Fault, Unreadable, Where
from amendments.akoma_ntoso.reading.finding import child, children, name_of, where

MOST_BYTES = 5_000_000  # Ours have some 150,000

_DRAFT = re.compile(re.escape(AKN) + r"/(?P<draft>[A-Za-z]+\d+)")
_BEFORE_OASIS = re.compile(r"http://www\.akomantoso\.org/(?P<version>[\d.]+)")
_READ = ("act", "bill")


@dataclass(frozen=True)
class Opened:
    """`act` is the document in the file; `register` ours, if we wrote it. `language` is kk, ru
    or en."""

    act: etree._Element
    meta: etree._Element
    work: str
    language: str
    register: etree._Element | None


def opened(data: bytes) -> Opened:
    """Raises Unreadable for what is no harmless, well-formed act in Akoma Ntoso 3.0."""
    act = _act_of(_root_of(data))
    meta = child(act, "meta")
    if meta is None:
        raise Unreadable([Fault(where(act), "it has no <meta>.")])
    return Opened(act, meta, _work_of(act, meta), _language_of(act, meta), _register_of(meta))


def _root_of(data: bytes) -> etree._Element:
    if len(data) > MOST_BYTES:
        raise Unreadable([Fault(Where(), f"larger than {MOST_BYTES // 1_000_000} MB.")])
    try:
        return untrusted_xml.parsed(data)
    except untrusted_xml.HasDoctype as error:
        before = data.replace(b"\0", b"").partition(b"<!DOCTYPE")[0]  # Without UTF-16's zeros
        line = before.count(b"\n") + 1
        text = "a document type: only there can entities be declared, and the standard needs none."
        raise Unreadable([Fault(Where(line, "<!DOCTYPE>"), text)]) from error
    except untrusted_xml.BadXml as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else 0
        raise Unreadable([Fault(Where(line), f"no well-formed XML: {error}.")]) from error


def _act_of(root: etree._Element) -> etree._Element:
    tag = etree.QName(root)
    here = Where(1, f"<{tag.localname}>")
    if tag.namespace != AKN or tag.localname != "akomaNtoso":
        raise Unreadable([Fault(here, _about_namespace(tag))])
    documents = [element for element in root if isinstance(element.tag, str)]
    for document in documents:
        if name_of(document) in _READ:
            return document
    found = name_of(documents[0]) if documents else "nothing"
    raise Unreadable([Fault(here, f"it holds {found}; only {' and '.join(_READ)} are read.")])


def _about_namespace(tag: etree.QName) -> str:
    namespace = tag.namespace or ""
    if tag.localname != "akomaNtoso":
        return "no Akoma Ntoso: that begins with <akomaNtoso>."
    if found := _DRAFT.fullmatch(namespace):
        draft = found["draft"]
        return f"written by a draft of the standard ({draft}), not by 3.0 as it was published."
    if found := _BEFORE_OASIS.fullmatch(namespace):
        version = found["version"]
        return f"Akoma Ntoso {version}, from before the OASIS standard; only 3.0 is read."
    if not namespace:
        return f"it names no namespace; Akoma Ntoso 3.0 has {AKN}."
    return f"unknown namespace {namespace[:120]}; Akoma Ntoso 3.0 has {AKN}."


def _work_of(act: etree._Element, meta: etree._Element) -> str:
    work = child(meta, "identification", "FRBRWork")
    uri = child(work, "FRBRuri")
    if work is None or uri is None:
        raise Unreadable([Fault(where(act), "no <FRBRWork> says which work it is.")])
    found: Reference | None = referred(uri.get("value", ""))
    if found is None or not found.work:
        text = f"{uri.get('value', '')[:120]!r} is no address of a work, as /akn/kz/act/…"
        raise Unreadable([Fault(where(uri), text)])
    return found.work


def _language_of(act: etree._Element, meta: etree._Element) -> str:
    expression = child(meta, "identification", "FRBRExpression")
    named = [] if expression is None else list(children(expression, "FRBRlanguage"))
    if len(named) != 1:
        text = f"{len(named)} languages are named in <FRBRExpression>; one is needed."
        raise Unreadable([Fault(where(act if expression is None else expression), text)])
    given = named[0].get("language", "").lower()
    language = SHORT_CODES.get(given, given)
    if language not in LONG_CODES:
        known = ", ".join(SHORT_CODES)
        raise Unreadable([Fault(where(named[0]), f"language {given[:20]!r} is none of {known}.")])
    return language


def _register_of(meta: etree._Element) -> etree._Element | None:
    """Return what we wrote into our documents ourselves. Raises Unreadable for another shape."""
    for proprietary in children(meta, "proprietary"):
        for inner in proprietary:
            if name_of(inner) in ("zan:constitution", "zan:law"):
                return inner
            namespace = etree.QName(inner).namespace or ""
            if namespace.startswith(OWN.rpartition(":")[0]):
                text = f"written by another version of this project ({namespace})."
                raise Unreadable([Fault(where(inner), text)])
    return None
