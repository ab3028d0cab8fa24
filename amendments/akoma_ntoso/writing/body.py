"""Sections, articles, paragraphs and points, as far as they are held.

What says more in the law than is held here has `status="incomplete"`; where something is known
to be missing between two provisions, an `hcontainer` named `gap` says so.
"""

from lxml import etree

from amendments.akoma_ntoso.document.eids import (
    article_eid,
    as_number,
    eid,
    paragraph_eid,
    section_eid,
)
from amendments.akoma_ntoso.document.parts import (
    Article,
    Constitution,
    Part,
    Provision,
    Section,
)
from amendments.akoma_ntoso.writing.elements import Writer, add

INCOMPLETE = "incomplete"
REMOVED = "removed"


def write_body(act: etree._Element, constitution: Constitution, writer: Writer) -> None:
    body = add(act, "body", {"xml:lang": constitution.language})
    for section in constitution.sections:
        _write_section(body, section, writer)
    if not constitution.sections:
        empty = add(body, "hcontainer", {"name": "gap", "eId": "hcontainer_all"})
        writer.note(add(empty, "content"), writer.words.none_held)


def _write_section(body: etree._Element, section: Section, writer: Writer) -> None:
    attributes = {"eId": section_eid(section.number), "GUID": section.slug, "status": INCOMPLETE}
    element = add(body, "section", attributes)
    add(element, "num", text=writer.words.section % {"number": section.number})
    heading = section.heading
    if heading is None or not heading.is_shown:
        writer.line(element, "heading", section.title)
    else:
        attributes = {"eId": eid(heading.address), "GUID": heading.slug}
        if heading.text:
            writer.line(element, "heading", heading.text, attributes)
        else:
            add(element, "heading", attributes | {"status": REMOVED})
    for article in section.articles:
        if any(provision.is_shown for provision in article.provisions):
            _write_article(element, article, writer)


def _write_article(parent: etree._Element, article: Article, writer: Writer) -> None:
    held = [provision for provision in article.provisions if provision.is_shown]
    around = article_eid(article.number)
    is_whole = any(provision.address.part == Part.ARTICLE for provision in held)
    status = "" if is_whole else INCOMPLETE
    element = add(parent, "article", {"eId": around, "GUID": article.slug, "status": status})
    add(element, "num", text=writer.words.article % {"number": article.number})
    for paragraph, provisions in _by_paragraph(held).items():
        if paragraph:
            if provisions[0].address.part != Part.SUBPARAGRAPH:
                _write_gap(element, around, provisions[0], writer)
            _write_paragraph(element, article.number, provisions, writer)
        else:
            _write_parts(element, around, provisions, writer, is_alone=len(held) == 1)


def _by_paragraph(provisions: list[Provision]) -> dict[str, list[Provision]]:
    """What stands in no paragraph comes first: the opening words of an article are there."""
    found: dict[str, list[Provision]] = {}
    for provision in sorted(provisions, key=lambda each: bool(each.address.paragraph)):
        found.setdefault(provision.address.paragraph, []).append(provision)
    return found


def _write_paragraph(
    parent: etree._Element, article: str, provisions: list[Provision], writer: Writer
) -> None:
    paragraph = provisions[0].address.paragraph
    around = paragraph_eid(article, paragraph)
    is_whole = any(provision.address.part == Part.PARAGRAPH for provision in provisions)
    status = "" if is_whole else INCOMPLETE
    element = add(parent, "paragraph", {"eId": around, "status": status})
    add(element, "num", text=f"{paragraph}.")
    _write_parts(element, around, provisions, writer, is_alone=len(provisions) == 1)


def _write_parts(
    element: etree._Element,
    around: str,
    provisions: list[Provision],
    writer: Writer,
    *,
    is_alone: bool,
) -> None:
    """Write what stands directly in an article or a paragraph: its own text, or its parts.

    The standard has no place for both beside each other, so own text that is not alone stands
    in an `hcontainer`.
    """
    by_part = {part: [each for each in provisions if each.address.part == part] for part in Part}
    points = by_part[Part.SUBPARAGRAPH]
    for provision in by_part[Part.OPENING_WORDS]:
        attributes = {"eId": eid(provision.address), "GUID": provision.slug}
        _fill(add(element, "intro", attributes), provision, writer)
        if not points:
            _gap(element, f"{around}__hcontainer_points", writer)
    for provision in by_part[Part.ARTICLE] + by_part[Part.PARAGRAPH]:
        holder = element
        if not is_alone:
            attributes = {"name": "whole", "eId": f"{around}__hcontainer_whole"}
            holder = add(element, "hcontainer", attributes)
        _write_content(holder, provision, writer)
    for provision in points:
        _write_gap(element, around, provision, writer)
        point = add(element, "point", {"eId": eid(provision.address)})
        add(point, "num", text=f"{provision.address.subparagraph})")
        _write_content(point, provision, writer)


def _write_content(holder: etree._Element, provision: Provision, writer: Writer) -> None:
    if holder.get("GUID") is None:  # An article has its own
        holder.set("GUID", provision.slug)
    content = add(holder, "content")
    _fill(content, provision, writer)
    if provision.text is None:
        del content.attrib["status"]
        holder.set("status", REMOVED)


def _fill(block: etree._Element, provision: Provision, writer: Writer) -> None:
    if provision.text is None:
        block.set("status", REMOVED)
        writer.note(block, writer.words.repealed)
    else:
        writer.lines(block, provision.text)


def _write_gap(element: etree._Element, around: str, provision: Provision, writer: Writer) -> None:
    if provision.follows_gap:
        within = eid(provision.address).removeprefix(f"{around}__")
        _gap(element, f"{around}__hcontainer_before-{as_number(within)}", writer)


def _gap(element: etree._Element, name: str, writer: Writer) -> None:
    gap = add(element, "hcontainer", {"name": "gap", "eId": name})
    writer.note(add(gap, "content"), writer.words.not_held)
