"""Pages that are the same for everyone: the decorator, the guard over them, the cache of them."""

import gzip
import logging
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from redis.exceptions import ConnectionError as RedisConnectionError

from amendments.freshness import connect_freshness
from amendments.models import State, Topic
from amendments.public_page import is_public_page
from civic.public_pages import PublicPageBroken
from tests.web import public_page_samples as samples

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.public_page_samples")]

PAGE = "/kk/topics/"
FRAGMENT = {"HX-Request": "true"}
CSP = "Content-Security-Policy"


@pytest.fixture(autouse=True)
def site(settings: Settings) -> None:
    """The sample templates, a strict guard, no cache, and no page seen yet."""
    loader = ("django.template.loaders.locmem.Loader", samples.TEMPLATES)
    options = {
        "context_processors": [
            "django.template.context_processors.request",
            "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
        ],
        "loaders": [("template_partials.loader.Loader", [loader])],
    }
    backend = "django.template.backends.django.DjangoTemplates"
    settings.TEMPLATES = [{"BACKEND": backend, "OPTIONS": options}]
    settings.PUBLIC_PAGES_STRICT = True
    settings.PUBLIC_PAGES_CACHE_SECONDS = 0
    settings.SECURE_SSL_REDIRECT = False
    settings.ALLOWED_HOSTS = ["testserver", "other.test"]
    connect_freshness()
    cache.clear()
    samples.calls.clear()


@pytest.fixture
def production(settings: Settings) -> None:
    settings.PUBLIC_PAGES_STRICT = False


@pytest.fixture
def cached(settings: Settings) -> None:
    settings.PUBLIC_PAGES_CACHE_SECONDS = 60


def write_topic(title: str = "Courts", slug: str = "courts") -> Topic:
    return Topic.objects.create(slug=slug, position=1, title_en=title, state=State.PUBLISHED)


def vary(response: Any) -> set[str]:
    return set(response.headers["Vary"].split(", "))


def test_a_public_page_is_for_everyone_to_keep_and_to_ask_again(client: Client) -> None:
    response = client.get(PAGE)

    assert response.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response.headers["ETag"].startswith('W/"')
    assert vary(response) == {
        "Accept-Encoding",
        "HX-Request",
        "HX-Boosted",
        "HX-History-Restore-Request",
    }
    assert "unsafe-" not in response.headers[CSP]
    assert response.cookies == {}


def test_the_second_visit_is_a_304_that_does_not_call_the_view(client: Client) -> None:
    first = client.get(PAGE)
    second = client.get(PAGE, headers={"If-None-Match": first.headers["ETag"]})

    assert (second.status_code, second.content) == (304, b"")
    assert samples.calls == [PAGE]
    for header in ("ETag", "Cache-Control", "Vary"):
        assert second.headers[header] == first.headers[header]


def test_a_304_costs_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    etag = client.get(PAGE).headers["ETag"]

    with django_assert_num_queries(1):
        assert client.get(PAGE, headers={"If-None-Match": etag}).content == b""


def test_after_a_change_the_old_etag_brings_the_new_page(client: Client) -> None:
    old = client.get(PAGE).headers["ETag"]
    write_topic("Courts")

    response = client.get(PAGE, headers={"If-None-Match": old})

    assert b"<li>Courts</li>" in response.content
    assert response.headers["ETag"] != old


def test_every_address_language_host_and_part_has_an_etag_of_its_own(client: Client) -> None:
    asked: list[tuple[str, dict[str, str]]] = [
        (PAGE, {}),
        (PAGE, FRAGMENT),
        ("/ru/topics/", {}),
        (f"{PAGE}?view=inline", {}),
        (PAGE, {"Host": "other.test"}),
    ]

    etags = {client.get(path, headers=headers).headers["ETag"] for path, headers in asked}

    assert len(etags) == len(asked)


def test_htmx_gets_the_part_and_a_boosted_link_the_whole_page(client: Client) -> None:
    write_topic("Courts")
    boosted = FRAGMENT | {"HX-Boosted": "true"}
    going_back = FRAGMENT | {"HX-History-Restore-Request": "true"}

    page = client.get(PAGE)
    part = client.get(PAGE, headers=FRAGMENT)

    assert part.content == b"<ul><li>Courts</li></ul>"
    assert page.content.startswith(b"<html><body><h1>Topics</h1><ul><li>Courts</li></ul>")
    assert vary(part) == vary(page)
    for headers in (boosted, going_back):
        assert client.get(PAGE, headers=headers).content == page.content
    stale = client.get(PAGE, headers=FRAGMENT | {"If-None-Match": page.headers["ETag"]})
    assert stale.content == part.content


