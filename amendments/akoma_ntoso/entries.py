"""Our own documents → entries as the content files have them, as far as documents carry them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from amendments.akoma_ntoso.document.eids import eid
from amendments.akoma_ntoso.document.parts import (
    Change,
    Constitution,
    Law,
    Part,
    Passage,
    Provision,
)
from amendments.akoma_ntoso.faults import Fault, Unreadable, Where
from amendments.content_files import Entry

Slugs = Mapping[tuple[str, str], str]
"""Which provision is at which eId of which Constitution."""


@dataclass
class Said:
    """What files say of one thing, and where the first of them does."""

    kind: str
    entry: Entry
    file: str
    where: Where

    @property
    def slug(self) -> str:
        return str(self.entry["slug"])

    def fault(self, text: str) -> Fault:
        return Fault(self.where, f"{self.kind}: {self.slug}: {text}", self.file)


# Keys that a document carries; what else an entry has stays as it is
CARRIED: dict[str, tuple[str, ...]] = {
    "constitutions": (
        "slug",
        "title",
        "adopted_on",
        "in_force_from",
        "in_force_until",
        "texts_known_from",
        "authentic_url_kk",
        "authentic_url_ru",
    ),
    "sections": ("slug", "constitution", "number", "position", "title"),
    "articles": ("slug", "section", "number"),
    "provisions": (
        "slug",
        "article",
        "section",
        "part",
        "paragraph",
        "subparagraph",
        "position",
        "text",
    ),
    "laws": (
        "slug",
        "constitution",
        "title",
        "number",
        "adopted_by",
        "adopted_on",
        "dated",
        "in_force_from",
        "official_url",
    ),
    "topics": ("slug", "position", "title"),
    "amendments": (
        "slug",
        "law",
        "provision",
        "topic",
        "title",
        "before",
        "after",
        "in_force_from",
        "applied_from",
        "certainty",
    ),
}


def slugs_in(constitution: Constitution) -> Iterator[tuple[tuple[str, str], str]]:
    for section in constitution.sections:
        held = [each for article in section.articles for each in article.provisions]
        for provision in [*([section.heading] if section.heading else []), *held]:
            yield (constitution.slug, eid(provision.address)), provision.slug


def entries_of_constitution(constitution: Constitution) -> Iterator[tuple[str, Entry]]:
    urls = constitution.authentic_urls
    yield (
        "constitutions",
        _entry(
            slug=constitution.slug,
            title=_translated(constitution.title),
            adopted_on=constitution.adopted_on,
            in_force_from=constitution.in_force_from,
            in_force_until=constitution.in_force_until,
            texts_known_from=constitution.texts_known_from,
            authentic_url_kk=urls.get("kk"),
            authentic_url_ru=urls.get("ru"),
        ),
    )
    for section in constitution.sections:
        yield (
            "sections",
            _entry(
                slug=section.slug,
                constitution=constitution.slug,
                number=section.number,
                position=section.position,
                title=_translated(section.title),
            ),
        )
        if section.heading:
            yield "provisions", _provision(section.heading, section=section.slug)
        for article in section.articles:
            yield (
                "articles",
                _entry(slug=article.slug, section=section.slug, number=article.number),
            )
            for provision in article.provisions:
                yield "provisions", _provision(provision, article=article.slug)


def _provision(provision: Provision, **parent: str) -> Entry:
    """The wording of an amended provision is no entry of its own: it is its amendments'."""
    own = None if provision.is_amended else provision.text
    address = provision.address
    return _entry(
        slug=provision.slug,
        **parent,
        part=str(Part(address.part)),
        paragraph=address.paragraph,
        subparagraph=address.subparagraph,
        position=provision.position,
        text=_translated(own) if own else None,
    )


def entries_of_law(
    law: Law, slugs: Slugs, said_at: Mapping[Any, Where]
) -> Iterator[tuple[str, Entry]]:
    """Raises Unreadable for changes of provisions that are not held."""
    yield (
        "laws",
        _entry(
            slug=law.slug,
            constitution=law.constitution.slug,
            title=_translated(law.title),
            number=law.number,
            adopted_by=law.adopted_by,
            adopted_on=law.adopted_on,
            dated=law.dated,
            in_force_from=law.in_force_from,
            official_url=law.official_url,
        ),
    )
    for topic in law.topics:
        title = _translated(topic.title) if topic.title else None
        yield "topics", _entry(slug=topic.slug, position=topic.position, title=title)
    faults = []
    for change in law.changes:
        provision = slugs.get((law.constitution.slug, eid(change.address)))
        if provision is None:
            text = (
                f"{eid(change.address)} is no provision of the Constitution "
                f"{law.constitution.slug} here: import that first, or with this file."
            )
            faults.append(Fault(said_at["amendments", change.slug], text))
        else:
            yield "amendments", _amendment(law, change, provision)
    if faults:
        raise Unreadable(faults)


def _amendment(law: Law, change: Change, provision: str) -> Entry:
    return _entry(
        slug=change.slug,
        law=law.slug,
        provision=provision,
        topic=change.topic,
        title=_translated(change.title),
        before={change.language: change.before},
        after={change.language: change.after},
        in_force_from=change.in_force.since,
        applied_from=change.in_force.applied_from,
        certainty=change.certainty,
    )


def _translated(passage: Passage) -> dict[str, str] | None:
    return {passage.language: passage.text} if passage.text else None


def _entry(**values: Any) -> Entry:
    return {key: value for key, value in values.items() if value not in (None, "")}
