"""XML from strangers → elements: no entities, no network, no document type. No Django."""

from xml.parsers import expat

from lxml import etree


class BadXml(ValueError):
    """The text is no well-formed XML; says why."""


class HasDoctype(BadXml):
    """The document declares a type: only there can entities be declared."""


class _Seen(Exception):
    """The first element was met: what may stand before it is known."""


def parsed(data: bytes) -> etree._Element:
    """Return the root of a document. Raises BadXml, and HasDoctype for one with a DOCTYPE.

    That is looked for before the parser that builds the tree, so that it never sees an entity
    bomb or an address to fetch.
    """
    refuse_doctype(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadXml(getattr(error, "msg", None) or str(error)) from error
    info = root.getroottree().docinfo
    if info.internalDTD is not None:
        raise HasDoctype
    return root


def refuse_doctype(data: bytes) -> None:
    """Raise HasDoctype for a document type; of what follows nothing is read."""

    def doctype(*_: object) -> None:
        raise HasDoctype

    def element(*_: object) -> None:
        raise _Seen

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    try:
        parser.Parse(data, True)
    except HasDoctype:
        raise
    except (_Seen, expat.ExpatError, LookupError, ValueError):
        return  # What expat cannot read the other parser judges, with the same rules
