"""Our own document of a Constitution → what was written."""

from datetime import date

from lxml import etree

from amendments.akoma_ntoso.document.eids import address_of
from amendments.akoma_ntoso.document.parts import (
    Address,
    Article,
    Constitution,
    Part,
    Passage,
    Provision,
    Section,
)
from amendments.akoma_ntoso.faults import Where
from amendments.akoma_ntoso.reading.finding import (
    child,
    children,
    language_of,
    own_text,
    passage_of,
    where,
    within,
)
from amendments.akoma_ntoso.reading.opening import Opened
from amendments.akoma_ntoso.reading.values import Values

Places = dict[tuple[str, str], Where]
"""Where in the file something stands, by kind of content and slug."""


def own_constitution(opened: Opened) -> tuple[Constitution, Places]:
    """Raises Unreadable. What changed the Constitution is read from the laws' documents."""
    assert opened.register is not None  # noqa: S101 - only then is it ours
    return _Reading(opened, opened.register).read()


class _Reading:
    def __init__(self, opened: Opened, register: etree._Element) -> None:
        self.opened, self.register = opened, register
        self.values = Values()
        self.places: Places = {}
        body = child(opened.act, "body")
        here = () if body is None else body.iter()
        self.by_eid = {each.get("eId"): each for each in here if each.get("eId")}

    def read(self) -> tuple[Constitution, Places]:
        register, values = self.register, self.values
        slug = values.text(register, "slug")
        self.places["constitutions", slug] = where(register)
        constitution = Constitution(
            slug=slug,
            language=self.opened.language,
            title=title_of(self.opened, values),
            adopted_on=values.day(register, "adoptedOn"),
            in_force_from=values.optional_day(register, "inForceFrom"),
            in_force_until=values.optional_day(register, "inForceUntil"),
            texts_known_from=values.optional_day(register, "textsKnownFrom"),
            version=self._version(),
            authentic_urls={
                language_of(each, ""): values.text(each, "href")
                for each in children(register, "zan:authentic")
            },
            sections=tuple(self._section(each) for each in children(register, "zan:section")),
        )
        values.check()
        return constitution, self.places

    def _version(self) -> date:
        expression = child(self.opened.meta, "identification", "FRBRExpression")
        day = child(expression, "FRBRdate")
        if day is None:
            self.values.fault(self.opened.meta, "no <FRBRdate> says which version it is.")
            return date.min
        return self.values.day(day, "date")

    def _section(self, element: etree._Element) -> Section:
        slug = self.values.text(element, "slug")
        self.places["sections", slug] = where(element)
        headings = [self._provision(each) for each in children(element, "zan:provision")]
        return Section(
            slug=slug,
            number=self.values.text(element, "number"),
            position=self.values.whole(element, "position"),
            title=register_title(element, self.values) or Passage("", self.opened.language),
            heading=headings[0] if headings else None,
            articles=tuple(self._article(each) for each in children(element, "zan:article")),
        )

    def _article(self, element: etree._Element) -> Article:
        slug = self.values.text(element, "slug")
        self.places["articles", slug] = where(element)
        return Article(
            slug=slug,
            number=self.values.text(element, "number"),
            provisions=tuple(self._provision(each) for each in children(element, "zan:provision")),
        )

    def _provision(self, element: etree._Element) -> Provision:
        named_by = "for" if "eId" not in element.attrib else "eId"  # That in older documents
        slug, eid = self.values.text(element, "slug"), self.values.text(element, named_by)
        self.places["provisions", slug] = where(element)
        address = address_of(eid)
        if address is None:
            self.values.fault(element, f"{eid[:60]!r} names no provision.")
            address = Address(Part.ARTICLE)
        found = self.by_eid.get(eid)
        is_removed = found is not None and found.get("status") == "removed"
        return Provision(
            slug=slug,
            address=address,
            position=self.values.whole(element, "position"),
            text=None if found is None or is_removed else self._text(found),
            is_amended=element.get("wording") == "derived",
            is_repealed=is_removed,
        )

    def _text(self, found: etree._Element) -> Passage | None:
        """Return the text of a heading, of opening words, or of what has `content`."""
        language = self.opened.language
        if found.tag.endswith("}heading"):
            return Passage(own_text(found), language_of(found, language))
        if found.tag.endswith("}intro"):
            return passage_of(found, language)
        whole = [each for each in children(found, "hcontainer") if each.get("name") == "whole"]
        content = child(whole[0] if whole else found, "content")
        return None if content is None else passage_of(content, language)


def title_of(opened: Opened, values: Values) -> Passage:
    """Return the title as the preface has it."""
    preface = child(opened.act, "preface")
    for title in () if preface is None else within(preface, "docTitle"):
        return Passage(own_text(title), language_of(title, opened.language))
    values.fault(opened.act, "no <docTitle> in a <preface>.")
    return Passage("", opened.language)


def register_title(element: etree._Element, values: Values) -> Passage | None:
    title = child(element, "zan:title")
    if title is None:
        return None
    language = language_of(title, "")
    if not language:
        values.fault(title, "xml:lang is missing.")
    return Passage(own_text(title), language)
