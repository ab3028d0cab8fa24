"""The Constitution as it read on a day."""

from lxml import etree

from amendments.akoma_ntoso.document.eids import as_number, eid
from amendments.akoma_ntoso.document.frbr import constitution_uri, law_uri, portion
from amendments.akoma_ntoso.document.parts import (
    Constitution,
    ConstitutionName,
    Kind,
    LawName,
    Modification,
)
from amendments.akoma_ntoso.writing.body import write_body
from amendments.akoma_ntoso.writing.changes import change_eid, new_eid, old_eid
from amendments.akoma_ntoso.writing.elements import Writer, add, as_bytes, new_document
from amendments.akoma_ntoso.writing.identification import (
    AUTHOR,
    ONTOLOGY,
    PUBLISHER,
    Identity,
    refer_to,
    write_concepts,
    write_identification,
    write_publisher,
)
from amendments.akoma_ntoso.writing.periods import Event, Periods
from amendments.akoma_ntoso.writing.register import write_constitution_register
from amendments.akoma_ntoso.writing.words import Words

ORIGINAL = "original"


def write_constitution(constitution: Constitution, words: Words) -> bytes:
    """Return the whole document; provisions that the law did not have on the day are left out
    of the text and stand in the register alone."""
    writer = Writer(constitution.language, words)
    root = new_document()
    act = add(root, "act", {"name": "constitution", "contains": "singleVersion"})
    meta = add(act, "meta")
    name = ConstitutionName(constitution.slug, constitution.adopted_on)
    work = constitution_uri(name)
    dates = {"adoption": constitution.adopted_on}
    write_identification(
        meta,
        Identity(
            work,
            constitution.slug,
            "",
            dates,
            constitution.language,
            constitution.version,
        ),
    )
    _write_time_and_changes(meta, constitution, work, words)
    write_constitution_register(meta, constitution)
    _write_preface(act, constitution, writer)
    write_body(act, constitution, writer)
    return as_bytes(root)


def _write_time_and_changes(
    meta: etree._Element, constitution: Constitution, work: str, words: Words
) -> None:
    lifecycle = add(meta, "lifecycle", {"source": f"#{PUBLISHER}"})
    periods = Periods(PUBLISHER)
    periods.note(Event(constitution.adopted_on, "generation", ORIGINAL, "generation"))
    if constitution.in_force_from:
        periods.note(Event(constitution.in_force_from, "force", ORIGINAL))
    for modification in constitution.modifications:
        periods.note(_event(modification))
    if constitution.in_force_until:
        periods.note(Event(constitution.in_force_until, "repeal", PUBLISHER, "repeal"))
    made = [
        each for each in constitution.modifications if each.in_force.since <= constitution.version
    ]
    if made:
        analysis = add(meta, "analysis", {"source": f"#{PUBLISHER}"})
        passive = add(analysis, "passiveModifications")
        for modification in made:
            _write_modification(passive, modification, periods)
    periods.write_events(lifecycle)
    periods.write_temporal_data(meta)
    _write_references(meta, constitution, work, words, periods.kinds)


def _event(modification: Modification) -> Event:
    law = modification.law.slug
    day = modification.in_force.since
    return Event(day, f"amendment-{law}", _law_eid(modification.law), "amendment")


def _law_eid(law: LawName) -> str:
    return f"law-{law.slug}"


def _write_modification(
    passive: etree._Element, modification: Modification, periods: Periods
) -> None:
    here = eid(modification.address)
    number = as_number(here)
    mod = add(
        passive,
        "textualMod",
        {
            "type": modification.kind,
            "eId": f"textualMod_{modification.law.slug}-{number}",
        },
    )
    change = change_eid(modification.address)
    add(mod, "source", {"href": portion(law_uri(modification.law), change)})
    add(mod, "destination", {"href": f"#{here}"})
    periods.refer(mod, modification.in_force, _event(modification))
    if modification.kind != Kind.INSERTION:
        add(mod, "old", {"href": portion(law_uri(modification.law), old_eid(change))})
    if modification.kind != Kind.REPEAL:
        add(mod, "new", {"href": portion(law_uri(modification.law), new_eid(change))})


def _write_references(
    meta: etree._Element,
    constitution: Constitution,
    work: str,
    words: Words,
    kinds: list[str],
) -> None:
    references = add(meta, "references", {"source": f"#{PUBLISHER}"})
    refer_to(references, "original", ORIGINAL, work, constitution.title.text)
    laws = {each.law.slug: each.law for each in constitution.modifications}
    for _slug, law in sorted(laws.items()):
        refer_to(references, "passiveRef", _law_eid(law), law_uri(law), law.title)
    write_publisher(references, words)
    refer_to(references, "TLCOrganization", AUTHOR, f"{ONTOLOGY}/organization/kz", words.state)
    write_concepts(references, kinds)


def _write_preface(act: etree._Element, constitution: Constitution, writer: Writer) -> None:
    preface = add(act, "preface", {"xml:lang": constitution.language})
    writer.line(add(preface, "p"), "docTitle", constitution.title)
    words = writer.words
    writer.note(preface, words.not_authentic)
    for language, url in sorted(constitution.authentic_urls.items()):
        add(add(preface, "p"), "ref", {"href": url}, words.authentic[language])
    is_empty = not any(section.articles for section in constitution.sections)
    writer.note(preface, words.none_held if is_empty else words.only_held)
