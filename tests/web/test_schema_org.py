"""JSON-LD held to the vocabulary of schema.org: known types, their properties, right values.

The vocabulary is written out by hand from schema.org 28: only what our pages may use, with the
properties that each type must have for a program to make use of it.
"""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]

TEXT, URL, DATE, SPAN, FORCE, DURATION, NUMBER, TRUTH = (
    *("text", "url", "date", "span", "force", "duration", "number", "truth"),
)
THING: dict[str, tuple[str, ...]] = {
    "name": (TEXT,),
    "description": (TEXT,),
    "url": (URL,),
    "sameAs": (URL,),
    "mainEntityOfPage": (URL,),
}
WORK: dict[str, tuple[str, ...]] = THING | {
    "about": ("Thing",),
    "author": ("Organization",),
    "publisher": ("Organization",),
    "inLanguage": (TEXT,),
    "license": (URL,),
    "isPartOf": ("CreativeWork",),
    "mainEntity": ("Thing",),
    "temporalCoverage": (SPAN,),
    "isAccessibleForFree": (TRUTH,),
    "timeRequired": (DURATION,),
}
# Type: what it is a kind of, the properties it may have, those it must have
TYPES: dict[str, tuple[set[str], dict[str, tuple[str, ...]], set[str]]] = {
    "Thing": (set(), THING, {"name"}),
    "Organization": ({"Thing"}, THING, {"name", "url"}),
    "WebSite": ({"CreativeWork", "Thing"}, WORK | {"potentialAction": ("SearchAction",)}, {"name"}),
    "SearchAction": ({"Thing"}, THING | {"target": (TEXT,), "query-input": (TEXT,)}, {"target"}),
    "WebPage": ({"CreativeWork", "Thing"}, WORK, {"name", "inLanguage", "mainEntity"}),
    "FAQPage": ({"WebPage", "CreativeWork", "Thing"}, WORK, {"mainEntity"}),
    "Question": (
        {"CreativeWork", "Thing"},
        WORK | {"acceptedAnswer": ("Answer",)},
        {"name", "acceptedAnswer"},
    ),
    "Answer": ({"CreativeWork", "Thing"}, WORK | {"text": (TEXT,)}, {"text"}),
    "Quiz": (
        {"LearningResource", "CreativeWork", "Thing"},
        WORK,
        {"name", "inLanguage", "timeRequired"},
    ),
    "Legislation": (
        {"CreativeWork", "Thing"},
        WORK
        | {
            "legislationIdentifier": (TEXT, URL),
            "legislationDate": (DATE,),
            "legislationDateVersion": (DATE,),
            "legislationJurisdiction": (TEXT,),
            "legislationChanges": ("Legislation",),
            "legislationLegalForce": (FORCE,),
        },
        {"name"},
    ),
    "DefinedTermSet": (
        {"CreativeWork", "Thing"},
        WORK | {"hasDefinedTerm": ("DefinedTerm",)},
        {"name", "hasDefinedTerm"},
    ),
    "DefinedTerm": (
        {"Thing"},
        THING | {"inDefinedTermSet": ("DefinedTermSet", URL), "termCode": (TEXT,)},
        {"name"},
    ),
    "ClaimReview": (
        {"CreativeWork", "Thing"},
        WORK | {"claimReviewed": (TEXT,), "reviewBody": (TEXT,), "reviewRating": ("Rating",)},
        {"claimReviewed", "reviewRating", "author", "url"},
    ),
    "Rating": ({"Thing"}, THING | {"alternateName": (TEXT,)}, {"alternateName"}),
    "BreadcrumbList": ({"Thing"}, THING | {"itemListElement": ("ListItem",)}, {"itemListElement"}),
    "ListItem": (
        {"Thing"},
        THING | {"position": (NUMBER,), "item": (URL,)},
        {"position", "name", "item"},
    ),
}
FORMS = {
    URL: r"https?://[^\s<>\"]+",
    DATE: r"\d{4}-\d\d-\d\d",
    SPAN: r"\d{4}-\d\d-\d\d/(?:\d{4}-\d\d-\d\d|\.\.)",
    FORCE: r"https://schema\.org/(?:InForce|NotInForce|PartiallyInForce)",
    DURATION: r"PT[1-9]\d*M",
}
PAGES = [
    "/",
    "/amendments/art-15-2-death-penalty/",
    "/amendments/section-6-heading/",
    "/constitution/",
    "/constitution/article-4/?on=2022-12-31",
    "/glossary/",
    "/glossary/referendum/",
    "/fact-check/adoption-rule/",
    "/quizzes/parliament/",
]
CHANGE = "/en/amendments/art-15-2-death-penalty/"


