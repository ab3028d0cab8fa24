"""The first page of the admin: what waits, for whom, in few queries."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from amendments import review
from amendments.entry_of_text import entry_of
from amendments.models import Amendment, Report, State
from amendments.proposals import approve_change, open_proposal, propose
from amendments.roles import Role
from tests.factories.editors import an_editor
from tests.factories.law import AmendmentFactory
from tests.factories.quiz import QuestionFactory
from tests.factories.votes import cite
from tests.web.taken_steps import taken

pytestmark = pytest.mark.django_db

ENGLISH = {"accept-language": "en"}


def page_of(client: Client, editor: User) -> str:
    client.force_login(editor)
    response = client.get("/admin/", headers=ENGLISH)
    assert response.status_code == 200
    return response.content.decode()


def panel(page: str, name: str) -> str:
    """Return one panel, empty where it is not shown."""
    return page.partition(f'id="{name}"')[2].partition("</section>")[0]


def a_text_in_review(writer: User, slug: str) -> Amendment:
    text: Amendment = AmendmentFactory.create(slug=slug, state=State.DRAFT, author=writer)
    review.submit(text, editor=writer, now=timezone.now())
    return text


def test_what_is_in_review_waits_for_reviewers_and_drafts_for_their_writers(
    client: Client, writer: User, reviewer: User
) -> None:
    a_text_in_review(writer, "to-be-read")
    AmendmentFactory.create(slug="half-written", state=State.DRAFT, author=writer)
    waits = panel(page_of(client, reviewer), "waiting")
    assert "to-be-read" in waits and "half-written" not in waits
    waits = panel(page_of(client, writer), "waiting")
    assert "half-written" in waits and "to-be-read" not in waits


def test_a_proposed_change_waits_too_and_then_is_scheduled(
    client: Client, writer: User, reviewer: User
) -> None:
    text = AmendmentFactory.create(slug="public")
    cite(text)
    now = timezone.now()
    propose(text, entry_of(text) | {"title": {"en": "Other"}}, editor=writer, now=now)
    change = open_proposal(text)
    assert change is not None
    assert "public" in panel(page_of(client, writer), "waiting")
    review.submit(change, editor=writer, now=now)
    waits = panel(page_of(client, reviewer), "waiting").partition("My drafts")[0]
    assert "public" in waits and "(proposed change)" in waits
    later = now + timedelta(days=2)
    approve_change(change, editor=reviewer, now=now, publish_at=later)
    assert "public" in panel(page_of(client, writer), "waiting").partition("Scheduled")[2]


def test_reports_are_for_those_who_answer_them(client: Client, writer: User) -> None:
    Report.objects.create(page="/en/", what="A comma is missing.", language="en")
    Report.objects.create(page="/en/", what="Done with.", language="en", state="closed")
    reports = panel(page_of(client, writer), "reports")
    assert "A comma is missing." in reports and "Done with." not in reports
    translator = an_editor("dana", Role.TRANSLATOR)
    assert 'id="reports"' not in page_of(client, translator)
    assert "A comma is missing." not in page_of(client, translator)


def test_completeness_is_told_in_numbers(client: Client, writer: User) -> None:
    text = AmendmentFactory.create(title_en="One", title_kk="Бір")
    text.title_en = "Two"
    text.save()
    told = panel(page_of(client, writer), "translations")
    assert "<progress" in told and "Қазақша" in told
    assert '?language=kk&amp;state=out-of-date">1</a>' in told


def test_questions_whose_text_changed_are_named(client: Client, writer: User) -> None:
    question = QuestionFactory.create(slug="the-question")
    assert "the-question" not in panel(page_of(client, writer), "stale-questions")
    question.amendment.after_en = "Another text."
    question.amendment.save()
    assert "the-question" in panel(page_of(client, writer), "stale-questions")


def test_the_audit_is_run_by_a_button_only(client: Client, writer: User) -> None:
    AmendmentFactory.create(slug="without-a-question")
    assert "Not run since" in panel(page_of(client, writer), "audit")
    assert "Run the audit" in client.get("/admin/audit/", headers=ENGLISH).content.decode()
    found = client.post("/admin/audit/", headers=ENGLISH).content.decode()
    assert "without-a-question" in found
    assert "faults</a>" in panel(page_of(client, writer), "audit")
    AmendmentFactory.create(slug="another")
    assert "Not run since" in panel(page_of(client, writer), "audit")
    client.force_login(an_editor("nobody"))
    assert client.post("/admin/audit/").status_code == 403


def test_last_changes_name_who_did_what(client: Client, writer: User, reviewer: User) -> None:
    a_text_in_review(writer, "to-be-read")
    client.force_login(reviewer)
    taken(client, Amendment.objects.get(), "send-back", comment="Which day?")
    changes = panel(page_of(client, writer), "changes")
    assert "to-be-read" in changes and "sent back" in changes and "erlan" in changes


def test_who_has_no_role_sees_no_panel_but_what_is_theirs(client: Client, writer: User) -> None:
    a_text_in_review(writer, "to-be-read")
    page = page_of(client, an_editor("nobody"))
    assert "to-be-read" not in page
    assert all(f'id="{name}"' not in page for name in ("reports", "changes", "translations"))


def test_it_takes_twelve_queries_whatever_there_is(
    client: Client,
    writer: User,
    reviewer: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    page_of(client, reviewer)
    for number in range(3):
        a_text_in_review(writer, f"text-{number}")
        Report.objects.create(page="/en/", what=f"Report {number}", language="en")
        QuestionFactory.create()
        with django_assert_max_num_queries(12):
            client.get("/admin/")
    with django_assert_max_num_queries(12):
        assert client.get("/admin/").status_code == 200
