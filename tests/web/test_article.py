from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    AmendmentFactory,
    ArticleFactory,
    HeadingFactory,
    ProvisionFactory,
)

pytestmark = pytest.mark.django_db
ARTICLE = "/en/constitution/article-4/"


@pytest.fixture
def article() -> None:
    provision = ProvisionFactory(article=ArticleFactory(number="4"))
    AmendmentFactory(
        slug="court",
        title_en="Rulings of the Court",
        provision=provision,
        before_en="rulings of the Council",
        after_en="rulings of the Court",
        in_force_from=date(2023, 1, 1),
    )


def words(client: Client, query: str = "") -> str:
    response = client.get(ARTICLE + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("on", "text", "absent"),
    [
        ("2022-12-31", "<p>rulings of the Council</p>", "<p>rulings of the Court</p>"),
        ("2023-01-01", "<p>rulings of the Court</p>", "<p>rulings of the Council</p>"),
    ],
)
def test_an_article_reads_as_in_force_on_the_day(
    client: Client, on: str, text: str, absent: str
) -> None:
    html = words(client, f"?on={on}")

    assert text in html
    assert absent not in html


@pytest.mark.usefixtures("article")
def test_without_a_day_the_last_wording_is_shown_with_its_day(client: Client) -> None:
    html = words(client)

    assert "As it read on 30 June 2026." in html
    assert "<p>rulings of the Court</p>" in html


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2022-02-30", "“2022-02-30” is no day we can read"),
        ("yesterday", "“yesterday” is no day we can read"),
        ("2026-07-01", "the 1995 Constitution was no longer in force; this is its last wording"),
        ("2019-03-22", "The oldest edition we have compared is of 23 March 2019"),
        ("1993-01-28", "On that day the 1995 Constitution did not exist"),
    ],
)
def test_a_day_we_cannot_answer_for_is_told_and_never_an_error(
    client: Client, on: str, said: str
) -> None:
    assert said in words(client, f"?on={on}")


@pytest.mark.usefixtures("article")
def test_the_history_of_an_article_leads_to_its_changes(client: Client) -> None:
    html = words(client, "?on=2022-12-31")

    assert '<a href="/en/amendments/court/">Rulings of the Court</a>' in html
    assert "Changed on 1 January 2023:" in html
    assert '<a href="?on=2023-01-01">1 January 2023</a>' in html


@pytest.mark.parametrize("number", ["5", "083", "4-", "x"])
@pytest.mark.usefixtures("article")
def test_an_article_we_do_not_hold_leads_on(client: Client, number: str) -> None:
    response = client.get(f"/en/constitution/article-{number}/")

    assert response.status_code == 404
    assert 'href="/en/constitution/"' in response.content.decode()


@pytest.mark.parametrize("provisions", [1, 3])
def test_an_article_costs_the_same_for_any_number_of_provisions(
    client: Client, provisions: int, django_assert_num_queries: Any
) -> None:
    article = ArticleFactory(number="4")
    for paragraph in range(provisions):
        AmendmentFactory(provision=ProvisionFactory(article=article, paragraph=str(paragraph + 1)))

    client.get(ARTICLE)  # What a process asks only once

    with django_assert_num_queries(5):
        response = client.get(ARTICLE)

    assert len(response.context["page"].provisions) == provisions


@pytest.mark.usefixtures("article")
def test_the_stops_are_the_oldest_edition_the_days_of_change_and_the_last_day(
    client: Client,
) -> None:
    line = client.get(ARTICLE).context["page"].line

    assert [(str(stop.day), stop.changes) for stop in line.stops] == [
        ("2019-03-23", 0),
        ("2023-01-01", 1),
        ("2026-06-30", 0),
    ]
    assert line.at == 2


@pytest.mark.usefixtures("article")
def test_a_day_typed_in_is_a_stop_of_slider_select_and_line(client: Client) -> None:
    html = words(client, "?on=2022-12-31")

    assert '<option value="2022-12-31" selected>31 December 2022</option>' in html
    assert 'max="3" value="1" aria-label="Day" aria-valuetext="31 December 2022"' in html
    assert html.count('aria-current="date"') == 1


@pytest.mark.usefixtures("article")
def test_htmx_gets_the_reading_with_its_choice_of_days_and_nothing_around_it(
    client: Client,
) -> None:
    part = client.get(
        ARTICLE, {"on": "2022-12-31"}, headers={"HX-Request": "true"}
    ).content.decode()

    assert part.strip().startswith('<div id="reading"')
    assert f'action="{ARTICLE}"' in part
    assert "<p>rulings of the Council</p>" in part
    assert "<main" not in part


def test_the_heading_of_the_section_is_that_of_the_day(client: Client) -> None:
    article = ArticleFactory(number="4")
    AmendmentFactory(
        provision=HeadingFactory(section=article.section),
        before_en="Section VI. The Constitutional Council",
        after_en="Section VI. The Constitutional Court",
    )
    AmendmentFactory(provision=ProvisionFactory(article=article))

    assert "Section VI. The Constitutional Council" in words(client, "?on=2022-06-07")
    assert "Section VI. The Constitutional Court" in words(client, "?on=2022-06-08")
    assert len(client.get(ARTICLE).context["page"].provisions) == 1


def test_what_is_not_held_between_two_provisions_is_said_with_a_way_to_the_whole(
    client: Client,
) -> None:
    article = ArticleFactory(number="4")
    for position, paragraph in enumerate(["2", "3", "3-1", "5"]):
        AmendmentFactory(
            provision=ProvisionFactory(article=article, paragraph=paragraph, position=position)
        )

    shown = client.get(ARTICLE).context["page"].provisions

    assert [provision.follows_gap for provision in shown] == [True, False, False, True]
    assert words(client).count('<a href="#authentic">not held here</a>') == 2
    assert "https://adilet.zan.kz/rus/docs/K950001000_" in words(client)


def test_articles_lead_to_their_neighbours_and_keep_the_days(client: Client) -> None:
    for number in ("4", "83-1", "83"):
        AmendmentFactory(provision=ProvisionFactory(article=ArticleFactory(number=number)))

    html = " ".join(
        client.get("/en/constitution/article-83/?on=2022-06-08").content.decode().split()
    )

    assert 'href="/en/constitution/article-4/?on=2022-06-08" rel="prev"' in html
    assert 'href="/en/constitution/article-83-1/?on=2022-06-08" rel="next"' in html


@pytest.mark.usefixtures("shipped_content")
@pytest.mark.parametrize(
    ("number", "on", "text", "absent"),
    [
        ("4", "2022-12-31", "Constitutional Council", "Constitutional Court"),
        ("4", "2023-01-01", "Constitutional Court", "Constitutional Council"),
        ("71", "2022-08-01", "six years", "eight years"),
        ("71", "2022-10-01", "eight years", "six years"),
    ],
)
def test_a_shipped_article_reads_as_in_force_on_the_day(
    client: Client, number: str, on: str, text: str, absent: str
) -> None:
    page = client.get(f"/en/constitution/article-{number}/", {"on": on}).context["page"]
    first = page.provisions[0].on_day.text.value

    assert (text in first, absent in first) == (True, False)
