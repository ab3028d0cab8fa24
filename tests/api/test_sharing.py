"""Answers that anyone may keep and any site may read: ETags, languages, origins, limits."""

from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from amendments.models import Institution, State
from civic.api import collections
from tests.api.asking import API, get, results
from tests.factories import AmendmentFactory, TopicFactory
from tests.factories.drawn import LawmakingStepFactory
from tests.factories.quiz import QuizFactory, a_single_choice
from tests.factories.votes import SuccessorFactory

pytestmark = pytest.mark.django_db

TOPICS = f"{API}topics/"


@pytest.mark.parametrize("name", ["", "search/?q=law", *[f"{name}/" for name in collections]])
def test_the_second_request_is_a_304_without_cookie_or_body(client: Client, name: str) -> None:
    first = client.get(f"{API}{name}")
    second = client.get(f"{API}{name}", headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, second.status_code, second.content) == (200, 304, b"")
    assert not first.cookies
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert set(first["Vary"].split(", ")) == {"Accept", "Accept-Language", "Accept-Encoding"}


@pytest.mark.parametrize(
    ("address", "status"),
    [("topics/", 304), ("topics/none/", 404), ("topics/?page=0", 400), ("topics/?page=9", 404)],
)
@pytest.mark.parametrize("kept", [0, 60])
def test_only_what_there_is_can_be_unchanged(
    client: Client, settings: Settings, address: str, status: int, kept: int
) -> None:
    settings.PUBLIC_PAGES_CACHE_SECONDS = kept
    for _again in range(2):
        answer = client.get(f"{API}{address}", headers={"If-None-Match": "*"})
        assert answer.status_code == status
        assert bool(answer.content) == (status != 304)


def test_a_304_costs_one_query_and_is_not_counted(
    client: Client, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.API_REQUESTS_PER_MINUTE = 1
    etag = client.get(TOPICS)["ETag"]

    for _ in range(3):
        with django_assert_num_queries(1):
            assert client.get(TOPICS, headers={"If-None-Match": etag}).status_code == 304


def test_a_change_makes_another_answer(client: Client) -> None:
    topic = TopicFactory.create()
    etag = client.get(TOPICS)["ETag"]

    topic.title_en = "Another title"
    topic.save()

    answer = client.get(f"{TOPICS}?lang=en", headers={"If-None-Match": etag})
    assert answer.json()["results"][0]["title"] == "Another title"


@pytest.mark.parametrize("kept", [0, 60])
def test_the_language_is_that_of_the_address_then_of_the_header_never_of_a_cookie(
    settings: Settings, kept: int
) -> None:
    client = Client()  # Unlike the fixture, it sends no Accept-Language
    settings.PUBLIC_PAGES_CACHE_SECONDS = kept
    TopicFactory.create(title_kk="Парламент", title_ru="О парламенте", title_en="Parliament")

    def title(query: str = "", cookie: str = "", **headers: str) -> tuple[str, str, str]:
        client.cookies.clear()
        if cookie:
            client.cookies[django_settings.LANGUAGE_COOKIE_NAME] = cookie
        response = client.get(TOPICS + query, headers=headers)
        (item,) = response.json()["results"]
        return item["title"], item["language"], response["Content-Language"]

    for _again in range(2):
        assert title() == ("Парламент", "kk", "kk")
        assert title(cookie="ru") == ("Парламент", "kk", "kk")
        assert title(Accept_Language="de, ru-RU;q=0.8, en;q=0.5")[1:] == ("ru", "ru")
        assert title(cookie="ru", Accept_Language="en")[1:] == ("en", "en")
        assert title("?lang=en", Accept_Language="ru") == ("Parliament", "en", "en")


def test_a_304_names_the_language_of_its_address(client: Client) -> None:
    address = f"{TOPICS}?lang=ru"
    etag = client.get(address)["ETag"]

    answer = client.get(address, headers={"If-None-Match": etag, "Accept-Language": "en"})

    assert answer["Content-Language"] == "ru"


def test_a_text_without_a_translation_says_which_language_it_is_in(client: Client) -> None:
    TopicFactory.create(title_kk="Парламент", in_short_kk=None, in_short_en="Fewer deputies.")

    (item,) = results(client, "topics/", lang="kk")

    assert (item["title"], item["language"]) == ("Парламент", "kk")
    assert item["in_short"] == {"text": "Fewer deputies.", "language": "en"}


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (TOPICS, {}),
        (f"{TOPICS}?page=0", {}),
        (f"{API}nothing/", {}),
        (TOPICS, {"Accept": "text/csv"}),
        (f"{API}topics", {}),
        ("/api/schema/", {}),
    ],
)
def test_every_answer_may_be_read_by_any_site(
    client: Client, address: str, headers: dict[str, str]
) -> None:
    response = client.get(address, headers={"Origin": "https://news.example", **headers})

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in response
    assert "Origin" not in response.get("Vary", "")


