"""Two days of one article, provision by provision."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.factories import AmendingLawFactory, AmendmentFactory, ArticleFactory, ProvisionFactory

pytestmark = pytest.mark.django_db
ARTICLE = "/en/constitution/article-71/"


@pytest.fixture
def article() -> None:
    court = ArticleFactory(number="71")
    june = AmendmentFactory(
        slug="judges",
        title_en="Eleven judges",
        provision=ProvisionFactory(article=court, paragraph="1"),
        before_en="Seven members serve six years.",
        after_en="Eleven judges serve six years.",
    )
    september = AmendingLawFactory(slug="2022-09", dated=date(2022, 9, 17))
    AmendmentFactory(
        slug="eight-years",
        law=september,
        provision=june.provision,
        before_en="Eleven judges serve six years.",
        after_en="Eleven judges serve eight years.",
    )
    AmendmentFactory(
        slug="complaints",
        law=september,
        provision=ProvisionFactory(article=court, paragraph="2", position=2),
        before_en="",
        after_en="Everyone may turn to it.",
    )


def words(client: Client, query: str, path: str = ARTICLE) -> str:
    return " ".join(client.get(path + query).content.decode().split())


@pytest.mark.usefixtures("article")
def test_what_went_and_came_between_the_days_is_shown_in_one_text_with_its_count(
    client: Client,
) -> None:
    html = words(client, "?from=2022-06-07&to=2022-06-08")

    assert '<del id="p1c1" data-change="1"><span class="vh">removed: </span>Seven members' in html
    assert '<ins><span class="vh">added: </span>Eleven judges' in html
    assert "1 provision reads differently: 2 words removed, 2 words added." in html
    assert '8 June 2022: <a href="/en/amendments/judges/">Eleven judges</a>' in html
    assert "In the law on neither day: paragraph 2</p>" in html


@pytest.mark.usefixtures("article")
def test_what_did_not_change_is_one_line(client: Client) -> None:
    comparison = client.get(ARTICLE, {"from": "2022-10-01", "to": "2023-01-01"}).context["page"]

    assert comparison.comparison.changed == []
    html = words(client, "?from=2022-10-01&to=2023-01-01")
    assert "Unchanged: paragraph 1; paragraph 2</p>" in html
    assert "Nothing that is held here changed between the two days." in html
    assert "<del" not in html


@pytest.mark.usefixtures("article")
def test_both_laws_between_two_far_days_are_named_and_anchors_stand_once(client: Client) -> None:
    html = words(client, "?from=2019-03-23&to=2026-06-30")

    assert "Added: 5 words added" in html
    assert '17 September 2022: <a href="/en/amendments/eight-years/">' in html
    assert (html.count('id="p1c1"'), html.count('id="p2c1"')) == (1, 1)


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?from=2022-06-08&to=2022-06-08", "there is nothing to compare"),
        ("?from=2022-06-08&to=2022-06-07", "The first day was the later one."),
        ("?from=2022-06-08", "Two days are needed for a comparison"),
        ("?from=2022-06-08&to=", "Two days are needed for a comparison"),
        ("?from=2022-06-31&to=2022-07-01", "“2022-06-31” is no day we can read"),
        ("?from=1990-01-01&to=2022-07-01", "On that day the 1995 Constitution did not exist"),
        ("?from=2010-01-01&to=2022-07-01", "The oldest edition we have compared is of 23 March"),
        ("?from=2022-07-01&to=2030-01-01", "no longer in force; this is its last wording"),
    ],
)
def test_days_that_cannot_be_compared_are_told_and_never_an_error(
    client: Client, query: str, said: str
) -> None:
    assert said in words(client, query)


@pytest.mark.usefixtures("article")
def test_days_given_the_wrong_way_round_compare_in_their_order(client: Client) -> None:
    page = client.get(ARTICLE, {"from": "2022-06-08", "to": "2022-06-07"}).context["page"]

    assert [c.texts.before for c in page.comparison.changed] == ["Seven members serve six years."]


@pytest.mark.usefixtures("article")
def test_one_day_of_two_is_shown_alone(client: Client) -> None:
    assert "As it read on 8 June 2022." in words(client, "?from=2022-06-08")


def test_texts_of_two_days_come_from_one_language(client: Client) -> None:
    provision = ProvisionFactory(article=ArticleFactory(number="71"))
    AmendmentFactory(provision=provision, before_en="six", after_en="seven")
    AmendmentFactory(
        law=AmendingLawFactory(slug="2022-09", dated=date(2022, 9, 17)),
        provision=provision,
        before_en="seven",
        after_en="eight",
        before_kk="жеті",
        after_kk="сегіз",
    )

    url = "/kk/constitution/article-71/"
    far = client.get(url, {"from": "2022-06-07", "to": "2022-10-01"}).context["page"]
    near = client.get(url, {"from": "2022-09-16", "to": "2022-10-01"}).context["page"]

    texts = [page.comparison.changed[0].texts for page in (far, near)]
    assert [(t.before, t.after, t.language) for t in texts] == [
        ("six", "eight", "en"),
        ("seven", "eight", "en"),
    ]


@pytest.mark.parametrize("provisions", [1, 3])
def test_a_comparison_costs_the_same_for_any_number_of_provisions(
    client: Client, provisions: int, django_assert_num_queries: Any
) -> None:
    article = ArticleFactory(number="71")
    for paragraph in range(provisions):
        AmendmentFactory(provision=ProvisionFactory(article=article, paragraph=str(paragraph + 1)))
    query = {"from": "2019-03-23", "to": "2022-06-08"}

    client.get(ARTICLE, query)  # What a process asks only once

    with django_assert_num_queries(5):
        response = client.get(ARTICLE, query)

    assert len(response.context["page"].comparison.changed) == provisions


@pytest.mark.usefixtures("shipped_content")
def test_a_shipped_article_compared_shows_both_laws_on_the_judges(client: Client) -> None:
    html = words(client, "?from=2022-06-07&to=2022-10-01")

    assert "eleven judges" in html
    assert "/en/amendments/sep22-art-71-1-judges-eight-years/" in html
