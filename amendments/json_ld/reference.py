"""The site, its glossary, its fact checks."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language, gettext

from amendments.json_ld.things import LICENCE, Thing, home, page_url, project, said, trail
from amendments.models import FactCheck, Term
from amendments.texts import text_in


def of_glossary(terms: Iterable[Term]) -> list[Thing]:
    """The glossary and those of its words that the page shows, each under its own address."""
    return [
        {
            "@type": "DefinedTermSet",
            "@id": page_url("glossary"),
            "url": page_url("glossary"),
            "name": gettext("Glossary"),
            "inLanguage": get_language(),
            "license": LICENCE,
            "hasDefinedTerm": [
                {"@type": "DefinedTerm", "name": said(text), "url": page_url("term", term.slug)}
                for term in terms
                if (text := text_in(get_language(), term, "name"))
            ],
        }
    ]


def of_term(term: Term) -> list[Thing]:
    url = page_url("term", term.slug)
    name = text_in(get_language(), term, "name")
    definition = text_in(get_language(), term, "definition")
    word: Thing = {"@type": "DefinedTerm", "@id": url, "url": url, "name": said(name)}
    if definition:
        word["description"] = said(definition)
    word["inDefinedTermSet"] = page_url("glossary")
    glossary = (gettext("Glossary"), page_url("glossary"))
    return [word, trail([glossary, (name, url)])]


def of_checked_point(point: FactCheck) -> list[Thing]:
    """A claim beside the record; the verdict is a word, never a number."""
    url = page_url("checked_point", point.slug)
    title = text_in(get_language(), point, "title")
    review = {
        "@type": "ClaimReview",
        "@id": url,
        "url": url,
        "name": said(title),
        "claimReviewed": said(text_in(get_language(), point, "report_claim")),
        "reviewBody": said(text_in(get_language(), point, "record")),
        "reviewRating": {"@type": "Rating", "alternateName": point.get_verdict_display()},
        "author": project(),
        "license": LICENCE,
    }
    checks = (gettext("Fact check"), page_url("fact_check"))
    return [review, trail([checks, (title, url)])]


def of_home(search: str) -> list[Thing]:
    """The site; `search` is the path of its search page."""
    return [
        {
            "@type": "WebSite",
            "@id": home(),
            "url": home(),
            "name": gettext("Ata Zań"),
            "inLanguage": get_language(),
            "license": LICENCE,
            "potentialAction": {
                "@type": "SearchAction",
                "target": f"{settings.SITE_URL}{search}?q={{query}}",
                "query-input": "required name=query",
            },
        }
    ]
