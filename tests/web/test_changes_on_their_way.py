"""A proposed change that meets another text than it was made from, is given up, or comes due."""

from datetime import datetime, timedelta
from threading import Thread
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from amendments import review
from amendments.entry_of_text import entry_of
from amendments.models import KeyFact, ProposedChange, ReviewStep, State, TranslationBasis
from amendments.proposals import apply_due, approve_change, open_proposal, propose
from amendments.reverting import revert
from amendments.roles import Role
from amendments.versions import public_at, versions_of
from tests.factories.context import TermFactory
from tests.factories.editors import an_editor, as_editor
from tests.factories.law import AmendmentFactory
from tests.factories.votes import cite
from tests.web.exchanged_tables import imported
from tests.web.taken_steps import taken
from tests.web.test_editing_published_texts import at, form_of

pytestmark = pytest.mark.django_db


def now() -> datetime:
    return timezone.now()


@pytest.fixture
def public() -> Any:
    change = AmendmentFactory.create(slug="the-change", title_en="As it is")
    cite(change)
    return change


def proposed(text: Any, writer: User, **values: Any) -> ProposedChange:
    entry = entry_of(text) | (values or {"title": {"en": "As it shall be"}})
    change = propose(text, entry, editor=writer, now=now())
    assert change is not None
    return change


def scheduled(text: Any, writer: User, reviewer: User, minute: datetime) -> ProposedChange:
    change = proposed(text, writer)
    review.submit(change, editor=writer, now=now())
    approve_change(change, editor=reviewer, now=now(), publish_at=minute)
    return change


@pytest.fixture
def minute() -> datetime:
    return now() + timedelta(minutes=5)


# The text is elsewhere by then


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.DRAFT, State.IN_REVIEW])
def test_a_text_that_is_not_published_is_not_rewritten_when_its_change_comes_due(
    public: Any, writer: User, reviewer: User, minute: datetime, state: State
) -> None:
    change = scheduled(public, writer, reviewer, minute)
    review.withdraw(public, editor=reviewer, now=now(), comment="Wrong.")
    if state != State.WITHDRAWN:
        review.take_up(public, editor=writer, now=now())
    if state == State.IN_REVIEW:
        review.submit(public, editor=writer, now=now())
    assert apply_due(minute) == 0
    public.refresh_from_db()
    change.refresh_from_db()
    assert (public.title_en, public.state, change.applied_at) == ("As it is", state, None)
    assert "not published any more" in change.conflict


def test_a_change_of_a_withdrawn_text_is_not_approved(
    public: Any, writer: User, reviewer: User
) -> None:
    change = proposed(public, writer)
    review.submit(change, editor=writer, now=now())
    review.withdraw(public, editor=reviewer, now=now(), comment="Wrong.")
    assert review.Verb.APPROVE not in [move.verb for move in review.moves(change, reviewer)]
    with pytest.raises(PermissionDenied, match="not published now"):
        approve_change(change, editor=reviewer, now=now())


# Back to what readers see


def test_a_form_with_the_public_wording_discards_the_change_that_waited(
    public: Any, writer: User
) -> None:
    client = as_editor(writer)
    unchanged = form_of(client, at(public))
    said = client.post(at(public), unchanged, follow=True).content.decode()
    assert "Nothing new: this is what readers see already." in said
    client.post(at(public), unchanged | {"title_en": "As it shall be"})
    change = open_proposal(public)
    assert change is not None
    back = form_of(client, at(public)) | {"title_en": "As it is"}
    said = client.post(at(public), back, follow=True).content.decode()
    assert "the change that waited is discarded" in said and "Your change is kept" not in said
    change.refresh_from_db()
    assert change.state == State.WITHDRAWN and open_proposal(public) is None
    assert review.steps_of(change).get().verb == ReviewStep.Verb.DISCARD


def test_a_version_that_is_public_and_a_table_with_it_discard_it_too(
    public: Any, writer: User
) -> None:
    proposed(public, writer)
    assert revert(public, versions_of(public)[-1], editor=writer, now=now()) is None
    assert open_proposal(public) is None

    term = TermFactory.create(slug="akim", definition_en="As it is.")
    client = as_editor(writer)
    imported(client, "term", "slug,definition_en\nakim,As it shall be.\n")
    said = imported(client, "term", "slug,definition_en\nakim,As it is.\n")
    assert "its waiting change discarded" in said.lower()
    assert open_proposal(term) is None


def test_a_translation_as_it_is_public_discards_it_too(writer: User) -> None:
    text: Any = AmendmentFactory.create(title_en="As it is", title_kk="Қалпы")
    proposed(text, writer, title={"en": "As it is", "kk": "Басқа"})
    kind = ContentType.objects.get_for_model(text)
    bases = TranslationBasis.objects.filter(content_type=kind, object_id=text.pk, field="title")
    client = as_editor(writer)
    where = f"/admin/amendments/translationbasis/{bases.get(language='kk').pk}/"
    seen = client.get(where).context["pair"].seen
    done = client.post(where, {"target": "Қалпы", "seen": seen}, follow=True)
    assert "the change that waited is discarded" in done.content.decode()
    assert open_proposal(text) is None


def test_an_empty_save_leaves_a_scheduled_change_where_it_is(
    public: Any, writer: User, reviewer: User, minute: datetime
) -> None:
    change = scheduled(public, writer, reviewer, minute)
    client = as_editor(writer)
    said = client.post(at(public), form_of(client, at(public)), follow=True).content.decode()
    assert "the change that waits says so already" in said
    change.refresh_from_db()
    assert (change.state, change.publish_at) == (State.PUBLISHED, minute)
    assert change.approver == reviewer