def graph(client: Client, path: str) -> list[dict[str, Any]]:
    html = client.get(path).content.decode()
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    found = [json.loads(script) for script in scripts]
    assert found and all(each["@context"] == "https://schema.org" for each in found)
    return [thing for each in found for thing in each["@graph"]]


def faults(thing: dict[str, Any], named: dict[str, str]) -> list[str]:
    """Name what schema.org does not know of a thing and of those within it."""
    name = thing.get("@type", "")
    if name not in TYPES:
        return [f"unknown type {name!r}"]
    _kinds, known, needed = TYPES[name]
    said = {key: value for key, value in thing.items() if not key.startswith("@")}
    found = [f"{name} without {missing}" for missing in sorted(needed - set(said))]
    for key, value in said.items():
        if key not in known:
            found.append(f"{name} has no {key}")
            continue
        for each in value if isinstance(value, list) else [value]:
            found += [f"{name}.{key}: {fault}" for fault in value_faults(each, known[key], named)]
    return found


def value_faults(value: Any, expected: tuple[str, ...], named: dict[str, str]) -> list[str]:
    if isinstance(value, dict) and set(value) == {"@value", "@language"}:
        value = value["@value"]
    if isinstance(value, dict):
        kind = named.get(value["@id"], "") if set(value) == {"@id"} else value.get("@type", "")
        kinds = {kind, *TYPES.get(kind, (set(), {}, set()))[0]}
        wrong = [] if kinds & set(expected) else [f"{kind or value} is no {expected}"]
        return wrong if set(value) == {"@id"} else wrong + faults(value, named)
    if isinstance(value, bool) or isinstance(value, int):
        kind = TRUTH if isinstance(value, bool) else NUMBER
        return [] if kind in expected else [f"{value!r} is no {expected}"]
    if any(form in FORMS and re.fullmatch(FORMS[form], value) for form in expected):
        return []
    return [] if TEXT in expected and value.strip() else [f"{value!r} is no {expected}"]


@pytest.mark.parametrize("language", ["kk", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_what_a_page_tells_machines_is_valid(client: Client, path: str, language: str) -> None:
    things = graph(client, f"/{language}{path}")
    named = {thing["@id"]: thing["@type"] for thing in things if "@id" in thing}

    assert [fault for thing in things for fault in faults(thing, named)] == []
    assert len(named) == sum("@id" in thing for thing in things)  # No id names two things


def test_the_check_itself_finds_faults() -> None:
    law = {"@type": "Legislation", "legislationDate": "8 June", "inForce": True}
    page = {"@type": "WebPage", "name": "", "inLanguage": "en", "mainEntity": {"@id": "#x"}}

    assert faults(law, {}) == [
        "Legislation without name",
        "Legislation.legislationDate: '8 June' is no ('date',)",
        "Legislation has no inForce",
    ]
    assert faults(page, {}) == [
        "WebPage.name: '' is no ('text',)",
        "WebPage.mainEntity: {'@id': '#x'} is no ('Thing',)",
    ]
    assert faults({"@type": "Law"}, {}) == ["unknown type 'Law'"]


@pytest.mark.parametrize(
    ("day", "force"),
    [("2022-06-07", "NotInForce"), ("2022-06-08", "InForce"), ("2026-07-01", "NotInForce")],
)
def test_a_law_says_what_it_changes_when_and_whether_that_holds(
    client: Client, monkeypatch: pytest.MonkeyPatch, day: str, force: str
) -> None:
    monkeypatch.setattr("amendments.change_page.today", lambda: date.fromisoformat(day))
    things = {thing["@id"]: thing for thing in graph(client, CHANGE) if "@id" in thing}
    [law] = [thing for thing in things.values() if "legislationChanges" in thing]
    changed = [things[each["@id"]] for each in law["legislationChanges"]]

    assert law["legislationDate"] == "2022-06-08"
    assert [each["@type"] for each in changed] == ["Legislation", "Legislation"]
    forces = {each.get("legislationLegalForce") for each in changed if "#provision" in each["@id"]}
    assert forces == {f"https://schema.org/{force}"}


def test_a_quiz_says_what_it_is_about_and_nothing_of_its_questions(client: Client) -> None:
    [quiz] = [t for t in graph(client, "/en/quizzes/parliament/") if t["@type"] == "Quiz"]

    assert quiz["url"] == "http://127.0.0.1:8000/en/quizzes/parliament/"
    assert quiz["about"]["url"] == "http://127.0.0.1:8000/en/topics/parliament/"
    assert not {"hasPart", "acceptedAnswer", "mainEntity"} & set(quiz)
