"""The history of a text in the admin, and who did what."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from amendments.models import Amendment, KeyFact, ReviewStep, State
from amendments.proposals import open_proposal, proposed_entry
from amendments.review import log_step
from tests.factories.editors import an_editor
from tests.factories.law import AmendmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client: Client) -> User:
    user = User.objects.create_superuser("aigerim", password="long-enough-42")
    client.force_login(user)
    client.cookies["language"] = "en"
    return user


@pytest.fixture
def public() -> Any:
    change: Any = AmendmentFactory.create(
        slug="the-change", title_en="Old title", title_ru="Заглавие"
    )
    KeyFact.objects.create(amendment=change, position=1, text_en="A fact.")
    change._change_reason = "load_content"
    change.title_en = "New title"
    change.save()
    return change


def at(text: Amendment, rest: str = "") -> str:
    return f"/admin/amendments/amendment/{text.pk}/history/{rest}"


def page(client: Client, address: str) -> str:
    response = client.get(address, headers={"accept-language": "en"})
    assert response.status_code == 200
    return response.content.decode()


def test_the_versions_are_listed_compared_and_brought_back(
    client: Client, writer: User, public: Any
) -> None:
    listed = page(client, at(public))
    assert listed.count('name="old"') == listed.count('name="new"') == 2
    assert "load_content" in listed and "style=" not in listed

    compared = page(client, at(public, "compare/?old=2&new=1"))  # In whichever order
    words = re.sub(r"<span[^>]*>.*?</span>", "", compared)
    assert re.search(r"<del[^>]*>Old</del>.*<ins[^>]*>New</ins>", words)
    assert "Not changed: Русский" in re.sub(r"\s+", " ", words)
    assert "Go back to version 1" in compared

    said = client.post(at(public, "revert/"), {"to": "1"}, follow=True)
    assert "Version 1 is proposed again" in said.content.decode()
    public.refresh_from_db()
    assert public.title_en == "New title"
    change = open_proposal(public)
    assert change is not None and proposed_entry(change)["title"]["en"] == "Old title"

    proposed = page(client, at(public, "proposed/"))
    words = re.sub(r"<span[^>]*>.*?</span>", "", proposed)
    assert re.search(r"<del[^>]*>New</del>.*<ins[^>]*>Old</ins>", words)
    assert "As public and as proposed" in page(client, at(public))


def test_a_draft_goes_back_at_once(client: Client, writer: User, public: Any) -> None:
    Amendment.objects.filter(pk=public.pk).update(state=State.DRAFT)
    client.post(at(public, "revert/"), {"to": "1"})
    public.refresh_from_db()
    assert public.title_en == "Old title"


def test_no_version_is_not_found_and_get_reverts_nothing(
    client: Client, writer: User, public: Any
) -> None:
    for rest in ("compare/", "compare/?old=1&new=99", "compare/?old=x&new=1"):
        assert client.get(at(public, rest)).status_code == 404
    assert client.get(at(public, "revert/?to=1")).status_code == 405
    assert client.get(at(public, "1/")).headers["location"] == at(public)  # The package's own form
    assert client.get("/admin/amendments/amendment/999999/history/").status_code == 404


def test_what_was_public_is_shown_for_a_moment(client: Client, writer: User, public: Any) -> None:
    now = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    public.history.update(history_date=timezone.now() - timedelta(days=1))
    assert "New title" in page(client, at(public, f"public/?at={now}"))
    assert "could not see" in page(client, at(public, "public/?at=2020-01-01T00:00"))
    assert "has not come" in page(client, at(public, "public/?at=2999-01-01T00:00"))
    assert "such as 2026-06-30" in page(client, at(public, "public/?at=yesterday"))


def test_who_may_see_may_not_revert(client: Client, public: Any) -> None:
    from amendments.roles import Role

    client.force_login(an_editor("daulet", Role.REVIEWER))
    assert "Go back" not in page(client, at(public, "compare/?old=1&new=2"))
    assert client.post(at(public, "revert/"), {"to": "1"}).status_code == 403
    client.force_login(an_editor("guest"))
    assert client.get(at(public)).status_code == 403
    assert client.get("/admin/amendments/reviewstep/").status_code == 403


def test_who_did_what_is_found_by_editor_text_and_day(
    client: Client, writer: User, public: Any
) -> None:
    other = AmendmentFactory.create(slug="another")
    log_step(
        public,
        ReviewStep.Verb.WITHDRAW,
        editor=writer,
        now=timezone.now(),
        comment="Қате болды",
    )
    log = "/admin/amendments/reviewstep/"
    everything = page(client, log)
    assert "the-change" in everything and "another" in everything and "Қате болды" in everything
    of_writer = page(client, f"{log}?editor={writer.pk}")
    assert "Қате болды" in of_writer and "another" not in of_writer
    assert "Қате" not in page(client, f"{log}?editor=0")
    assert "the-change" not in page(client, f"{log}?word=another")
    assert "the-change" in page(client, f"{log}?word=заглавие")  # In its text, now or then
    assert "Nothing found" in page(client, f"{log}?until=2001-01-01")
    assert "Nothing found" in page(client, f"{log}?before=2001-01-01T00:00:00%2B00:00")
    assert "2001" in page(client, f"{log}?since=2001-01-01&before=rubbish")
    assert client.get(at(other)).status_code == 200


@pytest.mark.parametrize(
    ("asked", "finds"),
    [
        ("since=0001-01-01&until=9999-12-31", True),
        ("since=9999-12-31", False),
        ("until=0001-01-01", False),
        ("before=0001-01-01T00:00:00", True),  # No moment that we gave: passed over
        ("before=9999-12-31T23:59:59-05:00", True),
    ],
)
def test_days_at_the_edge_of_the_calendar_are_answered(
    client: Client, writer: User, public: Any, asked: str, finds: bool
) -> None:
    found = page(client, f"/admin/amendments/reviewstep/?{asked}")
    assert ("the-change" in found) == finds


def test_the_first_hours_of_the_calendar_are_no_moment(
    client: Client, writer: User, public: Any
) -> None:
    for moment in ("0001-01-01", "0001-01-01T00:00"):
        assert "such as 2026-06-30" in page(client, at(public, f"public/?at={moment}"))
    assert "could not see" in page(client, at(public, "public/?at=0001-01-02"))
