"""What leads programs through the site: feeds by topic, security.txt, citation metadata."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from civic import environment
from tests.factories import AmendmentFactory, TopicFactory
from tests.factories.drawn import VoiceFactory

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
ATOM = {"": "http://www.w3.org/2005/Atom"}
SECURITY = "/.well-known/security.txt"


def feed(client: Client, slug: str, language: str = "en") -> ElementTree.Element:
    content = client.get(f"/feeds/topics/{slug}.{language}.atom").content
    return ElementTree.fromstring(content)  # noqa: S314 - our own


def titles(feed: ElementTree.Element) -> set[str]:
    return {entry.findtext("title", "", ATOM) for entry in feed.findall("entry", ATOM)}


def fields(client: Client) -> dict[str, str]:
    lines = client.get(SECURITY).content.decode().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def metadata(client: Client, path: str) -> list[tuple[str, str]]:
    html = client.get(path).content.decode()
    found = re.findall(r'<meta name="((?:DC\.|citation_)\w+)" content="([^"]*)">', html)
    return [(name, unescape(content)) for name, content in found]


def test_a_feed_of_a_topic_tells_of_that_topic_alone(client: Client) -> None:
    courts = TopicFactory(slug="courts", title_en="Courts")
    other = TopicFactory(slug="parliament", title_en="Parliament")
    AmendmentFactory(topic=courts, title_en="A court")
    AmendmentFactory(topic=other, title_en="A chamber")
    VoiceFactory(person_en="A judge").topics.add(courts, other)

    told = feed(client, "courts")

    assert titles(told) == {"Topic: Courts", "Change: A court", "Voice: A judge"}
    assert told.findtext("title", "", ATOM) == "Ata Zań: what changed on “Courts”"
    links = {link.get("rel"): link.get("href") for link in told.findall("link", ATOM)}
    assert links == {
        "alternate": f"{SITE}/en/topics/courts/",
        "self": f"{SITE}/feeds/topics/courts.en.atom",
    }


def test_a_feed_of_a_topic_speaks_its_language(client: Client) -> None:
    TopicFactory(slug="courts", title_en="Courts", title_ru="Суды", in_short_ru="О судах.")

    response = client.get("/feeds/topics/courts.ru.atom", headers={"Accept-Language": "en"})

    assert response["Content-Language"] == "ru"
    assert "Суды" in response.content.decode() and "О судах." in response.content.decode()


@pytest.mark.parametrize("path", ["nothing.en", "draft.en", "courts.de"])
def test_there_is_no_feed_of_what_readers_cannot_see(client: Client, path: str) -> None:
    TopicFactory(slug="courts")
    TopicFactory(slug="draft", state="draft")

    assert client.get(f"/feeds/topics/{path}.atom").status_code == 404


@pytest.mark.parametrize("changes", [1, 3])
def test_a_feed_of_a_topic_costs_three_queries(
    client: Client, changes: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    AmendmentFactory.create_batch(changes)
    client.get("/feeds/topics/parliament.en.atom")  # What a process asks only once

    with django_assert_num_queries(3):
        told = feed(client, "parliament")

    assert len(titles(told)) == changes + 1


def test_the_page_of_a_topic_leads_to_its_feed(client: Client) -> None:
    TopicFactory(slug="courts", title_ru='"Суды"')
    html = client.get("/ru/topics/courts/").content.decode()
    feeds = re.findall(
        r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', html
    )

    assert feeds == ["/feeds/changes.ru.atom", "/feeds/topics/courts.ru.atom"]
    assert '<a href="/feeds/topics/courts.ru.atom"' in html


def test_the_api_is_not_for_search_engines_but_its_documentation_is(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert {"Disallow: /api/", "Allow: /api/docs/"} <= set(lines)


def test_security_txt_has_the_fields_of_rfc_9116(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://atazan.example"
    settings.SECURITY_CONTACT = "mailto:security@atazan.example"
    settings.SECURITY_TXT_DAYS = 30
    response = client.get(SECURITY)
    said = fields(client)

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert said == {
        "Contact": "mailto:security@atazan.example",
        "Expires": said["Expires"],
        "Preferred-Languages": "kk, ru, en",
        "Canonical": f"https://atazan.example{SECURITY}",
    }
    expires = datetime.strptime(said["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    left = expires - datetime.now(UTC)
    assert timedelta(days=29) < left <= timedelta(days=30)


def test_without_a_contact_security_txt_leads_to_the_report_form(
    client: Client, settings: Settings
) -> None:
    settings.SITE_URL = "https://atazan.example"

    assert fields(client)["Contact"] == "https://atazan.example/en/report/"
    assert client.get("/en/report/").status_code == 200


@pytest.mark.parametrize("given", ["", "mailto:a@b.example", "https://b.example/contact"])
def test_a_contact_is_an_address_that_people_answer(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SECURITY_CONTACT", given)

    assert environment.contact("SECURITY_CONTACT", default="") == given


@pytest.mark.parametrize("given", ["a@b.example", "http://b.example", "mailto:", "https://", "x y"])
def test_a_contact_that_is_none_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SECURITY_CONTACT", given)

    with pytest.raises(ImproperlyConfigured, match=r"SECURITY_CONTACT: expected mailto:"):
        environment.contact("SECURITY_CONTACT", default="")


def test_a_change_tells_reference_managers_what_it_is(client: Client) -> None:
    AmendmentFactory(
        slug="a-change", title_en='A "change"', topic=TopicFactory(title_en="Parliament")
    )
    today = timezone.localdate()
    url = f"{SITE}/en/amendments/a-change/"

    said = metadata(client, "/en/amendments/a-change/")

    assert said == [
        ("DC.title", 'A "change"'),
        ("DC.creator", "Ata Zań"),
        ("DC.subject", "Parliament"),
        ("DC.language", "en"),
        ("DC.identifier", url),
        ("DC.rights", "https://creativecommons.org/licenses/by/4.0/"),
        ("DC.source", "https://adilet.zan.kz/kaz/docs/K950001000_"),
        ("DC.source", "https://adilet.zan.kz/rus/docs/K950001000_"),
        ("citation_title", 'A "change"'),
        ("citation_author", "Ata Zań"),
        ("citation_language", "en"),
        ("citation_public_url", url),
        ("DC.date", today.isoformat()),
        ("citation_publication_date", today.strftime("%Y/%m/%d")),
    ]


def test_a_change_is_dated_by_its_last_edit_or_its_publication(client: Client) -> None:
    change: Any = AmendmentFactory(slug="a-change")
    change.history.update(history_date=datetime(2026, 3, 1, 20, tzinfo=UTC))  # Next day in Almaty
    edited = dict(metadata(client, "/en/amendments/a-change/"))
    change.publish_at = datetime(2026, 4, 5, 12, tzinfo=UTC)
    change.save()
    change.history.update(history_date=datetime(2026, 3, 1, 20, tzinfo=UTC))
    published = dict(metadata(client, "/en/amendments/a-change/"))

    assert edited["DC.date"] == date(2026, 3, 2).isoformat()
    assert published["citation_publication_date"] == "2026/04/05"
