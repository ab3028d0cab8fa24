"""The frame of every page: languages, navigation, home, error pages."""

import re
from datetime import date, datetime
from html import unescape
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import AmendmentFactory, ConstitutionFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("prefers", "leads_to"),
    [("ru-RU,ru;q=0.9", "/ru/"), ("en", "/en/"), ("kk", "/kk/"), ("de", "/kk/"), ("", "/kk/")],
)
def test_the_front_door_leads_to_the_language_the_browser_prefers(
    client: Client, prefers: str, leads_to: str
) -> None:
    response = client.get("/", headers={"Accept-Language": prefers})

    assert (response.status_code, response["Location"]) == (302, leads_to)


def test_a_chosen_language_is_remembered_and_leads_to_the_same_page(client: Client) -> None:
    chosen = client.get("/language/ru/", {"to": "/amendments/?topic=rights"})

    assert chosen["Location"] == "/ru/amendments/?topic=rights"
    assert client.get("/", headers={"Accept-Language": "en"})["Location"] == "/ru/"


@pytest.mark.parametrize("to", ["//evil.example/", "https://evil.example/", "javascript:1", ""])
def test_choosing_a_language_never_leads_elsewhere(client: Client, to: str) -> None:
    assert client.get("/language/ru/", {"to": to})["Location"] == "/ru/"


def test_a_language_we_do_not_speak_is_not_found(client: Client) -> None:
    assert client.get("/language/de/").status_code == 404


def test_each_page_names_its_twins_in_the_other_languages(client: Client) -> None:
    html = client.get("/ru/amendments/").content.decode()

    assert '<html lang="ru">' in html
    for language in ("kk", "ru", "en"):
        assert f'hreflang="{language}" href="http://127.0.0.1:8000/{language}/amendments/"' in html
    assert 'href="/language/kk/?to=/amendments/" lang="kk"' in html


def test_another_language_shows_what_was_asked_for_too(client: Client) -> None:
    asked = {"q": "сот", "kind": "term"}
    html = client.get("/kk/search/", asked | {"script": "latn"}).content.decode()

    [way] = re.findall(r'href="(/language/ru/[^"]+)"', html)
    there = client.get(unescape(way))["Location"]
    assert there == f"/ru/search/?{urlencode(asked)}"


@pytest.mark.parametrize(("day", "is_told"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_every_page_says_that_the_constitution_has_ended_once_it_has(
    client: Client, monkeypatch: pytest.MonkeyPatch, day: date, is_told: bool
) -> None:
    ConstitutionFactory()
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Asia/Almaty"))
    monkeypatch.setattr(timezone, "now", lambda: noon)

    html = client.get("/en/amendments/").content.decode()

    assert ("was in force until 30 June 2026" in html) == is_told


def test_home_counts_the_changes_of_the_referendum_by_topic(client: Client) -> None:
    AmendmentFactory.create_batch(2)
    AmendmentFactory(topic=TopicFactory(slug="rights", position=2, title_en="Rights"))
    AmendmentFactory(state="draft")

    topics = client.get("/en/").context["topics"]

    assert [(topic.slug, topic.changes) for topic in topics] == [("parliament", 2), ("rights", 1)]


@pytest.mark.parametrize("topics", [1, 3])
def test_home_costs_the_same_for_any_number_of_topics(
    client: Client, topics: int, django_assert_num_queries: Any
) -> None:
    for number in range(topics):
        AmendmentFactory(topic=TopicFactory(slug=f"topic-{number}"))

    client.get("/en/")  # What a process asks only once

    with django_assert_num_queries(6):
        response = client.get("/en/")

    assert len(response.context["topics"]) == topics


@pytest.mark.parametrize("path", ["/en/amendments/no-such-change/", "/kk/nothing/", "/nothing"])
def test_what_is_not_there_is_told_with_ways_on(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert "/constitution/" in response.content.decode()


def test_an_address_of_another_host_is_refused(client: Client) -> None:
    assert client.get("/en/", headers={"Host": "evil.example"}).status_code == 400
