"""Several of our own documents → one entry for each thing they speak of."""

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.akoma_ntoso.document.eids import eid
from amendments.akoma_ntoso.document.parts import Constitution, Law
from amendments.akoma_ntoso.entries import (
    Said,
    entries_of_constitution,
    entries_of_law,
    slugs_in,
)
from amendments.akoma_ntoso.faults import Fault, Unreadable
from amendments.akoma_ntoso.law_with_changes import address
from amendments.akoma_ntoso.reading.own_constitution import Places
from amendments.content_files import Entry
from amendments.models import Provision


@dataclass(frozen=True)
class OwnDocument:
    file: str
    document: Constitution | Law
    places: Places


def everything_said(documents: Iterable[OwnDocument]) -> dict[tuple[str, str], Said]:
    """Return what the documents say, by kind and slug. One query. Raises Unreadable, also where
    two of them say different things."""
    documents = list(documents)
    slugs = _provisions_here()
    for own in documents:
        if isinstance(own.document, Constitution):
            slugs |= dict(slugs_in(own.document))
    said: dict[tuple[str, str], Said] = {}
    faults: list[Fault] = []
    for own in documents:
        try:
            for kind, entry in _entries(own, slugs):
                found = Said(kind, entry, own.file, own.places[kind, entry["slug"]])
                faults += _added(said, found)
        except Unreadable as error:
            faults += [Fault(each.where, each.text, own.file) for each in error.faults]
    if faults:
        raise Unreadable(faults)
    return said


def _entries(own: OwnDocument, slugs: dict[tuple[str, str], str]) -> list[tuple[str, Entry]]:
    if isinstance(own.document, Constitution):
        return list(entries_of_constitution(own.document))
    return list(entries_of_law(own.document, slugs, own.places))


def _added(said: dict[tuple[str, str], Said], found: Said) -> Iterable[Fault]:
    """Put the languages of several documents together; yield where they contradict."""
    known = said.setdefault((found.kind, found.slug), found)
    for key in dict.fromkeys([*known.entry, *found.entry]):
        here, there = known.entry.get(key), found.entry.get(key)
        if isinstance(here, dict) and isinstance(there, dict):
            if any(here.get(language, text) != text for language, text in there.items()):
                yield found.fault(f"{key} is another one in {known.file}.")
            known.entry[key] = here | there
        elif isinstance(there, dict) or isinstance(here, dict):
            known.entry[key] = here or there
        elif here != there:
            yield found.fault(f"{key} is another one in {known.file}.")


def _provisions_here() -> dict[tuple[str, str], str]:
    provisions = Provision.objects.select_related(
        "article__section__constitution", "section__constitution"
    )
    return {
        (provision.constitution.slug, eid(address(provision))): provision.slug
        for provision in provisions
    }
