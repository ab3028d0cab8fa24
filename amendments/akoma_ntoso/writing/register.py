"""What the standard has no place for, in `proprietary`: by it a document is read back whole."""

from lxml import etree

from amendments.akoma_ntoso.document.eids import as_number, eid
from amendments.akoma_ntoso.document.parts import Constitution, Law, Passage, Provision
from amendments.akoma_ntoso.writing.elements import add, add_own
from amendments.akoma_ntoso.writing.identification import PUBLISHER


def write_constitution_register(meta: etree._Element, constitution: Constitution) -> None:
    """Name all sections, articles and provisions, also those that the law did not have then."""
    register = add_own(
        add(meta, "proprietary", {"source": f"#{PUBLISHER}"}),
        "constitution",
        {
            "slug": constitution.slug,
            "adoptedOn": constitution.adopted_on.isoformat(),
            "inForceFrom": _day(constitution.in_force_from),
            "inForceUntil": _day(constitution.in_force_until),
            "textsKnownFrom": _day(constitution.texts_known_from),
        },
    )
    for language, url in sorted(constitution.authentic_urls.items()):
        add_own(register, "authentic", {"xml:lang": language, "href": url})
    for section in constitution.sections:
        attributes = {"number": section.number, "position": str(section.position)}
        inner = add_own(register, "section", {"slug": section.slug} | attributes)
        _title(inner, section.title)
        if section.heading:
            _provision(inner, section.heading)
        for article in section.articles:
            attributes = {"slug": article.slug, "number": article.number}
            of_article = add_own(inner, "article", attributes)
            for provision in article.provisions:
                _provision(of_article, provision)


def write_law_register(meta: etree._Element, law: Law) -> None:
    register = add_own(
        add(meta, "proprietary", {"source": f"#{PUBLISHER}"}),
        "law",
        {
            "slug": law.slug,
            "constitution": law.constitution.slug,
            "adoptedBy": law.adopted_by,
            "inForceFrom": _day(law.in_force_from),
            "officialUrl": law.official_url,
        },
    )
    for topic in law.topics:
        attributes = {"slug": topic.slug, "position": str(topic.position)}
        inner = add_own(register, "topic", attributes)
        if topic.title:
            _title(inner, topic.title)
    for change in law.changes:
        mod = f"#textualMod_{as_number(eid(change.address))}"
        add_own(register, "change", {"href": mod, "certainty": change.certainty})


def _title(parent: etree._Element, title: Passage) -> None:
    add_own(parent, "title", {"xml:lang": title.language}, title.text)


def _provision(parent: etree._Element, provision: Provision) -> None:
    """`for` is the eId, which stands once in a document: where the provision itself stands.

    `wording="derived"`: its text is an amending law's, and is read back from that.
    """
    attributes = {
        "for": eid(provision.address),
        "slug": provision.slug,
        "position": str(provision.position),
        "wording": "derived" if provision.is_amended else "own",
    }
    add_own(parent, "provision", attributes)


def _day(day: object) -> str:
    return "" if day is None else str(day)
