"""Footnotes → which articles each law touched, as the publisher of the edition counts."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from amendments.comparative_table.matching.units import NUMBER
from amendments.comparative_table.rows.folding import folded
from amendments.official_edition.edition import Footnote

_IN_BRACKETS = re.compile(r"\([^()]*\)")  # From when it is in force: no law's date
_DATES = [
    re.compile(r"(?<!\d)(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})\.(?P<m>\d{2})\.(?P<d>\d{2})(?!\d)"),
]
_SECTION = re.compile(r"раздел|бөлім")
_ARTICLE = re.compile(rf"стать\w+\s+({NUMBER})|({NUMBER})\s*-\s*ба[пб]")


def laws_of(footnote: Footnote) -> set[date]:
    """Return the dates of the laws that a footnote names."""
    text = footnote.text
    while (shorter := _IN_BRACKETS.sub(" ", text)) != text:
        text = shorter
    text = text.partition("(")[0]  # One that is never closed
    return {
        day for form in _DATES for found in form.finditer(text) if (day := _day(found)) is not None
    }


def article_of(footnote: Footnote) -> str:
    """Return the article that a footnote names, else the one it stands under.

    Empty for a footnote to the heading of a section: a heading is no article.
    """
    plain = folded(footnote.text[:120])
    named = _ARTICLE.search(plain)
    section = _SECTION.search(plain)
    if section and (not named or section.start() < named.start()):
        return ""
    return (named[1] or named[2]) if named else footnote.article


def touched(footnotes: Iterable[Footnote]) -> dict[date, set[str]]:
    """Return the articles that the footnotes say each law changed, by the law's date."""
    found: dict[date, set[str]] = defaultdict(set)
    for footnote in footnotes:
        if article := article_of(footnote):
            for day in laws_of(footnote):
                found[day].add(article)
    return dict(found)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