def test_a_head_request_gets_the_headers_of_the_page(client: Client) -> None:
    page, head = client.get(PAGE), client.head(PAGE)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == page.headers["ETag"]


def test_only_reading_is_allowed(client: Client) -> None:
    response = client.post(PAGE)

    assert response.status_code == 405
    assert "ETag" not in response.headers


@pytest.mark.parametrize(("path", "status"), [(f"{PAGE}?fail=1", 404), ("/kk/moved/", 302)])
def test_what_is_no_page_has_no_etag_and_no_cookie(client: Client, path: str, status: int) -> None:
    response = client.get(path)

    assert response.status_code == status
    assert "ETag" not in response.headers
    assert response.cookies == {}


def test_late_rendering_and_feeds_are_public_pages_too(client: Client) -> None:
    lazy, feed = client.get("/kk/lazy/"), client.get("/feed/")

    assert b"rendered late" in lazy.content
    assert feed.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert lazy.headers["ETag"] != feed.headers["ETag"]
    assert is_public_page(samples.topics)
    assert not is_public_page(samples.personal)


def test_a_reader_who_takes_gzip_gets_the_same_page_compressed(client: Client) -> None:
    plain = client.get(PAGE)
    compressed = client.get(PAGE, headers={"Accept-Encoding": "br, gzip"})
    again = client.get(PAGE, headers={"Accept-Encoding": "br, gzip"})

    assert compressed.headers["Content-Encoding"] == "gzip"
    assert compressed.headers["Content-Length"] == str(len(compressed.content))
    assert gzip.decompress(compressed.content) == plain.content
    assert compressed.headers["ETag"] == plain.headers["ETag"]
    assert compressed.content == again.content


def test_data_in_a_script_element_and_talk_of_styles_are_no_fault(client: Client) -> None:
    assert b"no style=here" in client.get("/kk/data/").content


def test_other_pages_are_left_alone(client: Client, reader: User) -> None:
    client.force_login(reader)

    response = client.get("/kk/personal/")

    assert response.content == b"You are reader"
    assert vary(response) == {"Cookie"}


@pytest.fixture
def reader() -> User:
    return User.objects.create_user("reader")


FAULTS = {
    "cookie": "it sets a cookie (seen)",
    "vary": "it varies by Cookie",
    "authorization": "it varies by Authorization",
    "session": "it uses the session",
    "session-written": "it uses the session",
    "user": "it asks who the user is",
    "messages": "it uses messages",
    "token": "it has a CSRF token",
    "hidden-token": "it has a CSRF token",
    "forged-token": "it has a CSRF token",
    "style": "it has a style or event attribute",
    "handler": "it has a style or event attribute",
    "style-element": "it has a style element",
    "script": "it has an inline script",
    "no-etag": "it has no ETag",
    "no-csp": "it has no Content-Security-Policy",
    "nonce": "its Content-Security-Policy has 'nonce-",
    "unsafe": "its Content-Security-Policy has 'unsafe-",
}
FOR_ONE_READER = [
    name for name, fault in FAULTS.items() if "session" in fault or "uses" in fault
] + ["user", "token", "hidden-token", "forged-token"]


def test_every_way_to_break_the_promise_is_tried() -> None:
    assert set(FAULTS) == set(samples.broken_pages)


