"""An amending law with all it changed. The law's own articles are not held: each change is an
`hcontainer` of ours."""

from lxml import etree

from amendments.akoma_ntoso.document.frbr import constitution_uri, law_uri
from amendments.akoma_ntoso.document.parts import Law, LawName
from amendments.akoma_ntoso.writing.changes import topic_eid, write_change, write_modification
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
from amendments.akoma_ntoso.writing.register import write_law_register
from amendments.akoma_ntoso.writing.words import Words

ORIGINAL = "original"

# Who gave the law, as organisations are named
_AUTHORS = {"referendum": "people", "parliament": "parliament"}


def write_law(law: Law, words: Words) -> bytes:
    writer = Writer(law.language, words)
    root = new_document()
    act = add(root, "act", {"name": "law", "contains": "originalVersion"})
    meta = add(act, "meta")
    work = law_uri(LawName(law.slug, law.number, law.dated, law.title.text))
    dates = {"dated": law.dated}
    if law.adopted_on:
        dates["adoption"] = law.adopted_on
    identity = Identity(work, law.slug, law.number, dates, law.language, law.dated)
    write_identification(meta, identity)
    _write_time_and_changes(meta, law, work, words)
    write_law_register(meta, law)
    _write_preface(act, law, writer)
    _write_body(act, law, writer)
    return as_bytes(root)


def _write_time_and_changes(meta: etree._Element, law: Law, work: str, words: Words) -> None:
    lifecycle = add(meta, "lifecycle", {"source": f"#{PUBLISHER}"})
    periods = Periods(PUBLISHER)
    periods.note(Event(law.dated, "generation", ORIGINAL, "generation"))
    if law.in_force_from:
        periods.note(Event(law.in_force_from, "force", ORIGINAL))
    constitution = constitution_uri(law.constitution)
    if law.changes:
        analysis = add(meta, "analysis", {"source": f"#{PUBLISHER}"})
        active = add(analysis, "activeModifications")
        for change in law.changes:
            write_modification(active, change, ORIGINAL, constitution, periods)
    periods.write_events(lifecycle)
    periods.write_temporal_data(meta)
    references = add(meta, "references", {"source": f"#{PUBLISHER}"})
    refer_to(references, "original", ORIGINAL, work, law.title.text)
    refer_to(references, "activeRef", "constitution", constitution, law.constitution.slug)
    write_publisher(references, words)
    author = f"{ONTOLOGY}/organization/kz/{_AUTHORS[law.adopted_by]}"
    refer_to(references, "TLCOrganization", AUTHOR, author, words.adopted_by[law.adopted_by])
    write_concepts(references, periods.kinds)
    for topic in law.topics:
        href = f"{ONTOLOGY}/concept/topic/{topic.slug}"
        show_as = topic.title.text if topic.title else topic.slug
        refer_to(references, "TLCConcept", topic_eid(topic.slug), href, show_as)


def _write_preface(act: etree._Element, law: Law, writer: Writer) -> None:
    preface = add(act, "preface", {"xml:lang": law.language})
    writer.line(add(preface, "p"), "docTitle", law.title)
    writer.note(preface, writer.words.not_authentic)
    if law.official_url:
        add(add(preface, "p"), "ref", {"href": law.official_url}, writer.words.official)


def _write_body(act: etree._Element, law: Law, writer: Writer) -> None:
    body = add(act, "body", {"xml:lang": law.language})
    constitution = constitution_uri(law.constitution)
    for change in law.changes:
        write_change(body, change, constitution, writer)
    if not law.changes:
        empty = add(body, "hcontainer", {"name": "gap", "eId": "hcontainer_all"})
        writer.note(add(empty, "content"), writer.words.no_changes_held)
