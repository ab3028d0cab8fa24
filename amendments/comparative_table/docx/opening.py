"""A .docx from a stranger → its parts, after everything that could act was refused."""

import posixpath
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from amendments.comparative_table.docx.hardened_xml import XML_ENDINGS, refuse_doctype
from amendments.comparative_table.docx.package import Package
from amendments.comparative_table.docx.recognising import SAVE_AS
from amendments.comparative_table.unreadable import Unreadable

_MAIN = "wordprocessingml.document.main+xml"
_ACTIVE = ("vbaproject", "vbadata", "activex", "macroenabled")  # In names and content types


@dataclass(frozen=True)
class Opened:
    """`parts` are the paths of what the document relates to, by the last word of the relation.

    `notes` say what was left out of the file as a whole.
    """

    package: Package
    document: etree._Element
    parts: dict[str, str]
    notes: tuple[str, ...]

    def part(self, relation: str) -> etree._Element | None:
        path = self.parts.get(relation)
        return None if path is None else self.package.xml(path)


def open_docx(data: bytes) -> Opened:
    """Raises Unreadable for other formats, macros, external parts and tricks of zip and XML."""
    package = Package(data)
    for name in package.names:
        if name.endswith(XML_ENDINGS):
            refuse_doctype(package.read(name), name)
    package = Package(data)  # What was read for that does not count against the limit
    _refuse_active(package)
    notes = _relations_checked(package)
    main = _related(package, "").get("officeDocument")
    document = None if main is None else package.xml(main)
    if main is None or document is None:
        raise Unreadable("The file is a zip file, but no Word document.")
    return Opened(package, document, _related(package, main), notes)


def _refuse_active(package: Package) -> None:
    types = package.xml("[Content_Types].xml")
    if types is None:
        raise Unreadable("The file is a zip file, but no Word document.")
    said = [str(each.get("ContentType", "")) for each in types if isinstance(each.tag, str)]
    for text in [*package.names, *(each.lower() for each in said)]:
        if any(word in text for word in _ACTIVE):
            raise Unreadable(f"The file holds macros or active content ({text[:80]}): refused.")
    if not any(_MAIN in each for each in said):
        if any("wordprocessingml.template.main" in each for each in said):
            raise Unreadable(f"The file is a Word template, not a document. {SAVE_AS}.")
        raise Unreadable("The file is no Word document: its list of contents names none.")


def _relations_checked(package: Package) -> tuple[str, ...]:
    """Refuse what would be fetched from elsewhere; count the links of texts, which are dropped."""
    links: Counter[str] = Counter()
    for name in package.names:
        if not name.endswith(".rels"):
            continue
        for relation in _elements(package.xml(name)):
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            if kind in ("oleObject", "package", "aFChunk", "subDocument"):
                links[kind] += 1
            if str(relation.get("TargetMode", "")).lower() != "external":
                continue
            if kind != "hyperlink":
                target = str(relation.get("Target", ""))[:80]
                raise Unreadable(
                    f"The file fetches from elsewhere ({kind or 'external link'}: {target}): "
                    "refused. Save a copy without links to files."
                )
            links["hyperlink"] += 1
    notes = []
    if number := links.pop("hyperlink", 0):
        notes.append(f"links to addresses were dropped, their words kept: {number}")
    if number := links.total():
        notes.append(f"objects and documents put into the file were not read: {number}")
    return tuple(notes)


def _related(package: Package, source: str) -> dict[str, str]:
    folder, name = posixpath.split(source)
    found: dict[str, str] = {}
    for relation in _elements(package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))):
        if str(relation.get("TargetMode", "")).lower() == "external":
            continue
        target = unquote(str(relation.get("Target", "")))
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found.setdefault(str(relation.get("Type", "")).rpartition("/")[2], path)
    return found


def _elements(root: etree._Element | None) -> list[etree._Element]:
    return [] if root is None else [each for each in root if isinstance(each.tag, str)]
