"""Questions → a content package of QTI 2.1 items."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from quiz.exchange.carries import Carries, write_each
from quiz.exchange.qti.elements import QTI, E, fill
from quiz.exchange.qti.package import MANIFEST
from quiz.exchange.qti.written_interactions import WRITE
from quiz.exchange.question import ExchangedQuestion, Written

_ALL = frozenset(WRITE)
CARRIES = Carries(
    types=_ALL,
    fields=frozenset({"name", "idnumber"}),
    explained=_ALL,
    advised=frozenset({"single", "multiple", "true_false"}),
)
_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DEFAULT: Any = {None: QTI}  # The stubs want a prefix
_DEFAULT_CP: Any = {None: _CP}
_DAY = (2000, 1, 1, 0, 0, 0)  # The same questions make the same package


def write(questions: Iterable[ExchangedQuestion]) -> Written:
    items: list[bytes] = []
    written = write_each(
        questions,
        CARRIES,
        lambda question: items.append(_item(question, f"q{len(items) + 1:04d}")),
    )
    return replace(written, data=_package(items))


def _item(question: ExchangedQuestion, identifier: str) -> bytes:
    parts = WRITE[question.type](question)
    root = etree.Element(f"{{{QTI}}}assessmentItem", nsmap=_DEFAULT)
    root.set("identifier", identifier)
    root.set("title", question.name)
    root.set("label", question.idnumber)
    root.set(_LANG, question.language)
    root.set("adaptive", "false")
    root.set("timeDependent", "false")
    root.extend(parts.declarations)
    if question.explanation:
        shown = E("outcomeDeclaration", identifier="EXPLANATION", cardinality="single")
        shown.set("baseType", "identifier")
        shown.append(E("defaultValue", E("value", "SHOWN")))
        root.append(shown)
    body = E("itemBody")
    fill(body, question.prompt, always_paragraphs=True)
    body.extend(parts.interaction)
    root.append(body)
    root.extend(parts.processing)
    if question.explanation:
        feedback = E("modalFeedback", outcomeIdentifier="EXPLANATION", identifier="SHOWN")
        feedback.set("showHide", "show")
        fill(feedback, question.explanation)
        root.append(feedback)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _package(items: list[bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        _add(package, MANIFEST, _manifest(len(items)))
        for number, item in enumerate(items, 1):
            _add(package, f"items/q{number:04d}.xml", item)
    return buffer.getvalue()


def _add(package: ZipFile, path: str, data: bytes) -> None:
    info = ZipInfo(path, _DAY)
    info.compress_type = ZIP_DEFLATED
    package.writestr(info, data)


def _manifest(items: int) -> bytes:
    root = etree.Element(f"{{{_CP}}}manifest", nsmap=_DEFAULT_CP, identifier="MANIFEST")
    metadata = etree.SubElement(root, f"{{{_CP}}}metadata")
    etree.SubElement(metadata, f"{{{_CP}}}schema").text = "QTIv2.1 Package"
    etree.SubElement(metadata, f"{{{_CP}}}schemaversion").text = "1.0.0"
    etree.SubElement(root, f"{{{_CP}}}organizations")
    resources = etree.SubElement(root, f"{{{_CP}}}resources")
    for number in range(1, items + 1):
        path = f"items/q{number:04d}.xml"
        resource = etree.SubElement(
            resources, f"{{{_CP}}}resource", identifier=f"q{number:04d}", href=path
        )
        resource.set("type", "imsqti_item_xmlv2p1")
        etree.SubElement(resource, f"{{{_CP}}}file", href=path)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
