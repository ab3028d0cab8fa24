"""`?with=ru` sets a second language beside that of the page: changes, articles, topics."""

from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    ProvisionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
CHANGE = "/en/amendments/judges/"
ARTICLE = "/en/constitution/article-71/"
COMPARED = f"{ARTICLE}?from=2022-06-07&to=2022-06-08&with=ru"
TOPIC = "/en/topics/court/"
NONE_YET = "These texts are not yet translated into that language"
THIS_NOT_YET = "Not yet translated into that language."


@pytest.fixture(autouse=True)
def court() -> None:
    """One paragraph and one chapter in two languages, another of each in English alone."""
    topic = TopicFactory(
        slug="court",
        before_en="A council judged.",
        before_ru="Судил совет.",
        after_en="A court judged.",
    )
    article = ArticleFactory(number="71")
    AmendmentFactory(
        slug="judges",
        topic=topic,
        provision=ProvisionFactory(article=article, paragraph="1"),
        before_en="Seven members.",
        after_en="Eleven judges.",
        before_ru="Семь членов.",
        after_ru="Одиннадцать судей.",
    )
    AmendmentFactory(
        slug="term",
        topic=topic,
        provision=ProvisionFactory(article=article, paragraph="2", position=2),
        before_en="Six years.",
        after_en="Eight years.",
    )


def words(client: Client, path: str) -> str:
    return " ".join(client.get(path).content.decode().split())


def test_an_article_has_each_text_beside_that_of_the_page(client: Client) -> None:
    html = words(client, f"{ARTICLE}?with=ru")

    assert (
        '<p>Eleven judges.</p><div class="foreign" lang="ru"><p>Одиннадцать судей. '
        '<span class="tag" lang="ru">Русский</span></p></div>' in html
    )
    assert html.count(THIS_NOT_YET) == 1
    assert NONE_YET not in html


def test_two_days_of_an_article_are_compared_in_both_languages(client: Client) -> None:
    html = words(client, COMPARED)

    assert '<div class="foreign" lang="ru">' in html
    assert '<del id="p1c1"' in html
    assert '<del id="w1c1"' in html
    assert html.count(THIS_NOT_YET) == 1


def test_another_day_keeps_the_second_language(client: Client) -> None:
    html = words(client, f"{ARTICLE}?with=ru")

    assert f'href="{ARTICLE}?on=2022-06-08&amp;with=ru"' in html
    assert f'href="{ARTICLE}?from=2019-03-23&amp;to=2026-06-30&amp;with=ru"' in html
    assert html.count('<input type="hidden" name="with" value="ru">') == 3
    assert 'href="?on=2022-06-08&amp;with=kk#texts"' in words(
        client, f"{ARTICLE}?on=2022-06-08&with=ru"
    )


def test_a_text_the_law_did_not_have_has_none_beside_it(client: Client) -> None:
    AmendmentFactory(
        slug="added",
        provision=ProvisionFactory(article=ArticleFactory(number="72"), paragraph="1"),
        before_en="",
        after_en="New.",
        before_ru="",
        after_ru="Новое.",
    )

    html = words(client, "/en/constitution/article-72/?on=2022-06-07&with=ru")

    assert 'class="foreign"' not in html


def test_a_topic_has_each_chapter_beside_that_of_the_page(client: Client) -> None:
    html = words(client, f"{TOPIC}?with=ru")

    assert '<p>A council judged.</p></div> <div class="foreign" lang="ru"><p>Судил совет.' in html
    assert html.count(THIS_NOT_YET) == 1


def test_a_change_has_its_redline_beside_that_of_the_page(client: Client) -> None:
    html = words(client, f"{CHANGE}?with=ru")

    assert '<div class="law foreign" lang="ru">' in html
    assert "Одиннадцать судей" in html


@pytest.mark.parametrize("path", [CHANGE, ARTICLE, TOPIC])
def test_what_is_not_translated_at_all_is_told_once(client: Client, path: str) -> None:
    html = words(client, f"{path}?with=kk")

    assert html.count(NONE_YET) == 1
    assert THIS_NOT_YET not in html
    assert 'class="foreign"' not in html


@pytest.mark.parametrize("path", [CHANGE, ARTICLE, TOPIC])
def test_the_language_of_the_page_is_not_shown_twice(client: Client, path: str) -> None:
    html = words(client, f"{path}?with=en")

    assert NONE_YET in html
    assert "foreign" not in html


@pytest.mark.parametrize("path", [CHANGE, ARTICLE, TOPIC])
@pytest.mark.parametrize("given", ["", "de", "RU", "ru%00", "%3Cscript%3E"])
def test_a_language_that_we_do_not_have_is_left_out(client: Client, path: str, given: str) -> None:
    response = client.get(f"{path}?with={given}")
    html = response.content.decode()

    assert response.status_code == 200
    assert response.context["page"].second.code == ""
    assert NONE_YET not in html
    assert ">one language</a>" not in html


@pytest.mark.parametrize("path", [CHANGE, ARTICLE, TOPIC])
def test_languages_are_offered_as_links_and_the_page_keeps_its_one_address(
    client: Client, path: str
) -> None:
    html = words(client, f"{path}?with=ru")

    assert '<a href="?with=kk#texts" lang="kk">' in html
    assert '<a href="?with=ru#texts" lang="ru" aria-current="true">' in html
    assert html.count('id="texts"') == 1
    assert f'<link rel="canonical" href="{settings.SITE_URL}{path}">' in html


@pytest.mark.parametrize("path", [CHANGE, ARTICLE, COMPARED.partition("&with")[0], TOPIC])
def test_a_second_language_costs_no_query(
    client: Client, path: str, django_assert_max_num_queries: Any
) -> None:
    AmendmentFactory(
        slug="again",
        law=AmendingLawFactory(slug="2022-09", dated=date(2022, 9, 17)),
        provision=ProvisionFactory(article=ArticleFactory(number="71"), paragraph="3"),
    )
    beside = f"{path}{'&' if '?' in path else '?'}with=ru"
    client.get(path)  # What a process asks only once
    with django_assert_max_num_queries(8) as alone:
        client.get(path)

    with django_assert_max_num_queries(len(alone)):
        client.get(beside)