def test_a_change_in_conflict_is_written_anew_by_a_save(
    public: Any, writer: User, reviewer: User, minute: datetime
) -> None:
    change = scheduled(public, writer, reviewer, minute)
    public.in_short_en = "Loaded from files."
    public.save()
    assert apply_due(minute) == 0
    client = as_editor(writer)
    client.post(at(public), form_of(client, at(public)))
    change.refresh_from_db()
    assert (change.state, change.conflict) == (State.DRAFT, "")
    assert "Loaded from files." in change.base


# Approved, and nothing came of it


def test_an_approval_that_changes_nothing_for_readers_says_so(
    public: Any, writer: User, reviewer: User
) -> None:
    change = proposed(public, writer)
    review.submit(change, editor=writer, now=now())
    public.in_short_en = "Loaded from files."
    public.save()
    said = taken(as_editor(reviewer), public, "approve", of_change="on")
    assert "is approved, but readers see it as before" in said and "Done: approved" not in said
    for editor in (writer, reviewer, an_editor("dana", Role.WRITER)):
        waits = as_editor(editor).get("/admin/").content.decode()
        assert "Approved, but could not take effect" in waits and "look at both again" in waits
    translator = as_editor(an_editor("aliya", Role.TRANSLATOR)).get("/admin/").content.decode()
    assert "Approved, but could not take effect" not in translator

    assert "Done: sent back" in taken(
        as_editor(reviewer), public, "send-back", of_change="on", comment="See the files."
    )


def test_many_approved_at_once_are_counted_without_those_in_conflict(
    writer: User, reviewer: User
) -> None:
    term: Any = TermFactory.create(slug="akim", definition_en="As it is.")
    change = proposed(term, writer, definition={"en": "As it shall be."})
    review.submit(change, editor=writer, now=now())
    term.definition_en = "Loaded from files."
    term.save()
    client, where = as_editor(reviewer), "/admin/amendments/term/"
    asked = {"action": "approve_many", "_selected_action": [term.pk]}
    seen = client.post(where, asked).context["seen"]
    done = client.post(where, asked | {"confirmed": "yes", "seen": seen}, follow=True)
    conflict, number = map(str, done.context["messages"])
    assert "akim is approved, but readers see it as before" in conflict
    assert "Done with 0 texts." in number


# Scheduled, and given up


def test_a_scheduled_change_is_sent_back_or_discarded_until_its_minute(
    public: Any, writer: User, reviewer: User, minute: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = scheduled(public, writer, reviewer, minute)
    verbs = {move.verb for name in (writer, reviewer) for move in review.moves(change, name)}
    assert verbs == {review.Verb.SEND_BACK, review.Verb.DISCARD}
    review.send_back(change, editor=reviewer, now=now(), comment="Not yet.")
    assert (change.state, change.approver, change.publish_at) == (State.DRAFT, None, None)
    assert apply_due(minute) == 0

    review.submit(change, editor=writer, now=now())
    approve_change(change, editor=reviewer, now=now(), publish_at=minute)
    monkeypatch.setattr(timezone, "now", lambda: minute)
    with pytest.raises(review.IllegalMove):  # Whoever asks for a page next makes it public
        review.discard(change, editor=writer, now=minute)
    monkeypatch.undo()
    review.discard(change, editor=writer, now=now())
    assert apply_due(minute) == 0
    public.refresh_from_db()
    assert public.title_en == "As it is"


def test_a_published_text_is_not_sent_back(public: Any, reviewer: User) -> None:
    with pytest.raises(review.IllegalMove):
        review.send_back(public, editor=reviewer, now=now(), comment="No.")


# Since when readers see it


def test_what_came_due_was_public_from_its_minute_whoever_came_when(
    public: Any, writer: User, reviewer: User, minute: datetime
) -> None:
    KeyFact.objects.create(amendment=public, position=1, text_en="Old fact.")
    change = proposed(public, writer, key_facts=[{"en": "New fact."}], title={"en": "Later"})
    review.submit(change, editor=writer, now=now())
    approve_change(change, editor=reviewer, now=now(), publish_at=minute)
    assert apply_due(minute + timedelta(hours=3)) == 1
    before = public_at(public, minute - timedelta(seconds=1)) or {}
    assert (before["title"], before["key_facts"]) == ({"en": "As it is"}, [{"en": "Old fact."}])
    since = public_at(public, minute) or {}
    assert (since["title"], since["key_facts"]) == ({"en": "Later"}, [{"en": "New fact."}])
    change.refresh_from_db()
    assert change.applied_at == minute
    version = versions_of(public)[-1]
    assert (version.at, version.editor) == (minute, reviewer)


def test_the_history_goes_forwards_though_the_minute_is_past(
    public: Any, writer: User, reviewer: User
) -> None:
    change = proposed(public, writer)
    review.submit(change, editor=writer, now=now())
    approved = now()
    past = approved - timedelta(days=1)
    approve_change(change, editor=reviewer, now=approved, publish_at=past)
    assert change.applied_at is not None and change.applied_at >= approved
    before = public_at(public, approved - timedelta(microseconds=1)) or {}
    assert before["title"] == {"en": "As it is"}


def test_what_is_pretended_gives_no_keys_to_others(public: Any, writer: User) -> None:
    from amendments.proposals import FIRST_PRETENDED_KEY, as_proposed

    given: list[Any] = []

    def give() -> None:
        from django.db.models.signals import pre_save

        fact = KeyFact(amendment=public)
        pre_save.send(sender=KeyFact, instance=fact)
        given.append(fact.pk)

    with as_proposed(proposed(public, writer, key_facts=[{"en": "New."}])):
        assert public.key_facts.get().pk >= FIRST_PRETENDED_KEY
        thread = Thread(target=give)
        thread.start()
        thread.join()
    assert given == [None]
