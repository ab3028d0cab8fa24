"""Which work, expression and manifestation a document is, and what it refers to."""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from amendments.akoma_ntoso.document.frbr import expression_uri
from amendments.akoma_ntoso.document.names import COUNTRY, LONG_CODES, MEDIA_TYPE
from amendments.akoma_ntoso.writing.elements import add
from amendments.akoma_ntoso.writing.words import Words

PUBLISHER = "publisher"
AUTHOR = "author"
ONTOLOGY = "/akn/ontology"


@dataclass(frozen=True)
class Identity:
    """`dates` are those of the work, by name; `version` is the day of the expression."""

    work: str
    slug: str
    number: str
    dates: dict[str, date]
    language: str
    version: date


def write_identification(meta: etree._Element, identity: Identity) -> None:
    """The day of the manifestation is that of its content: when it was written is not told, so
    that the same content is the same bytes."""
    expression = expression_uri(identity.work, identity.language, identity.version)
    identification = add(meta, "identification", {"source": f"#{PUBLISHER}"})

    work = _uris(identification, "FRBRWork", f"{identity.work}/!main", identity.work)
    add(work, "FRBRalias", {"value": identity.slug, "name": "slug"})
    for name, day in identity.dates.items():
        add(work, "FRBRdate", {"date": day.isoformat(), "name": name})
    add(work, "FRBRauthor", {"href": f"#{AUTHOR}"})
    add(work, "FRBRcountry", {"value": COUNTRY})
    if identity.number:
        add(work, "FRBRnumber", {"value": identity.number})

    level = _uris(identification, "FRBRExpression", f"{expression}/!main", expression)
    add(level, "FRBRdate", {"date": identity.version.isoformat(), "name": "version"})
    add(level, "FRBRauthor", {"href": f"#{PUBLISHER}"})
    add(level, "FRBRauthoritative", {"value": "false"})
    add(level, "FRBRlanguage", {"language": LONG_CODES[identity.language]})

    manifestation = f"{expression}/!main.xml"
    level = _uris(identification, "FRBRManifestation", manifestation, f"{expression}.xml")
    add(level, "FRBRdate", {"date": identity.version.isoformat(), "name": "version"})
    add(level, "FRBRauthor", {"href": f"#{PUBLISHER}"})
    add(level, "FRBRformat", {"value": MEDIA_TYPE})


def _uris(parent: etree._Element, name: str, this: str, uri: str) -> etree._Element:
    level = add(parent, name)
    add(level, "FRBRthis", {"value": this})
    add(level, "FRBRuri", {"value": uri})
    return level


def write_publisher(references: etree._Element, words: Words) -> None:
    href = f"{ONTOLOGY}/organization/{COUNTRY}/ata-zan"
    refer_to(references, "TLCOrganization", PUBLISHER, href, words.publisher)


def write_concepts(references: etree._Element, kinds: list[str]) -> None:
    """Name the kinds of time that `temporalData` speaks of."""
    for kind in kinds:
        refer_to(references, "TLCConcept", kind, f"{ONTOLOGY}/concept/{kind}", kind)


def refer_to(
    references: etree._Element, name: str, eid: str, href: str, show_as: str
) -> etree._Element:
    return add(references, name, {"eId": eid, "href": href, "showAs": show_as})
