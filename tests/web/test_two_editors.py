"""Two editors at once, and what a refused form says."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.test import Client

from amendments.admin.amendments import AmendmentAdmin
from amendments.admin.plain_words import refusal_in_words
from amendments.models import KeyFact, State
from amendments.proposals import open_proposal, proposed_entry
from tests.factories.law import AmendmentFactory
from tests.web.test_editing_published_texts import at, form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Client:
    return signed_in("aigerim")


@pytest.fixture
def second() -> Client:
    return signed_in("botagoz")


def signed_in(name: str) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(User.objects.create_superuser(name, password="long-enough-42"))
    return client


@pytest.fixture(params=[State.DRAFT, State.PUBLISHED])
def text(request: pytest.FixtureRequest) -> Any:
    change = AmendmentFactory.create(
        slug="the-change", title_en="A title", in_short_en="In short.", state=request.param
    )
    for position, fact in enumerate(("One.", "Two."), 1):
        KeyFact.objects.create(amendment=change, position=position, text_en=fact)
    return change


def opened(client: Client, text: Any) -> dict[str, Any]:
    response = client.get(at(text))
    return form_of(client, at(text)) | {"seen_contents": response.context["seen_contents"]}


def shown_again(response: Any) -> dict[str, Any]:
    """Return what the form holds after it came back."""
    form = response.context["adminform"].form
    sent = {bound.html_name: bound.value() for bound in form}
    for each in response.context["inline_admin_formsets"]:
        for row in [each.formset.management_form, *each.formset.forms]:
            sent |= {bound.html_name: bound.value() for bound in row}
    sent = {name: value for name, value in sent.items() if value not in (None, False)}
    return sent | {"seen_contents": response.context["seen_contents"]}


def says(text: Any) -> dict[str, Any]:
    from amendments.entry_of_text import entry_of

    change = open_proposal(text)
    return proposed_entry(change) if change else entry_of(text)


def facts(entry: dict[str, Any]) -> list[str]:
    return [each["en"] for each in entry["key_facts"]]


def test_the_second_meets_what_the_first_changed_and_both_are_kept(
    first: Client, second: Client, text: Any
) -> None:
    by_first, by_second = opened(first, text), opened(second, text)
    first.post(at(text), by_first | {"title_en": "A better title", "in_short_en": "Shorter."})
    answer = second.post(
        at(text), by_second | {"title_en": "A title of mine", "who_it_touches_en": "All."}
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Somebody else saved this text while you wrote" in page and "aigerim" in page
    met = {each.label: each for each in answer.context["met"].fields}
    title, short = (next(met[each] for each in met if part in each) for part in ("itle", "short"))
    assert (title.theirs.before, title.theirs.after) == ("A title", "A better title")
    assert title.typed is not None and title.typed.after == "A title of mine"
    assert short.typed is None and len(met) == 2
    assert says(text)["title"]["en"] == "A better title"  # Nothing of the second's yet
    held = shown_again(answer)
    assert (held["title_en"], held["in_short_en"]) == ("A title of mine", "Shorter.")

    saved = second.post(at(text), held)
    assert saved.status_code == 302
    entry = says(text)
    assert entry["title"]["en"] == "A title of mine"
    assert entry["in_short"]["en"] == "Shorter." and entry["who_it_touches"]["en"] == "All."


def test_rows_of_both_are_kept(first: Client, second: Client, text: Any) -> None:
    by_first, by_second = opened(first, text), opened(second, text)
    by_first |= {"key_facts-0-DELETE": "on", "key_facts-TOTAL_FORMS": "3"}
    by_first |= {"key_facts-2-position": "3", "key_facts-2-text_en": "Three, by the first."}
    assert first.post(at(text), by_first).status_code == 302
    by_second |= {"key_facts-1-text_en": "Two, by the second.", "key_facts-TOTAL_FORMS": "3"}
    by_second |= {"key_facts-2-position": "4", "key_facts-2-text_en": "Four, by the second."}
    answer = second.post(at(text), by_second)
    assert answer.status_code == 409
    assert second.post(at(text), shown_again(answer)).status_code == 302
    held = facts(says(text))
    assert "Three, by the first." in held and "Four, by the second." in held
    assert "Two, by the second." in held


def test_a_row_that_the_first_removed_and_the_second_changed_stays(
    first: Client, second: Client
) -> None:
    text = AmendmentFactory.create(state=State.DRAFT)
    KeyFact.objects.create(amendment=text, position=1, text_en="One.")
    by_first, by_second = opened(first, text), opened(second, text)
    first.post(at(text), by_first | {"key_facts-0-DELETE": "on"})
    assert not text.key_facts.exists()
    answer = second.post(at(text), by_second | {"key_facts-0-text_en": "One, better."})
    assert answer.status_code == 409 and answer.context["met"].kept == ["One, better."]
    assert second.post(at(text), shown_again(answer)).status_code == 302
    assert [fact.text_en for fact in text.key_facts.all()] == ["One, better."]


def test_the_same_editor_and_an_unchanged_text_meet_nobody(first: Client, text: Any) -> None:
    assert first.post(at(text), opened(first, text) | {"title_en": "B"}).status_code == 302
    assert first.post(at(text), opened(first, text) | {"title_en": "C"}).status_code == 302
    broken = opened(first, text) | {"title_en": "D", "seen_contents": "no such thing"}
    assert first.post(at(text), broken).status_code == 302


def test_a_broken_rule_is_told_in_plain_words_with_a_link(first: Client) -> None:
    one, other = AmendmentFactory.create(), AmendmentFactory.create(state=State.DRAFT)
    sent = opened(first, other) | {"law": one.law_id, "provision": one.provision_id}
    answer = first.post(at(other), sent | {"title_en": "Typed", "in_force_from": "soon"})
    page = answer.content.decode()
    assert answer.status_code == 200 and 'value="Typed"' in page
    assert '<a href="#id_in_force_from">' in page and "Write a day as 2022-06-08." in page
    answer = first.post(at(other), sent | {"title_en": "Typed", "slug": one.slug})
    page = answer.content.decode()
    assert "already exists" in page and "Open the one that exists" in page
    assert '<a href="#id_slug">' in page
    answer = first.post(at(other), opened(first, other) | {"applied_from": "1999-01-01"})
    assert "“First applied on” is before “in force from”" in answer.content.decode()


def test_what_only_the_database_refuses_is_no_server_error(
    first: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = AmendmentFactory.create(state=State.DRAFT)

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise IntegrityError(
            "UNIQUE constraint failed: "
            "amendments_amendment.law_id, amendments_amendment.provision_id"
        )

    monkeypatch.setattr(AmendmentAdmin, "save_model", refuse)
    answer = first.post(at(draft), opened(first, draft) | {"title_en": "Typed"})
    page = answer.content.decode()
    assert answer.status_code == 200 and 'value="Typed"' in page
    assert "There is an amendment of this provision by this law already." in page


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("UNIQUE constraint failed: amendments_amendment.slug", "the same slug already"),
        ('violates check constraint "an_amendment_has_a_before_or_an_after"', "no text before"),
        ("CHECK constraint failed: weights_are_whole", "does not hold: weights are whole"),
        ("something else", "Nothing was saved"),
    ],
)
def test_the_databases_words_are_explained(said: str, told: str) -> None:
    from django.utils import translation

    with translation.override("en"):
        assert told in refusal_in_words(IntegrityError(said))
