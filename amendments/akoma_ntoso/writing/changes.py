"""The changes of an amending law: in its text, and what they modify in `analysis`."""

from lxml import etree

from amendments.akoma_ntoso.document.eids import as_number, eid
from amendments.akoma_ntoso.document.frbr import portion
from amendments.akoma_ntoso.document.parts import Address, Change, Kind, Passage
from amendments.akoma_ntoso.writing.elements import Writer, add
from amendments.akoma_ntoso.writing.periods import Event, Periods


def change_eid(address: Address) -> str:
    """A law changes a provision once, so the provision names the change."""
    return f"hcontainer_{as_number(eid(address))}"


def old_eid(change: str) -> str:
    return f"{change}__mod_1__qstr_1"


def new_eid(change: str) -> str:
    return f"{change}__mod_1__qstr_2"


def topic_eid(slug: str) -> str:
    return f"topic-{slug}"


def write_modification(
    active: etree._Element, change: Change, law: str, constitution: str, periods: Periods
) -> None:
    """Add the `textualMod`; `law` is the eId of the reference to the law, `constitution` the
    URI of the work that is changed."""
    here = change_eid(change.address)
    mod = add(
        active,
        "textualMod",
        {
            "type": change.kind,
            "eId": f"textualMod_{as_number(eid(change.address))}",
            "GUID": change.slug,
            "refersTo": f"#{topic_eid(change.topic)}",
        },
    )
    add(mod, "source", {"href": f"#{here}__mod_1"})
    add(mod, "destination", {"href": portion(constitution, eid(change.address))})
    periods.refer(mod, change.in_force, Event(change.in_force.since, "force", law))
    if change.kind != Kind.INSERTION:
        add(mod, "old", {"href": f"#{old_eid(here)}"})
    if change.kind != Kind.REPEAL:
        add(mod, "new", {"href": f"#{new_eid(here)}"})


def write_change(body: etree._Element, change: Change, constitution: str, writer: Writer) -> None:
    here = change_eid(change.address)
    container = add(body, "hcontainer", {"name": "change", "eId": here})
    writer.line(container, "heading", change.title)
    paragraph = add(add(container, "content"), "p")
    mod = add(paragraph, "mod", {"eId": f"{here}__mod_1"})
    ref = add(mod, "ref", {"href": portion(constitution, eid(change.address))}, change.name)
    ref.tail = ". "
    texts = (
        (writer.words.before, change.before, old_eid(here)),
        (writer.words.after, change.after, new_eid(here)),
    )
    for said, text, name in texts:
        if text:
            mod[-1].tail = f"{mod[-1].tail}{said}: "
            quoted = add(mod, "quotedStructure", {"eId": name})
            writer.lines(quoted, Passage(text, change.language))
            quoted.tail = " "
    mod[-1].tail = None
