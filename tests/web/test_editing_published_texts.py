"""In the admin: saving the form of a published text proposes a change of it."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from amendments.entry_of_text import entry_of
from amendments.models import Amendment, KeyFact, Misconception, ProposedChange, State
from amendments.proposals import open_proposal, proposed_entry
from amendments.roles import Role
from tests.factories.editors import an_editor
from tests.factories.law import AmendmentFactory
from tests.factories.votes import cite
from tests.web.taken_steps import taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer() -> User:
    return User.objects.create_superuser("aigerim", password="long-enough-42")


@pytest.fixture
def other() -> User:
    return User.objects.create_superuser("botagoz", password="long-enough-42")


@pytest.fixture
def public() -> Any:
    change = AmendmentFactory.create(slug="the-change", title_en="As it is")
    KeyFact.objects.create(amendment=change, position=1, text_en="A fact.")
    cite(change)
    return change


def at(text: Any, rest: str = "change/") -> str:
    return f"/admin/amendments/amendment/{text.pk}/{rest}"


def form_of(client: Client, address: str) -> dict[str, Any]:
    """Return what a browser would send of the form as it stands."""
    response = client.get(address)
    assert response.status_code == 200
    admin_form = response.context["adminform"].form
    sent: dict[str, Any] = {}
    formsets = [each.formset for each in response.context["inline_admin_formsets"]]
    for form in [
        admin_form,
        *(f.management_form for f in formsets),
        *(x for f in formsets for x in f),
    ]:
        for bound in form:
            value = bound.value()
            if value is not None and value is not False:
                sent[bound.html_name] = value
    return sent


def test_saving_proposes_and_readers_see_nothing(
    client: Client, writer: User, other: User, public: Any
) -> None:
    client.force_login(writer)
    sent = form_of(client, at(public)) | {"title_en": "As it shall be"}
    name = next(k for k, v in sent.items() if v == "A fact.")
    sent[name] = "Another fact."
    response = client.post(at(public), sent, follow=True)
    assert "Readers see it once somebody else has approved it." in response.content.decode()
    public.refresh_from_db()
    assert public.title_en == "As it is" and public.state == State.PUBLISHED
    assert list(public.key_facts.values_list("text_en", flat=True)) == ["A fact."]
    change = open_proposal(public)
    assert change is not None and change.author == writer
    assert proposed_entry(change)["key_facts"] == [{"en": "Another fact."}]

    shown = client.get(at(public)).content.decode()
    assert 'value="As it shall be"' in shown and "A change waits" in shown
    assert "As it is" in Client().get("/en/amendments/the-change/").content.decode()

    taken(client, public, "submit", of_change="on")
    assert "four eyes" in taken(client, public, "approve", of_change="on")
    client.force_login(other)
    taken(client, public, "approve", of_change="on")
    page = Client().get("/en/amendments/the-change/").content.decode()
    assert "As it shall be" in page and "Another fact." in page


def test_a_new_row_of_a_waiting_change_can_be_changed_again(
    client: Client, writer: User, public: Any
) -> None:
    client.force_login(writer)
    sent = form_of(client, at(public))
    total = next(k for k in sent if re.fullmatch(r"key_facts-TOTAL_FORMS", k))
    sent |= {total: "2", "key_facts-1-position": "2", "key_facts-1-text_en": "Second."}
    client.post(at(public), sent)
    again = form_of(client, at(public))
    assert again["key_facts-1-text_en"] == "Second."
    again["key_facts-1-text_en"] = "Second, better."
    client.post(at(public), again)
    change = ProposedChange.objects.get()
    assert proposed_entry(change)["key_facts"] == [{"en": "A fact."}, {"en": "Second, better."}]
    assert public.key_facts.count() == 1


def test_a_faulty_form_keeps_what_was_typed_and_proposes_nothing(
    client: Client, writer: User, public: Any
) -> None:
    client.force_login(writer)
    sent = form_of(client, at(public)) | {"title_en": "Typed", "in_force_from": "no day"}
    response = client.post(at(public), sent)
    assert response.status_code == 200
    assert 'value="Typed"' in response.content.decode()
    assert not ProposedChange.objects.exists()


def test_a_draft_is_saved_as_it_is_and_is_its_writers(client: Client, writer: User) -> None:
    draft = AmendmentFactory.create(state=State.DRAFT, author=writer)
    client.force_login(writer)
    client.post(at(draft), form_of(client, at(draft)) | {"title_en": "Better"})
    draft.refresh_from_db()
    assert draft.title_en == "Better" and not ProposedChange.objects.exists()
    taken(client, draft, "submit")
    client.post(at(draft), form_of(client, at(draft)) | {"title_en": "Better still"})
    draft.refresh_from_db()
    assert draft.state == State.DRAFT  # Changed while in review
    assert draft.title_en == "Better still"


def test_what_was_public_is_withdrawn_not_deleted(
    client: Client, writer: User, public: Any
) -> None:
    client.force_login(writer)
    assert client.post(at(public, "delete/"), {"post": "yes"}).status_code == 403
    taken(client, public, "withdraw")
    public.refresh_from_db()
    assert public.state == State.PUBLISHED  # Not without a reason
    taken(client, public, "withdraw", comment="It was wrong.")
    public.refresh_from_db()
    assert public.state == State.WITHDRAWN
    taken(client, public, "take-up")
    public.refresh_from_db()
    assert public.state == State.DRAFT
    assert client.post(at(public, "delete/"), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": public.pk, "post": "yes"}
    client.post("/admin/amendments/amendment/", chosen)
    assert Amendment.objects.filter(pk=public.pk).exists()


def test_a_draft_that_never_was_public_may_be_deleted(client: Client, writer: User) -> None:
    draft = AmendmentFactory.create(state=State.DRAFT, author=writer)
    client.force_login(writer)
    client.post(at(draft, "delete/"), {"post": "yes"})
    assert not Amendment.objects.exists()


@pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED])
def test_a_writer_takes_rows_away(client: Client, public: Any, state: State) -> None:
    Misconception.objects.create(
        amendment=public, slug="myth", position=1, belief_en="A myth.", correction_en="No."
    )
    Amendment.objects.filter(pk=public.pk).update(state=state)
    client.force_login(an_editor("asel", Role.WRITER))
    sent = form_of(client, at(public))
    rows = [name.removesuffix("-id") for name, value in sent.items() if name.endswith("-0-id")]
    client.post(at(public), sent | {f"{row}-DELETE": "on" for row in rows})
    change = open_proposal(public)
    left = proposed_entry(change) if change else entry_of(public)
    assert len(rows) == 3 and bool(change) == (state == State.PUBLISHED)
    assert not {"key_facts", "misconceptions", "citations"} & {n for n in left if left[n]}
    if change:
        assert public.key_facts.count() == 1  # What readers see stays until it is approved
