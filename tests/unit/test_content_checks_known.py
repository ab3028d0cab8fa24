"""What the checks know of the site, and how a whole text is looked at."""

from datetime import date
from typing import Any

import pytest

from amendments.content_checks import Known, Level, Problem, findings_of
from amendments.content_checks.known import Page
from amendments.content_checks.publication import errors_stop_publication, findings_of_text
from amendments.content_checks.sources import claims_without_a_source
from amendments.content_files import kinds
from amendments.days import as_if_on
from amendments.entry_of_text import entry_of
from amendments.models import Amendment, Citation, Source, State, Term
from tests.factories.law import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    ProvisionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def cite(change: Amendment, claim: str = "") -> None:
    source, _made = Source.objects.get_or_create(slug="edition", publisher="Edition")
    Citation.objects.create(text=change, source=source, claim=claim)


def found(change: Amendment) -> list[tuple[Problem, Level, str, str]]:
    return [(f.problem, f.level, f.field, f.words) for f in findings_of_text(change)]


def test_a_page_is_there_unpublished_gone_or_no_address_of_ours() -> None:
    TopicFactory.create(slug="courts")
    TopicFactory.create(slug="draft", state=State.DRAFT)
    ArticleFactory.create(number="44")
    known = Known()
    told = {
        path: known.page_at(path)
        for path in (
            "/topics/courts/",
            "/kk/topics/courts",
            "/en/topics/",
            "/en/constitution/article-44/?day=2022-06-08#text",
            "/topics/draft/",
            "/topics/gone/",
            "/en/no-such-page/",
            "/constitution/article-45/",
            "/etc/passwd",
            "/health/",
        )
    }
    assert list(told.values()) == [
        *[Page.THERE] * 4,
        Page.UNPUBLISHED,
        Page.GONE,
        Page.GONE,
        Page.GONE,
        Page.UNKNOWN,
        Page.THERE,
    ]


def test_a_rule_ends_with_the_next_amendment_or_with_its_constitution() -> None:
    provision = ProvisionFactory.create()
    first = entry_of(AmendmentFactory.create(provision=provision))
    law = AmendingLawFactory.create(slug="2022-09", dated=date(2022, 9, 17))
    second = entry_of(AmendmentFactory.create(provision=provision, law=law))

    def ended(day: date) -> list[bool]:
        with as_if_on(day):
            return [Known().rule_has_ended(entry) for entry in (first, second)]

    assert ended(date(2022, 9, 16)) == [False, False]
    assert ended(date(2022, 9, 17)) == [True, False]
    assert ended(date(2026, 7, 1)) == [True, True]


def test_claims_need_a_source_each_or_one_for_all() -> None:
    change = AmendmentFactory.create(why_it_matters_en="It was so.")
    kind = kinds["amendments"]
    missing = ["before", "after", "what_changed", "why_it_matters"]
    assert list(claims_without_a_source(kind, entry_of(change))) == missing
    cite(change, "before")
    assert list(claims_without_a_source(kind, entry_of(change))) == missing[1:]
    cite(change)
    assert list(claims_without_a_source(kind, entry_of(change))) == []


def test_all_checks_look_at_a_text_and_errors_come_first() -> None:
    Term.objects.create(slug="veto", name_en="veto", state=State.PUBLISHED)
    linked = Term.objects.create(slug="court", name_en="court", state=State.PUBLISHED)
    change = AmendmentFactory.create(
        what_changed_en="The President has a veto in court.",
        why_it_matters_en="Article 144 said so: /topics/gone/. ![](map.png)",
        before_en="Article 500 has a veto. /topics/gone-too/",  # The law's own words
        note_en="so " * 40,
    )
    change.terms.add(linked)
    cite(change)
    with as_if_on(date(2026, 7, 1)):
        assert found(change) == [
            (Problem.DEAD_LINK, Level.ERROR, "before.en", "/topics/gone-too/"),
            (Problem.NO_SUCH_ARTICLE, Level.ERROR, "why_it_matters.en", "Article 144"),
            (Problem.DEAD_LINK, Level.ERROR, "why_it_matters.en", "/topics/gone/"),
            (Problem.NO_ALTERNATIVE_TEXT, Level.ERROR, "why_it_matters.en", "![](map.png)"),
            (
                Problem.PRESENT_TENSE,
                Level.HINT,
                "what_changed.en",
                "The President has a veto in court.",
            ),
            (Problem.TERM_NOT_LINKED, Level.HINT, "what_changed.en", "veto"),
            (Problem.SENTENCE_TOO_LONG, Level.HINT, "note.en", ("so " * 20).strip() + "…"),
        ]
    with as_if_on(date(2022, 6, 8)):
        assert Problem.PRESENT_TENSE not in {problem for problem, *_rest in found(change)}
    assert list(errors_stop_publication(change))[1] == (
        "why_it_matters.en: no Constitution has such an article: “Article 144”"
    )


def test_many_texts_cost_few_queries(django_assert_max_num_queries: Any) -> None:
    entries = [entry_of(AmendmentFactory.create(what_changed_en="It is so.")) for _n in range(9)]
    with django_assert_max_num_queries(3):  # Provisions, terms, the ends of laws
        known = Known()
        for entry in entries:
            assert findings_of(kinds["amendments"], entry, known)