def test_a_preflight_is_answered_for_reading_alone(client: Client) -> None:
    asked = {"Origin": "https://news.example", "Access-Control-Request-Method": "GET"}
    response = client.options(TOPICS, headers=asked)

    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in response["Access-Control-Allow-Headers"]


def test_pages_for_readers_stay_closed_to_other_sites(client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/en/topics/")


def test_one_address_may_ask_only_so_often(client: Client, settings: Settings) -> None:
    settings.API_REQUESTS_PER_MINUTE = 2
    answers = [client.get(f"{TOPICS}?page_size={n}&lang=en") for n in range(1, 4)]
    elsewhere = client.get(TOPICS, REMOTE_ADDR="192.0.2.7")

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [answer["RateLimit"].partition(";t=")[0] for answer in answers] == [
        '"address";r=1',
        '"address";r=0',
        '"address";r=0',
    ]
    assert answers[0]["RateLimit-Policy"] == '"address";q=2;w=60'
    assert 1 <= int(answers[2]["Retry-After"]) <= 60
    assert answers[2].json()["problems"][0]["field"] == "address"
    assert elsewhere.status_code == 200


def test_what_is_kept_for_all_tells_nobody_how_much_another_has_asked(
    client: Client, settings: Settings
) -> None:
    settings.PUBLIC_PAGES_CACHE_SECONDS = 60
    first, second = client.get(TOPICS), client.get(TOPICS)

    assert first.content == second.content
    assert "RateLimit" in first
    assert "RateLimit" not in second
    assert second["Access-Control-Allow-Origin"] == "*"


def test_nobody_sees_what_is_not_published(client: Client) -> None:
    for state in (State.DRAFT, State.IN_REVIEW, State.WITHDRAWN):
        TopicFactory.create(slug=f"a-{state.value}", state=state)
        AmendmentFactory.create(slug=f"a-{state.value}", state=state)

    assert [each["slug"] for each in results(client, "topics/")] == ["parliament"]
    assert results(client, "amendments/") == []
    for slug in ("a-draft", "a-in-review", "a-withdrawn"):
        get(client, f"amendments/{slug}/", 404)
        get(client, f"amendments/{slug}/redline/", 404)
        get(client, f"topics/{slug}/", 404)


def test_the_root_leads_to_every_collection(client: Client) -> None:
    root: dict[str, Any] = get(client)

    for each in root["collections"]:
        assert each["description"]
        assert client.get(each["url"]).status_code == 200
    assert {each["name"] for each in root["collections"]} == set(collections)


def test_nobody_is_led_from_what_is_published_to_what_is_not(client: Client) -> None:
    topic = TopicFactory.create(slug="not-public", state=State.DRAFT)
    SuccessorFactory.create(amendment=AmendmentFactory.create(slug="one", topic=topic))
    hidden = AmendmentFactory.create(slug="not-public", state=State.DRAFT)
    a_single_choice(slug="asked", amendment=hidden)
    step = LawmakingStepFactory.create()
    Institution.objects.filter(pk=step.actor.pk).update(state=State.DRAFT)
    QuizFactory.create(slug="five", topic=topic)

    named = [
        get(client, "amendments/one/")["topic"],
        results(client, "successors/")[0]["topic"],
        get(client, "questions/asked/")["about"],
        results(client, "lawmaking-steps/")[0]["actor"],
        get(client, "quizzes/five/")["topic"],
    ]
    assert named == [None] * 5
    asked = "/en/quizzes/questions/asked/"
    for page in ("/en/amendments/one/", asked, f"{asked}?answered=1&choice=a", "/en/quizzes/five/"):
        shown = client.get(page)
        assert shown.status_code == 200
        assert "not-public" not in shown.content.decode(), page
