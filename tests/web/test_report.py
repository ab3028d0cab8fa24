"""The private form: what is taken in, what is turned away, and what is kept of whom."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from amendments.freshness import freshness
from amendments.local_path import local_path
from amendments.models import Report

pytestmark = pytest.mark.django_db

FORM = "/en/report/"
PAGE = "/en/amendments/art-15-2-death-penalty/?view=inline"


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let so many seconds pass."""
    start, passed = timezone.now(), [0.0]
    monkeypatch.setattr(timezone, "now", lambda: start + timedelta(seconds=passed[0]))

    def wait(seconds: float) -> None:
        passed[0] += seconds

    return wait


@pytest.fixture
def send(client: Client, wait: Any) -> Any:
    """Open the form, take the time a reader takes, send it."""

    def send(after: float = 30, headers: Any = None, **written: str) -> Any:
        stamp = hidden(client.get(FORM, {"page": PAGE}), "opened")
        wait(after)
        written = {"what": "It was 5 June.", "page": PAGE, "opened": stamp} | written
        return client.post(FORM, written, **(headers or {}))

    return send


def hidden(response: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found
    return found.group(1)


def faults(response: Any) -> dict[str, list[str]]:
    return {field: list(errors) for field, errors in response.context["form"].errors.items()}


def test_a_report_is_kept_for_editors_and_the_reader_is_thanked(client: Client, send: Any) -> None:
    response = send(where="Timeline", contact="aigul@example.kz")

    [report] = Report.objects.all()
    assert (report.page, report.what, report.where) == (PAGE, "It was 5 June.", "Timeline")
    assert (report.contact, report.language, report.state) == ("aigul@example.kz", "en", "new")
    assert response.status_code == 302
    thanks = client.get(response["Location"]).content.decode()
    assert f'<a href="{PAGE}">Back to the page</a>' in thanks


def test_the_form_belongs_to_one_reader_and_to_no_search_engine(client: Client) -> None:
    response = client.get(FORM)

    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Robots-Tag"] == "noindex"
    assert "csrfmiddlewaretoken" in response.content.decode()


def test_nothing_says_who_reported() -> None:
    kept = {field.name for field in Report._meta.get_fields() if field.concrete}

    of_reader = {"id", "page", "what", "where", "contact", "language", "created", "state"}
    of_editors = {"fix", "answered_at", "answered_by"}
    assert kept == of_reader | of_editors


def test_a_report_without_the_token_of_the_form_is_refused(wait: Any) -> None:
    strict = Client(enforce_csrf_checks=True)
    form = strict.get(FORM)
    written = {"what": "It was 5 June.", "opened": hidden(form, "opened")}
    wait(30)

    refused = strict.post(FORM, written)

    assert refused.status_code == 403
    assert "Your text should still be there" in refused.content.decode()
    token = hidden(form, "csrfmiddlewaretoken")
    assert strict.post(FORM, written | {"csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize(
    ("written", "field", "told"),
    [
        ({"what": "  "}, "what", "Say what is wrong: a few words are enough."),
        (
            {"what": "a" * 4003},
            "what",
            "The text is 3 characters too long. Nothing is lost: shorten it here.",
        ),
        ({"where": "b" * 201}, "where", "Shorten this to 200 characters: the first words do."),
        (
            {"contact": "nobody"},
            "contact",
            "This is no e-mail address. Write it like name@example.kz, or leave it out.",
        ),
    ],
)
def test_a_fault_is_named_beside_its_field_and_nothing_written_is_lost(
    send: Any, written: dict[str, str], field: str, told: str
) -> None:
    response = send(**({"where": "In the middle"} | written))
    html = response.content.decode()

    assert response.status_code == 422
    assert faults(response) == {field: [told]}
    assert f'<li><a href="#id_{field}">{told}</a></li>' in html
    assert f'id="id_{field}_error"' in html
    assert response.context["form"]["where"].value() == written.get("where", "In the middle")
    assert Report.objects.count() == 0


def test_a_text_as_long_as_allowed_counts_its_line_ends_once(send: Any) -> None:
    response = send(what="a" * 1999 + "\r\n" + "b" * 2000)

    assert response.status_code == 302
    assert Report.objects.get().what == "a" * 1999 + "\n" + "b" * 2000


def test_what_falls_into_the_trap_is_kept_apart_and_thanked_all_the_same(send: Any) -> None:
    response = send(website="https://buy.example/", contact="spam@buy.example")

    assert response.status_code == 302
    assert [(r.state, r.contact) for r in Report.objects.all()] == [("spam", "")]


def test_no_reader_meets_the_trap(client: Client) -> None:
    html = client.get(FORM).content.decode()

    assert re.search(
        r'<div hidden><label[^>]*>Leave this empty</label><input[^>]*name="website"', html
    )


def test_what_comes_quicker_than_anyone_writes_is_asked_to_be_sent_again(
    client: Client, send: Any, wait: Any
) -> None:
    first = send(after=1)
    wait(5)
    written = {"what": "It was 5 June.", "opened": hidden(first, "opened")}

    assert faults(first) == {
        "__all__": ["That was quicker than anyone writes. Please wait a moment and send it again."]
    }
    assert client.post(FORM, written).status_code == 302


@pytest.mark.parametrize(("stamp", "after"), [("made up", 30), ("", 30), (None, 25 * 60 * 60)])
def test_a_form_open_for_too_long_gets_a_new_start(
    client: Client, send: Any, wait: Any, stamp: str | None, after: float
) -> None:
    first = send(after=after, **({} if stamp is None else {"opened": stamp}))
    wait(5)
    written = {"what": "It was 5 June.", "opened": hidden(first, "opened")}

    assert faults(first) == {
        "__all__": ["This form was open for a long time. Please send it again."]
    }
    assert client.post(FORM, written).status_code == 302


def test_after_five_in_an_hour_the_sixth_is_put_off_with_its_text_kept(
    send: Any, client: Client
) -> None:
    sent = [send().status_code for _ in range(5)]
    sixth = send(what="One more thing.")

    assert sent == [302] * 5
    assert (sixth.status_code, sixth["Retry-After"]) == (429, "3600")
    html = sixth.content.decode()
    assert "Please come back in an hour" in html
    assert "One more thing." in html
    assert Report.objects.count() == 5


def test_faulty_reports_are_not_counted(send: Any) -> None:
    for _ in range(6):
        send(what="")

    assert send().status_code == 302


def test_others_may_still_report_and_a_household_of_ipv6_counts_as_one(send: Any) -> None:
    def from_address(address: str) -> Any:
        return {"REMOTE_ADDR": address}

    for number in range(5):
        send(headers=from_address(f"2001:db8:1:2::{number}"))

    assert send(headers=from_address("2001:db8:1:2:ffff::1")).status_code == 429
    assert send(headers=from_address("2001:db8:1:3::1")).status_code == 302


def test_behind_a_proxy_only_the_address_it_adds_itself_counts(
    send: Any, settings: Settings
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    sent = [
        send(headers={"HTTP_X_FORWARDED_FOR": f"10.0.0.{made_up}, 198.51.100.7"}).status_code
        for made_up in range(6)
    ]

    assert sent == [302] * 5 + [429]


def test_the_cache_keeps_no_address(send: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[tuple[str, Any]] = []
    add = cache.add

    def watched(key: str, value: int, seconds: int) -> bool:
        kept.append((key, seconds))
        return add(key, value, seconds)

    monkeypatch.setattr(cache, "add", watched)

    send(headers={"REMOTE_ADDR": "198.51.100.7"})

    [(key, seconds)] = kept
    assert re.fullmatch(r"report:[0-9a-f]{40}", key)
    assert seconds == 3600


def test_a_cache_that_fails_stops_nobody(send: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: Any) -> None:
        raise OSError

    monkeypatch.setattr(cache, "add", fail)

    assert send().status_code == 302


@pytest.mark.parametrize(
    "given",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/a\nb",
        "/\u202e/kk",
        "/" + "a" * 300,
        "",
    ],
)
def test_an_address_elsewhere_is_neither_shown_nor_kept(
    client: Client, send: Any, given: str
) -> None:
    html = client.get(FORM, {"page": given}).content.decode()
    send(page=given)

    assert "About the site as a whole." in html
    assert Report.objects.get().page == ""


def test_a_long_address_loses_its_query_only() -> None:
    assert local_path("/en/search/?q=" + "a" * 300, longest=300) == "/en/search/"


def test_the_page_is_shown_back_as_text(client: Client) -> None:
    html = client.get(FORM, {"page": '/en/"><script>'}).content.decode()

    assert '<a href="/en/&quot;&gt;&lt;script&gt;">' in html


def test_reports_leave_the_public_pages_fresh(send: Any) -> None:
    before = freshness()
    send()

    assert Report.objects.count() == 1
    assert freshness() == before


@pytest.mark.parametrize("state", ["closed", "spam"])
def test_a_report_that_is_over_keeps_no_address_to_answer_to(state: str) -> None:
    report = Report.objects.create(what="x", contact="aigul@example.kz", language="kk")
    report.state = state
    report.save()

    report.refresh_from_db()
    assert report.contact == ""
    with pytest.raises(IntegrityError, match="a_report_that_is_over_keeps_no_address"):
        Report.objects.filter(pk=report.pk).update(contact="aigul@example.kz")
