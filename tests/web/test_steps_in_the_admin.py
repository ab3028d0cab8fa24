"""The buttons of a text's way: what is sent with a step, and what comes of a refusal."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from amendments.entry_of_text import entry_of
from amendments.models import Amendment, State
from amendments.proposals import propose
from amendments.review import submit
from amendments.roles import Role
from amendments.wording import wording_of
from tests.factories.editors import an_editor
from tests.factories.law import AmendmentFactory
from tests.factories.votes import cite
from tests.web.taken_steps import taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client: Client) -> User:
    editor = an_editor("botagoz", Role.REVIEWER, Role.PUBLISHER)
    client.force_login(editor)
    return editor


@pytest.fixture
def in_review(writer: User) -> Amendment:
    text: Amendment = AmendmentFactory.create(state=State.IN_REVIEW, author=writer)
    cite(text)
    return text


def at(text: Any, rest: str = "step/") -> str:
    return f"/admin/amendments/amendment/{text.pk}/{rest}"


def as_typed(**ahead: float) -> str:
    return f"{timezone.localtime() + timedelta(**ahead):%Y-%m-%dT%H:%M}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0001-01-01T00:00", "This time has passed."),
        ("2001-01-01T09:00", "This time has passed."),
        ("9999-12-31T23:59", "Look at the year again."),
    ],
)
def test_a_time_that_has_passed_or_is_years_away_is_refused(
    client: Client, publisher: User, in_review: Amendment, typed: str, said: str
) -> None:
    sent = {"verb": "approve", "publish_at": typed}
    assert said in client.post(at(in_review), sent, follow=True).content.decode()
    in_review.refresh_from_db()
    assert (in_review.state, in_review.publish_at) == (State.IN_REVIEW, None)


@pytest.mark.parametrize("ahead", [{"days": 0}, {"days": 1}, {"days": 700}])
def test_a_time_from_this_minute_on_is_taken(
    client: Client, publisher: User, in_review: Amendment, ahead: dict[str, float]
) -> None:
    typed = as_typed(**ahead)
    taken(client, in_review, "approve", publish_at=typed)
    in_review.refresh_from_db()
    assert in_review.state == State.PUBLISHED and in_review.publish_at is not None
    assert f"{timezone.localtime(in_review.publish_at):%Y-%m-%dT%H:%M}" == typed


def test_a_time_beside_another_step_is_no_obstacle(
    client: Client, publisher: User, in_review: Amendment
) -> None:
    taken(client, in_review, "send-back", publish_at="2001-01-01T09:00", comment="Which day?")
    in_review.refresh_from_db()
    assert in_review.state == State.DRAFT


def field_of(page: str, name: str) -> str:
    """Return the tag of an input and what stands between it and the next label or button."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>.*?(?=<label|<button)', page, re.DOTALL)
    assert found
    return found.group()


def test_a_refused_step_keeps_what_was_typed_and_says_why_at_the_field(
    client: Client, publisher: User, in_review: Amendment
) -> None:
    sent = {"verb": "approve", "comment": "Checked “twice”.", "publish_at": "2001-01-01T09:00"}
    refused = client.post(at(in_review), sent)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert 'value="Checked “twice”."' in field_of(page, "comment")
    time = field_of(page, "publish_at")
    assert 'value="2001-01-01T09:00"' in time and "This time has passed." in time
    assert 'aria-describedby="step-publish_at_error"' in time and 'form="step"' in time
    assert f'action="{at(in_review, "change/")}"' in page  # Where the text itself is saved


def test_a_step_without_its_reason_is_refused_at_the_comment(
    client: Client, publisher: User, in_review: Amendment
) -> None:
    page = client.post(at(in_review), {"verb": "send-back", "comment": " "}).content.decode()
    assert "Say why" in field_of(page, "comment")
    in_review.refresh_from_db()
    assert in_review.state == State.IN_REVIEW


def test_what_was_typed_for_a_change_stands_at_its_buttons(
    client: Client, publisher: User, writer: User
) -> None:
    public = AmendmentFactory.create()
    cite(public)
    change = propose(
        public, entry_of(public) | {"title": {"en": "New"}}, editor=writer, now=timezone.now()
    )
    assert change is not None
    submit(change, editor=writer, now=timezone.now())
    sent = {
        "verb": "approve",
        "of_change": "on",
        "comment": "Mine",
        "publish_at": "2001-01-01 9:00",
    }
    page = client.post(at(public), sent).content.decode()
    assert page.count('value="Mine"') == 1
    assert re.search(r'value="Mine"[^>]*form="step-of-change"', page)
    assert "A change waits" in page


def test_a_comment_on_what_another_decided_meanwhile_is_not_lost(
    client: Client, publisher: User, in_review: Amendment
) -> None:
    taken(client, in_review, "approve")
    page = client.post(at(in_review), {"verb": "send-back", "comment": "A long word."})
    assert "already" in page.content.decode()
    assert "A long word." in page.content.decode()


def test_a_refusal_shows_the_text_anew_and_says_that_it_is_another(
    client: Client, publisher: User, in_review: Any
) -> None:
    seen = wording_of(in_review)
    assert "was changed while" not in taken(client, in_review, "send-back", seen=seen)
    in_review.title_en = "Changed while it was read"
    in_review.save()
    page = taken(client, in_review, "send-back", seen=seen)
    assert "Say why" in page and page.count("The text was changed while you read it.") == 1
