"""What an act says that it changes: the modifications in its `analysis`."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from amendments.akoma_ntoso.document.eids import address_of
from amendments.akoma_ntoso.document.frbr import Reference, referred
from amendments.akoma_ntoso.document.parts import Address, InForce, Kind, Passage
from amendments.akoma_ntoso.reading.finding import (
    child,
    children,
    language_of,
    name_of,
    passage_of,
    within,
)
from amendments.akoma_ntoso.reading.opening import Opened
from amendments.akoma_ntoso.reading.periods import ReadPeriods
from amendments.akoma_ntoso.reading.quoted import lines_of
from amendments.akoma_ntoso.reading.values import Values

TYPES = {kind.value: kind for kind in Kind} | {"replacement": Kind.SUBSTITUTION}


@dataclass(frozen=True)
class ReadModification:
    """`work` and `address` say what is changed. `why_not` is set for one that was not
    understood; what it has of the rest may be missing then. `source` is the passage of the
    body that it names."""

    element: etree._Element
    work: str = ""
    address: Address | None = None
    in_force: InForce | None = None
    before: str = ""
    after: str = ""
    language: str | None = None
    source: etree._Element | None = None
    why_not: str = ""


class _NotUnderstood(ValueError):
    pass


def modifications(opened: Opened, values: Values) -> Iterator[ReadModification]:
    active = child(opened.meta, "analysis", "activeModifications")
    if active is None:
        return
    by_eid = {each.get("eId"): each for each in opened.act.iter() if each.get("eId")}
    periods = ReadPeriods(opened.meta, values)
    for element in active:
        if not isinstance(element.tag, str):
            continue
        try:
            yield _read(element, opened, by_eid, periods)
        except _NotUnderstood as error:
            yield ReadModification(element, why_not=str(error))


def _read(
    element: etree._Element,
    opened: Opened,
    by_eid: dict[str | None, etree._Element],
    periods: ReadPeriods,
) -> ReadModification:
    kind = TYPES.get(element.get("type", ""))
    if name_of(element) != "textualMod" or kind is None:
        said = " of type ".join(filter(None, (f"<{name_of(element)}>", element.get("type"))))
        raise _NotUnderstood(f"{said} is not read, only {', '.join(TYPES)} of texts")
    destination = _destination(element)
    address = address_of(destination.eid)
    if address is None:
        text = f"{destination.eid[:60]!r} is no eId of a provision, as art_54__para_2__point_2"
        raise _NotUnderstood(text)
    before = _text(element, "old", opened, by_eid, is_needed=kind != Kind.INSERTION)
    after = _text(element, "new", opened, by_eid, is_needed=kind != Kind.REPEAL)
    texts = [each for each in (before, after) if each]
    source = child(element, "source")
    return ReadModification(
        element,
        destination.work,
        address,
        periods.of(element),
        before.text if before else "",
        after.text if after else "",
        texts[0].language,
        None if source is None else by_eid.get(source.get("href", "").removeprefix("#")),
    )


def _destination(element: etree._Element) -> Reference:
    destinations = list(children(element, "destination"))
    if len(destinations) != 1:
        raise _NotUnderstood(f"{len(destinations)} destinations; one is understood")
    if destinations[0].get("pos") or destinations[0].get("upTo"):
        raise _NotUnderstood("a part of a provision is changed; only whole ones are understood")
    found = referred(destinations[0].get("href", ""))
    if found is None or not found.eid:
        given = destinations[0].get("href", "")[:120]
        raise _NotUnderstood(f"the destination {given!r} names no provision of a work")
    return found


def _text(
    element: etree._Element,
    name: str,
    opened: Opened,
    by_eid: dict[str | None, etree._Element],
    *,
    is_needed: bool,
) -> Passage | None:
    """Return the whole text that `old` or `new` names; None where there is none to be."""
    if not is_needed:
        return None
    named = child(element, name)
    quoted = None if named is None else by_eid.get(named.get("href", "").removeprefix("#"))
    if quoted is None:
        raise _NotUnderstood(f"<{name}> does not name a text in the document")
    if opened.register is not None:
        return passage_of(quoted, opened.language)
    if name_of(quoted) == "quotedText":
        raise _NotUnderstood("words within a provision are changed; only whole ones are taken")
    text = "\n".join(lines_of(quoted))
    if not text:
        raise _NotUnderstood(f"<{name}> names a text that is empty")
    languages = {language_of(each, "") for each in within(quoted, "p", "quotedStructure")} - {""}
    return Passage(text, languages.pop() if len(languages) == 1 else opened.language)
