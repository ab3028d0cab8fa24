"""What Word writes of a tracked change."""

from lxml import etree

from amendments.comparative_table.docx.hardened_xml import attribute, child, name_of
from amendments.comparative_table.rows.cells import Change, Changes, Tracked
from amendments.comparative_table.rows.plain import one_line

KINDS = {
    "ins": Tracked.INSERTED,
    "del": Tracked.DELETED,
    "moveTo": Tracked.MOVED_HERE,
    "moveFrom": Tracked.MOVED_AWAY,
    "cellIns": Tracked.INSERTED,
    "cellDel": Tracked.DELETED,
}


def change_of(element: etree._Element) -> Change:
    """`element` is one of those named in KINDS."""
    author = one_line(attribute(element, "author") or "")[:60]
    day = one_line(attribute(element, "date") or "")[:10]
    return Change(KINDS[name_of(element)], author, day)


def changes_within(properties: etree._Element | None) -> Changes:
    """Return the changes that stand in `w:rPr`, `w:trPr` or `w:tcPr`."""
    if properties is None:
        return ()
    return tuple(change_of(each) for each in properties if name_of(each) in KINDS)


def changes_of_mark(paragraph: etree._Element) -> Changes:
    return changes_within(child(paragraph, "pPr", "rPr"))
