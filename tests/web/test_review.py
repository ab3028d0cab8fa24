"""Four eyes see every word before it is public, and what readers see changes in its minute."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from amendments import publication_checks, review
from amendments.entry_of_text import entry_of
from amendments.models import Amendment, ProposedChange, ReviewStep, State
from amendments.proposals import (
    apply_due,
    approve_change,
    as_proposed,
    open_proposal,
    propose,
    proposed_entry,
)
from tests.factories.law import AmendmentFactory
from tests.factories.votes import cite

pytestmark = pytest.mark.django_db

RIGHTS = {
    "writer": ["change_amendment", "add_amendment", "view_amendment"],
    "reviewer": ["change_amendment", "view_amendment", "review_content"],
    "publisher": ["change_amendment", "view_amendment", "review_content", "publish_content"],
}


@pytest.fixture
def who() -> dict[str, User]:
    made = {}
    for name, rights in RIGHTS.items():
        made[name] = User.objects.create_user(name, password="long-enough-42", is_staff=True)
        made[name].user_permissions.set(Permission.objects.filter(codename__in=rights))
    return made


@pytest.fixture
def draft(who: dict[str, User]) -> Any:
    change = AmendmentFactory.create(state=State.DRAFT, author=who["writer"])
    cite(change)
    return change


@pytest.fixture
def public() -> Any:
    change = AmendmentFactory.create(slug="the-change", title_en="As it is")
    cite(change)
    return change


def now() -> Any:
    return timezone.now()


def changed(text: Any, **values: Any) -> dict[str, Any]:
    return entry_of(text) | values


def test_a_text_goes_its_way_and_every_step_is_logged(
    draft: Any, who: dict[str, User], client: Client
) -> None:
    page = f"/en/amendments/{draft.slug}/"
    review.submit(draft, editor=who["writer"], now=now())
    review.send_back(draft, editor=who["reviewer"], now=now(), comment="Which day?")
    review.submit(draft, editor=who["writer"], now=now(), comment="That day.")
    assert client.get(page).status_code == 404
    review.approve(draft, editor=who["reviewer"], now=now())
    assert client.get(page).status_code == 200
    review.withdraw(draft, editor=who["publisher"], now=now(), comment="It was wrong.")
    assert client.get(page).status_code == 404
    verbs = [(s.verb, str(s.editor), s.comment) for s in review.steps_of(draft)]
    assert verbs == [
        ("withdraw", "publisher", "It was wrong."),
        ("approve", "reviewer", ""),
        ("submit", "writer", "That day."),
        ("send-back", "reviewer", "Which day?"),
        ("submit", "writer", ""),
    ]


def test_nobody_approves_what_they_wrote(draft: Any, who: dict[str, User]) -> None:
    both = who["reviewer"]
    draft.title_en, draft._history_user = "Changed by the reviewer", both
    draft.save()
    review.submit(draft, editor=who["writer"], now=now())
    with pytest.raises(PermissionDenied, match="four eyes"):
        review.approve(draft, editor=both, now=now())
    with pytest.raises(PermissionDenied):
        review.approve(draft, editor=who["writer"], now=now())
    draft.refresh_from_db()
    assert draft.state == State.IN_REVIEW


@pytest.mark.parametrize("verb", ["approve", "send_back", "withdraw"])
def test_a_step_from_another_state_is_refused(draft: Any, who: dict[str, User], verb: str) -> None:
    with pytest.raises(review.IllegalMove):
        getattr(review, verb)(draft, editor=who["publisher"], now=now(), comment="x")
    assert not ReviewStep.objects.exists()


def test_sending_back_needs_a_reason(draft: Any, who: dict[str, User]) -> None:
    review.submit(draft, editor=who["writer"], now=now())
    with pytest.raises(review.IllegalMove, match="Say why"):
        review.send_back(draft, editor=who["reviewer"], now=now(), comment=" ")


def test_buttons_only_for_what_one_may_do(draft: Any, who: dict[str, User]) -> None:
    def verbs(name: str) -> list[str]:
        return [move.verb.value for move in review.moves(draft, who[name])]

    assert verbs("writer") == ["submit"]
    review.submit(draft, editor=who["writer"], now=now())
    assert verbs("writer") == [] and verbs("reviewer") == ["send-back", "approve"]


def test_a_fault_stops_publication(
    draft: Any, who: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publication_checks, "_checks", [lambda text: ["No source for “before”."]])
    review.submit(draft, editor=who["writer"], now=now())
    with pytest.raises(review.NotFit, match="No source"):
        review.approve(draft, editor=who["reviewer"], now=now())


def test_a_proposed_change_is_seen_by_nobody_until_it_is_approved(
    public: Any, who: dict[str, User], client: Client
) -> None:
    page = f"/en/amendments/{public.slug}/"
    entry = changed(public, title={"en": "As it shall be"}, key_facts=[{"en": "New."}])
    change = propose(public, entry, editor=who["writer"], now=now())
    assert change is not None
    assert "As it is" in client.get(page).content.decode()
    review.submit(change, editor=who["writer"], now=now())
    approve_change(change, editor=who["reviewer"], now=now())
    shown = client.get(page).content.decode()
    assert "As it shall be" in shown and "New." in shown
    public.refresh_from_db()
    assert (public.author, public.approver) == (who["writer"], who["reviewer"])
    assert open_proposal(public) is None


def test_a_change_takes_effect_at_its_minute_and_not_before(
    public: Any, who: dict[str, User], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, start = f"/en/amendments/{public.slug}/", now()
    change = propose(
        public, changed(public, title={"en": "Later"}), editor=who["writer"], now=start
    )
    assert change is not None
    review.submit(change, editor=who["writer"], now=start)
    minute = start + timedelta(minutes=5)
    approve_change(change, editor=who["publisher"], now=start, publish_at=minute)
    assert "As it is" in client.get(page).content.decode()
    monkeypatch.setattr(timezone, "now", lambda: minute - timedelta(seconds=1))
    assert "As it is" in client.get(page).content.decode()
    monkeypatch.setattr(timezone, "now", lambda: minute)
    assert "Later" in client.get(page).content.decode()
    change.refresh_from_db()
    assert change.applied_at == minute


def test_what_changed_meanwhile_is_a_conflict_and_nothing_is_lost(
    public: Any, who: dict[str, User]
) -> None:
    change = propose(public, changed(public, title={"en": "New"}), editor=who["writer"], now=now())
    assert change is not None
    public.title_en = "Changed by loading files"
    public.save()
    review.submit(change, editor=who["writer"], now=now())
    approve_change(change, editor=who["reviewer"], now=now())
    change.refresh_from_db()
    public.refresh_from_db()
    assert "was changed since" in change.conflict and change.applied_at is None
    assert public.title_en == "Changed by loading files"
    assert proposed_entry(change)["title"] == {"en": "New"}
    assert apply_due(now()) == 0  # Not tried again


def test_as_proposed_takes_everything_back(public: Any, who: dict[str, User]) -> None:
    before = entry_of(public)
    entry = changed(public, title={"en": "For a while"}, key_facts=[{"en": "A."}, {"en": "B."}])
    change = propose(public, entry, editor=who["writer"], now=now())
    keys = []
    for _time in range(2):
        with as_proposed(change):
            shown: Any = Amendment.objects.get(pk=public.pk)
            assert shown.title_en == "For a while"
            keys.append(list(shown.key_facts.values_list("pk", flat=True)))
    assert entry_of(public) == before
    assert keys[0] == keys[1]  # A form shown in one request fits the next


def test_one_change_waits_at_a_time(public: Any, who: dict[str, User]) -> None:
    for title in ("First", "Second"):
        propose(public, changed(public, title={"en": title}), editor=who["writer"], now=now())
    assert proposed_entry(ProposedChange.objects.get())["title"] == {"en": "Second"}
