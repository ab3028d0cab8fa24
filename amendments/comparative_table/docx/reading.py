"""A .docx → the tables in it."""

from collections.abc import Iterator

from lxml import etree

from amendments.comparative_table.docx.changes import KINDS
from amendments.comparative_table.docx.hardened_xml import attribute, child, children, name_of
from amendments.comparative_table.docx.numbering import read_numbering
from amendments.comparative_table.docx.opening import Opened, open_docx
from amendments.comparative_table.docx.tables import Tables
from amendments.comparative_table.rows.cells import Cell, Document, Paragraph, changed_texts
from amendments.comparative_table.rows.plain import one_line
from amendments.comparative_table.rows.tracked import told
from amendments.comparative_table.unreadable import Unreadable

_ELSEWHERE = ("header", "footer", "footnotes", "endnotes", "comments")


def read_docx(data: bytes) -> Document:
    """Raises Unreadable, with a reason in words, for a file that cannot be taken."""
    opened = open_docx(data)
    body = child(opened.document, "body")
    if body is None:
        raise Unreadable("The file is a Word document without a body: damaged.")
    reader = Tables(
        read_numbering(opened.part("numbering"), opened.part("styles")), _footnotes(opened)
    )
    reader.read(body)
    if not reader.tables:
        raise Unreadable("There is no table in the file.")
    notes = [*opened.notes, *_loose(reader.loose), *_elsewhere(opened)]
    if any(name_of(each) == "altChunk" for each in body):
        notes.append("a document of another format inside the file was not read")
    return Document(tuple(reader.tables), tuple(notes))


def _footnotes(opened: Opened) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        root = opened.part(f"{kind}s")
        for note in [] if root is None else children(root, kind):
            texts = [one.text or "" for one in note.iter() if name_of(one) == "t"]
            found[f"{kind} {attribute(note, 'id')}"] = one_line("".join(texts))
    return found


def _loose(paragraphs: list[Paragraph]) -> Iterator[str]:
    """Tell the tracked changes outside the tables: they are not taken, but not kept quiet."""
    for change, text in changed_texts(Cell(tuple(paragraphs), 0, 1)):
        yield f"{told(change, text)}; outside the tables, not taken"


def _elsewhere(opened: Opened) -> Iterator[str]:
    for relation in _ELSEWHERE:
        root = opened.part(relation)
        if root is None:
            continue
        if _has_changes(root):
            yield f"tracked change in the {relation} of the file: not taken"
        if relation == "comments":
            number = sum(1 for _ in children(root, "comment"))
            yield f"comments in the margin were not read: {number}"


def _has_changes(root: etree._Element) -> bool:
    return any(name_of(each) in KINDS for each in root.iter())
