"""One step for many texts: shown first, taken only where it may be."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from amendments.entry_of_text import entry_of
from amendments.models import ReviewStep, State, Term
from amendments.proposals import propose
from amendments.review import submit
from amendments.wording import wording_of
from tests.factories.context import TermFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/amendments/term/"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("aigerim", password="x")


@pytest.fixture
def other() -> User:
    return User.objects.create_superuser("botagoz", password="x")


@pytest.fixture
def admin(client: Client, editor: User) -> Client:
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(editor)
    return client


def asked(admin: Client, verb: str, *texts: Term, **more: str) -> Any:
    chosen = {"action": f"{verb}_many", "_selected_action": [text.pk for text in texts]}
    seen = " ".join(f"{text.pk}:{wording_of(text)}" for text in texts)
    return admin.post(LIST, {"seen": seen} | chosen | more, follow=True)


def states() -> dict[str, str]:
    return dict(Term.objects.values_list("slug", "state"))


def test_what_will_and_will_not_happen_is_shown_first(admin: Client, editor: User) -> None:
    draft = TermFactory.create(slug="draft", state=State.DRAFT, author=editor)
    public = TermFactory.create(slug="public")
    page = asked(admin, "submit", draft, public)
    assert [each.text for each in page.context["will"]] == [draft]
    assert [each.text for each in page.context["will_not"]] == [public]
    assert "It is already" in page.content.decode()
    assert states()["draft"] == State.DRAFT and not ReviewStep.objects.exists()

    page = asked(admin, "submit", draft, public, confirmed="yes")
    assert "Done with 1 text." in page.content.decode()
    assert states() == {"draft": State.IN_REVIEW, "public": State.PUBLISHED}


def test_ones_own_texts_are_not_approved(admin: Client, editor: User, other: User) -> None:
    own = TermFactory.create(slug="own", state=State.IN_REVIEW, author=editor)
    others = TermFactory.create(slug="others", state=State.IN_REVIEW, author=other)
    page = asked(admin, "approve", own, others)
    assert "four eyes" in page.content.decode()
    asked(admin, "approve", own, others, confirmed="yes")
    assert states() == {"own": State.IN_REVIEW, "others": State.PUBLISHED}


def test_a_published_text_is_meant_by_its_change(admin: Client, other: User) -> None:
    term, now = TermFactory.create(slug="akim", definition_en="As it is."), timezone.now()
    entry = entry_of(term) | {"definition": {"en": "As it shall be."}}
    change = propose(term, entry, editor=other, now=now)
    assert change is not None
    submit(change, editor=other, now=now)
    assert "its proposed change" in asked(admin, "approve", term).content.decode()
    asked(admin, "approve", term, confirmed="yes")
    term.refresh_from_db()
    assert term.definition_en == "As it shall be."


def test_a_withdrawal_wants_a_reason(admin: Client) -> None:
    term = TermFactory.create(slug="akim")
    page = asked(admin, "withdraw", term, confirmed="yes", comment=" ")
    assert "Say why" in page.content.decode() and states()["akim"] == State.PUBLISHED
    asked(admin, "withdraw", term, confirmed="yes", comment="It was wrong.")
    assert states()["akim"] == State.WITHDRAWN
    assert ReviewStep.objects.get().comment == "It was wrong."


def test_steps_are_offered_to_those_who_have_the_right(client: Client) -> None:
    reader = User.objects.create_user("reader", password="x", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_term"))
    client.force_login(reader)
    term = TermFactory.create()
    assert "submit_many" not in client.get(LIST).content.decode()
    asked(client, "withdraw", term, confirmed="yes", comment="Because.")
    assert states()[term.slug] == State.PUBLISHED


def test_all_of_a_long_list_is_too_much(admin: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr("amendments.admin.bulk.MOST", 1)
    terms = [TermFactory.create(state=State.DRAFT) for _each in range(2)]
    assert "That is too many at once" in asked(admin, "submit", *terms).content.decode()
