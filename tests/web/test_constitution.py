"""The contents of the Constitution on a day, and what changed between two."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    HeadingFactory,
    ProvisionFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db
CONTENTS = "/en/constitution/"


@pytest.fixture
def law() -> None:
    court = SectionFactory(slug="1995-section-6", number="VI", position=6, title_en="The Court")
    AmendmentFactory(
        slug="heading",
        provision=HeadingFactory(section=court),
        before_en="Section VI. The Constitutional Council",
        after_en="Section VI. The Constitutional Court",
    )
    judges = ArticleFactory(number="71", section=court)
    june = AmendmentFactory(provision=ProvisionFactory(article=judges, paragraph="1"))
    AmendmentFactory(
        law=AmendingLawFactory(slug="2022-09", dated=date(2022, 9, 17)),
        provision=june.provision,
        before_en="The new text of the law.",
        after_en="The newest text of the law.",
    )
    AmendmentFactory(
        provision=ProvisionFactory(article=ArticleFactory(number="50"), paragraph="3"),
        in_force_from=date(2023, 1, 1),
        before_en="",
        after_en="A new rule.",
    )


def words(client: Client, query: str = "") -> str:
    return " ".join(client.get(CONTENTS + query).content.decode().split())


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(
    ("on", "heading"),
    [
        ("2022-06-07", "Section VI. The Constitutional Council</h2>"),
        ("2022-06-08", "Section VI. The Constitutional Court</h2>"),
    ],
)
def test_a_section_is_headed_as_on_the_day(client: Client, on: str, heading: str) -> None:
    assert heading in words(client, f"?on={on}")


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(
    ("on", "differing", "made"),
    [
        ("2022-06-07", [], [0, 0]),
        ("2022-06-08", ["71"], [0, 1]),
        ("2022-09-17", ["71"], [0, 2]),
        ("2023-01-01", ["50", "71"], [1, 2]),
    ],
)
def test_articles_are_marked_and_counted_as_of_the_day(
    client: Client, on: str, differing: list[str], made: list[int]
) -> None:
    page = client.get(CONTENTS, {"on": on}).context["page"]

    assert [item.article.number for item in page.differing] == differing
    assert [item.made for item in page.articles] == made
    assert [item.changes for item in page.articles] == [1, 2]


@pytest.mark.usefixtures("law")
def test_the_marks_and_the_count_are_said_in_words(client: Client) -> None:
    html = words(client, "?on=2022-06-08")

    assert "On 8 June 2022, 1 of the 2 articles held here read otherwise than on 23 March" in html
    assert "1 of 2 changes</span>" in html
    assert 'href="/en/constitution/article-71/?on=2022-06-08"' in html
    assert "all 2 articles held here read as in the oldest edition" in words(
        client, "?on=2022-06-07"
    )


@pytest.mark.usefixtures("law")
def test_without_a_day_articles_have_their_plain_address(client: Client) -> None:
    html = words(client)

    assert 'href="/en/constitution/article-71/">' in html
    assert "2 changes</span>" in html


@pytest.mark.usefixtures("law")
def test_what_changed_between_two_days_leads_to_each_comparison(client: Client) -> None:
    html = words(client, "?from=2022-09-16&to=2023-01-01")

    assert "2 provisions changed." in html
    assert 'href="/en/constitution/article-71/?from=2022-09-16&amp;to=2023-01-01"' in html
    assert "paragraph 3 (added)" in html
    assert "<del" not in html


@pytest.mark.usefixtures("law")
def test_a_changed_heading_is_shown_word_for_word(client: Client) -> None:
    html = words(client, "?from=2022-06-07&to=2022-06-08")

    assert "Council<span" in html
    assert '<ins><span class="vh">added: </span>Court' in html
    assert "article-50/?from" not in html


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?from=2023-02-01&to=2023-02-02", "Nothing that is held here changed between"),
        ("?from=2023-02-01&to=2023-02-01", "there is nothing to compare"),
        ("?from=2023-02-02&to=2023-02-01", "The first day was the later one."),
        ("?to=2023-02-01", "Two days are needed for a comparison"),
        ("?on=2022-13-01", "“2022-13-01” is no day we can read"),
        ("?on=2030-01-01", "this is its last wording, of 30 June 2026"),
        ("?on=0001-01-01", "On that day the 1995 Constitution did not exist"),
    ],
)
def test_a_day_we_cannot_answer_for_is_told_and_never_an_error(
    client: Client, query: str, said: str
) -> None:
    assert said in words(client, query)


@pytest.mark.usefixtures("law")
def test_what_is_not_held_is_said_with_the_authentic_text(client: Client) -> None:
    html = words(client)

    assert "Articles that are not listed did not change in 2022" in html
    assert 'href="https://adilet.zan.kz/kaz/docs/K950001000_" hreflang="kk"' in html


@pytest.mark.usefixtures("law")
def test_htmx_gets_the_contents_alone(client: Client) -> None:
    part = client.get(CONTENTS, headers={"HX-Request": "true"}).content.decode()

    assert part.strip().startswith('<div id="reading"')
    assert "<main" not in part


def test_more_days_than_fit_on_a_line_leave_the_select(client: Client) -> None:
    for month in range(1, 9):
        AmendmentFactory(in_force_from=date(2023, month, 1))

    html = words(client)

    assert 'type="range"' not in html
    assert html.count("<option") == 3 * 10


@pytest.mark.parametrize("query", ["", "?from=2019-03-23&to=2026-06-30"])
@pytest.mark.parametrize("articles", [1, 3])
def test_the_contents_cost_the_same_for_any_number_of_articles(
    client: Client, articles: int, query: str, django_assert_num_queries: Any
) -> None:
    section = SectionFactory()
    for number in range(articles):
        article = ArticleFactory(number=str(number + 1), section=section)
        AmendmentFactory(provision=ProvisionFactory(article=article))

    client.get(CONTENTS + query)  # What a process asks only once

    with django_assert_num_queries(4):
        response = client.get(CONTENTS + query)

    assert response.content.decode().count('href="/en/constitution/article-') == articles


@pytest.mark.usefixtures("shipped_content")
def test_the_shipped_constitution_has_36_articles_of_which_all_changed(client: Client) -> None:
    page = client.get(CONTENTS).context["page"]

    assert (len(page.articles), len(page.differing)) == (36, 36)
    assert [stop.changes for stop in page.line.stops] == [0, 40, 7, 30, 0]
