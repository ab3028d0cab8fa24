"""Our own document of an amending law → what was written."""

from datetime import date

from lxml import etree

from amendments.akoma_ntoso.document.parts import (
    Change,
    ConstitutionName,
    InForce,
    Law,
    Passage,
    Topic,
)
from amendments.akoma_ntoso.reading.finding import (
    child,
    children,
    language_of,
    own_text,
    where,
)
from amendments.akoma_ntoso.reading.modifications import ReadModification, modifications
from amendments.akoma_ntoso.reading.opening import Opened
from amendments.akoma_ntoso.reading.own_constitution import Places, register_title, title_of
from amendments.akoma_ntoso.reading.values import Values


def own_law(opened: Opened) -> tuple[Law, Places]:
    """Raises Unreadable. The Constitution is known by its slug alone."""
    assert opened.register is not None  # noqa: S101 - only then is it ours
    return _Reading(opened, opened.register).read()


class _Reading:
    def __init__(self, opened: Opened, register: etree._Element) -> None:
        self.opened, self.register = opened, register
        self.values = Values()
        self.places: Places = {}
        self.certainties = {
            each.get("href", ""): self.values.text(each, "certainty")
            for each in children(register, "zan:change")
        }

    def read(self) -> tuple[Law, Places]:
        register, values = self.register, self.values
        slug = values.text(register, "slug")
        self.places["laws", slug] = where(register)
        work = child(self.opened.meta, "identification", "FRBRWork")
        assert work is not None  # noqa: S101 - its address was read
        days = {each.get("name"): values.day(each, "date") for each in children(work, "FRBRdate")}
        number = child(work, "FRBRnumber")
        if "dated" not in days:
            values.fault(work, 'no <FRBRdate name="dated">.')
        law = Law(
            slug=slug,
            language=self.opened.language,
            constitution=ConstitutionName(values.text(register, "constitution"), date.min),
            title=title_of(self.opened, values),
            number="" if number is None else number.get("value", ""),
            dated=days.get("dated", date.min),
            adopted_by=values.text(register, "adoptedBy"),
            adopted_on=days.get("adoption"),
            in_force_from=values.optional_day(register, "inForceFrom"),
            official_url=register.get("officialUrl", ""),
            topics=tuple(self._topic(each) for each in children(register, "zan:topic")),
            changes=tuple(self._changes()),
        )
        values.check()
        return law, self.places

    def _topic(self, element: etree._Element) -> Topic:
        slug = self.values.text(element, "slug")
        self.places["topics", slug] = where(element)
        title = register_title(element, self.values)
        return Topic(slug, self.values.whole(element, "position"), title)

    def _changes(self) -> list[Change]:
        found = []
        for mod in modifications(self.opened, self.values):
            slug = self.values.text(mod.element, "GUID")
            self.places["amendments", slug] = where(mod.element)
            change = self._change(slug, mod)
            if change is not None:
                found.append(change)
        return found

    def _change(self, slug: str, mod: ReadModification) -> Change | None:
        if mod.address is None or mod.in_force is None or mod.language is None:
            self.values.fault(mod.element, mod.why_not or "it says no day and no text.")
            return None
        return Change(
            slug=slug,
            address=mod.address,
            name="",
            title=self._title(mod),
            topic=mod.element.get("refersTo", "").removeprefix("#topic-"),
            certainty=self.certainties.get(f"#{mod.element.get('eId')}", ""),
            before=mod.before,
            after=mod.after,
            language=mod.language,
            in_force=InForce(mod.in_force.since, None, mod.in_force.applied_from),
        )

    def _title(self, mod: ReadModification) -> Passage:
        """Return the heading over the change in the body."""
        container = mod.source
        while container is not None and container.get("name") != "change":
            container = container.getparent()
        heading = child(container, "heading")
        if heading is None:
            self.values.fault(mod.element, "the change it names has no <heading> in the body.")
            return Passage("", self.opened.language)
        return Passage(own_text(heading), language_of(heading, self.opened.language))
