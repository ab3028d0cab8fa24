"""URIs by the naming convention: /akn/kz/act/1995-08-30/constitution/eng@2022-09-17/!main."""

import re
from dataclasses import dataclass
from datetime import date

from amendments.akoma_ntoso.document.names import COUNTRY, LONG_CODES
from amendments.akoma_ntoso.document.parts import ConstitutionName, LawName

_URI = re.compile(
    r"(?P<work>/(?:akn/)?[a-z]{2}(?:-[^/]+)?/[^/]+(?:/[^0-9/][^/]*){0,2}"
    r"/\d{4}(?:-\d\d){0,2}/[^/!~#.]+)"
    r"(?:/(?P<expression>[a-z]{3}(?:[@:][^/]*)?))?"
    r"(?:/(?:![^~#]*)?(?:~(?P<portion>[^#]+))?)?"
    r"(?:\.[a-z0-9]+)?"
    r"(?:#(?P<fragment>.+))?"
)


@dataclass(frozen=True)
class Reference:
    """What a reference leads to: a work, here written with its `/akn`, and an eId within."""

    work: str
    eid: str


def constitution_uri(constitution: ConstitutionName) -> str:
    return f"/akn/{COUNTRY}/act/{constitution.adopted_on.isoformat()}/constitution"


def law_uri(law: LawName) -> str:
    """By its date and official number; where no source gives a number, by its slug."""
    return f"/akn/{COUNTRY}/act/{law.dated.isoformat()}/{(law.number or law.slug).lower()}"


def expression_uri(work: str, language: str, version: date) -> str:
    return f"{work}/{LONG_CODES[language]}@{version.isoformat()}"


def portion(work: str, eid: str) -> str:
    """Name a part of a work, in whatever language and version."""
    return f"{work}/~{eid}"


def referred(href: str) -> Reference | None:
    """Read a reference to a work or to a part of one; None for any other address."""
    if href.startswith("#"):
        return Reference("", href[1:])
    found = _URI.fullmatch(href)
    if found is None:
        return None
    work = found["work"]
    work = work if work.startswith("/akn/") else f"/akn{work}"
    return Reference(work, found["portion"] or found["fragment"] or "")