@pytest.mark.parametrize("name", FAULTS)
def test_in_tests_a_broken_promise_raises_naming_view_and_fault(client: Client, name: str) -> None:
    with pytest.raises(PublicPageBroken) as raised:
        client.get(f"/kk/broken/{name}/")

    assert f"{name} at /kk/broken/{name}/: " in str(raised.value)
    assert FAULTS[name] in str(raised.value)


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.usefixtures("production", "cached")
def test_in_production_it_is_repaired_and_logged(
    client: Client, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    response = client.get(f"/kk/broken/{name}/")

    assert response.status_code == 200
    assert response.cookies == {}
    assert not {"Cookie", "Authorization"} & set(response.headers.get("Vary", "").split(", "))
    errors = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert [e for e in errors if e.startswith(f"{name} at /kk/broken/{name}/: {FAULTS[name]}")]
    assert len(errors) == len(set(errors))


@pytest.mark.parametrize("name", dict.fromkeys(FOR_ONE_READER))
@pytest.mark.usefixtures("production", "cached")
def test_a_page_made_for_one_reader_is_kept_by_nobody(client: Client, name: str) -> None:
    path = f"/kk/broken/{name}/"

    first = client.get(path, headers={"Accept-Encoding": "gzip"})
    client.get(path, headers={"Accept-Encoding": "gzip"})

    assert first.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in first.headers
    assert "Content-Encoding" not in first.headers
    assert samples.calls == [path, path]


@pytest.mark.usefixtures("cached")
def test_the_kept_page_is_the_page_to_the_byte_and_the_header(client: Client) -> None:
    write_topic("Courts")
    for headers in ({}, {"Accept-Encoding": "gzip"}, FRAGMENT):
        fresh = client.get(PAGE, headers=headers)
        calls = len(samples.calls)
        kept = client.get(PAGE, headers=headers)

        assert kept.content == fresh.content
        assert list(kept.headers.items()) == list(fresh.headers.items())
        assert len(samples.calls) == calls
        assert {CSP, "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy"} <= set(
            kept.headers
        )


@pytest.mark.usefixtures("cached")
def test_the_kept_page_costs_one_query_and_so_does_its_304(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(PAGE)

    with django_assert_num_queries(1):
        client.get(PAGE)
    with django_assert_num_queries(1):
        second = client.get(PAGE, headers={"If-None-Match": first.headers["ETag"]})

    assert (second.status_code, second.content) == (304, b"")
    assert second.headers["Vary"] == first.headers["Vary"]
    assert samples.calls == [PAGE]


@pytest.mark.usefixtures("cached")
def test_addresses_that_are_no_public_pages_do_not_pay_for_looking(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(PAGE)

    with django_assert_num_queries(0):
        assert client.get("/kk/personal/").content == b"You are AnonymousUser"


@pytest.mark.usefixtures("cached")
def test_an_address_without_a_language_is_kept_in_each_language_asked_for() -> None:
    client = Client()  # Unlike the fixture, it sends no Accept-Language
    russian = {"Accept-Language": "ru"}

    for _ in range(2):
        assert b"<language>kk</language>" in client.get("/feed/").content
        assert b"<language>ru</language>" in client.get("/feed/", headers=russian).content


@pytest.mark.usefixtures("cached")
def test_what_an_editor_saves_is_seen_at_once(client: Client) -> None:
    topic = write_topic("Courts")
    client.get(PAGE)
    topic.title = "Judges"
    topic.save()

    assert b"<li>Judges</li>" in client.get(PAGE).content


@pytest.mark.usefixtures("cached")
def test_a_head_request_is_answered_from_the_cache_but_does_not_fill_it(client: Client) -> None:
    client.head(PAGE)
    page = client.get(PAGE)
    head = client.head(PAGE)

    assert samples.calls == [PAGE, PAGE]
    assert head.headers["Content-Length"] == page.headers["Content-Length"]


@pytest.mark.usefixtures("cached")
def test_made_up_queries_and_missing_pages_are_not_kept(client: Client) -> None:
    for path in (f"{PAGE}?x={'y' * 200}", f"{PAGE}?fail=1"):
        client.get(path)
        client.get(path)
        assert samples.calls[-2:] == [path, path]


@pytest.mark.usefixtures("cached")
def test_hosts_are_refused_and_tls_demanded_before_the_cache_answers(
    client: Client, settings: Settings
) -> None:
    client.get(PAGE)

    assert client.get(PAGE, headers={"Host": "evil.test"}).status_code == 400
    settings.SECURE_SSL_REDIRECT = True
    redirected = Client().get(PAGE)
    assert (redirected.status_code, redirected.headers["Location"]) == (
        301,
        f"https://testserver{PAGE}",
    )


@pytest.mark.usefixtures("cached")
def test_a_cache_that_does_not_answer_costs_time_and_not_the_page(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: object) -> None:
        raise RedisConnectionError("refused")

    client.get(PAGE)  # From now on the cache is asked
    monkeypatch.setattr("civic.public_pages.cache.get", fail, raising=False)
    monkeypatch.setattr("civic.public_pages.cache.set", fail, raising=False)

    assert client.get(PAGE).content.startswith(b"<html>")
    assert [record.getMessage() for record in caplog.records] == [
        "The cache does not answer; the page is made anew",
        "The cache does not answer; the page is not kept",
    ]
