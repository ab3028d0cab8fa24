"""Whoever wrote any part of a text approves none of it, and nobody approves what they never saw."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from amendments import publication_checks, review
from amendments.entry_of_text import entry_of
from amendments.models import Amendment, KeyFact, State
from amendments.proposals import propose
from amendments.reverting import revert
from amendments.roles import Role
from amendments.versions import versions_of
from amendments.wording import wording_of
from amendments.writers import writers_of
from tests.factories.context import TermFactory
from tests.factories.editors import an_editor, as_editor
from tests.factories.law import AmendmentFactory
from tests.factories.quiz import ChoiceFactory, QuestionFactory
from tests.factories.votes import cite
from tests.web.exchanged_tables import as_csv, exported, imported, rows_of
from tests.web.taken_steps import taken
from tests.web.test_editing_published_texts import form_of

pytestmark = pytest.mark.django_db


def now() -> datetime:
    return timezone.now()


@pytest.fixture
def both() -> User:
    """Who writes and reviews."""
    return an_editor("botagoz", Role.WRITER, Role.REVIEWER)


@pytest.fixture
def draft(writer: User) -> Any:
    change = AmendmentFactory.create(state=State.DRAFT, author=writer)
    cite(change)
    return change


def test_whoever_imports_the_answer_key_does_not_approve_the_question(
    writer: User, both: User
) -> None:
    question = QuestionFactory.create(slug="q", state=State.DRAFT, author=writer)
    ChoiceFactory.create(question=question, weight=100)
    ChoiceFactory.create(question=question, weight=0)
    cite(question)
    client = as_editor(both)
    [row] = rows_of(exported(client, "question"))
    other_key = row["choices"].replace("100", "50")
    imported(client, "question", as_csv([{"slug": "q", "choices": other_key}]))
    assert list(question.choices.values_list("weight", flat=True)) == [50, 0]
    assert writers_of(question) == {writer.pk, both.pk}

    question.refresh_from_db()
    review.submit(question, editor=writer, now=now())
    with pytest.raises(PermissionDenied, match="four eyes"):
        review.approve(question, editor=both, now=now())


def test_whoever_goes_back_to_a_version_with_another_citation_wrote_it(
    draft: Any, writer: User, both: User
) -> None:
    at = now() + timedelta(hours=1)
    citation = draft.citations.get()
    citation._history_date, citation._history_user = at, writer
    citation.claim = "Another claim."
    citation.save()
    assert writers_of(draft) == {writer.pk}
    revert(draft, versions_of(draft)[-2], editor=both, now=now())
    draft.refresh_from_db()
    assert draft.citations.get().claim == ""
    assert writers_of(draft) == {writer.pk, both.pk}


def test_whoever_removes_a_row_wrote_it_and_what_was_approved_before_does_not_count(
    draft: Any, writer: User, both: User, reviewer: User
) -> None:
    row: Any = KeyFact.objects.create(amendment=draft, position=1, text_en="A fact.")
    row._history_user = both
    row.delete()
    assert both.pk in writers_of(draft)
    review.submit(draft, editor=writer, now=now())
    review.approve(draft, editor=reviewer, now=now())
    review.withdraw(draft, editor=reviewer, now=now(), comment="Wrong.")
    review.take_up(draft, editor=writer, now=now())
    assert writers_of(draft) == {writer.pk}


def at(text: Any, rest: str = "change/") -> str:
    return f"/admin/amendments/amendment/{text.pk}/{rest}"


def test_a_change_of_rows_alone_takes_a_text_out_of_review(draft: Any, both: User) -> None:
    KeyFact.objects.create(amendment=draft, position=1, text_en="A fact.")
    review.submit(draft, editor=both, now=now())
    client = as_editor(both)
    client.post(at(draft), form_of(client, at(draft)))
    draft.refresh_from_db()
    assert draft.state == State.IN_REVIEW  # Nothing was changed
    client.post(at(draft), form_of(client, at(draft)) | {"key_facts-0-text_en": "Another."})
    draft.refresh_from_db()
    assert draft.state == State.DRAFT
    assert draft.key_facts.get().text_en == "Another."


def test_a_step_keeps_what_was_saved_in_between(draft: Any, writer: User, reviewer: User) -> None:
    review.submit(draft, editor=writer, now=now())
    as_opened = Amendment.objects.get(pk=draft.pk)
    draft.title_en = "Saved in between"
    draft.save()
    review.approve(as_opened, editor=reviewer, now=now())
    draft.refresh_from_db()
    assert (draft.title_en, draft.state) == ("Saved in between", State.PUBLISHED)
    assert draft.history.first().title_en == "Saved in between"
    assert (as_opened.state, as_opened.approver) == (State.PUBLISHED, reviewer)


def test_what_was_saved_in_between_is_asked_for_faults(
    draft: Any, writer: User, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(text: Any) -> list[str]:
        return ["It says nothing."] if text.title_en == "Saved in between" else []

    monkeypatch.setattr(publication_checks, "_checks", [faulty])
    review.submit(draft, editor=writer, now=now())
    as_opened = Amendment.objects.get(pk=draft.pk)
    draft.title_en = "Saved in between"
    draft.save()
    with pytest.raises(review.NotFit):
        review.approve(as_opened, editor=reviewer, now=now())


@pytest.mark.parametrize("verb", ["approve", "send-back"])
def test_nobody_takes_a_step_with_words_they_never_saw(
    draft: Any, writer: User, reviewer: User, verb: str
) -> None:
    review.submit(draft, editor=writer, now=now())
    client = as_editor(reviewer)
    page = client.get(at(draft)).context
    assert page["seen"] == wording_of(draft)
    KeyFact.objects.create(amendment=draft, position=1, text_en="Slipped in.")
    for seen in (page["seen"], ""):
        said = taken(client, draft, verb, seen=seen, comment="Well.")
        assert "The text was changed while you read it" in said
    draft.refresh_from_db()
    assert draft.state == State.IN_REVIEW
    assert "Done" in taken(client, draft, verb, seen=wording_of(draft), comment="Well.")


def test_nobody_approves_a_change_that_became_another(writer: User, reviewer: User) -> None:
    public: Any = AmendmentFactory.create(slug="public")
    cite(public)
    for title in ("First", "Second"):
        change = propose(
            public, entry_of(public) | {"title": {"en": title}}, editor=writer, now=now()
        )
        assert change is not None
        review.submit(change, editor=writer, now=now())
        if title == "First":
            seen = wording_of(public)
    assert "was changed while" in taken(
        as_editor(reviewer), public, "approve", seen=seen, of_change="on"
    )
    public.refresh_from_db()
    assert public.title_en != "Second"


def test_many_at_once_are_approved_as_they_were_listed(writer: User, reviewer: User) -> None:
    one, other = (TermFactory.create(state=State.IN_REVIEW, author=writer) for _each in "ab")
    client, where = as_editor(reviewer), "/admin/amendments/term/"
    asked = {"action": "approve_many", "_selected_action": [one.pk, other.pk]}
    listed = client.post(where, asked).context
    other.definition_en = "Changed since."
    other.save()
    sent = asked | {"confirmed": "yes", "seen": listed["seen"]}
    said = client.post(where, sent, follow=True).content.decode()
    assert "was changed while you read it" in said and "Done with 1 text." in said
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, other.state) == (State.PUBLISHED, State.IN_REVIEW)
