"""The versions of a text with all its rows, what differs, what was public, going back."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth.models import User

from amendments.entry_of_text import entry_of, kind_of
from amendments.field_differences import differences
from amendments.models import Amendment, KeyFact, State
from amendments.proposals import open_proposal, proposed_entry
from amendments.redline import EditKind
from amendments.reverting import revert
from amendments.versions import content_at, public_at, versions_of
from tests.factories.law import AmendmentFactory

pytestmark = pytest.mark.django_db

START = datetime(2026, 7, 1, 9, tzinfo=UTC)


def hours(number: float) -> datetime:
    return START + timedelta(hours=number)


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("aigerim", is_staff=True)


def saved(row: Any, at: datetime, editor: User | None = None, **values: Any) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row._history_date, row._history_user = at, editor
    row.save()


@pytest.fixture
def text(editor: User) -> Any:
    """Version 1: a draft with a fact; 2: another title, in two languages; 3: a second fact."""
    change = AmendmentFactory.build(
        slug="the-change", title_en="First", title_kk="Бірінші", state=State.DRAFT, author=editor
    )
    known = AmendmentFactory.create()
    change.law, change.topic = known.law, known.topic
    change.provision = type(known.provision).objects.create(
        slug="other", article=known.provision.article, part="paragraph", paragraph="9", position=9
    )
    saved(change, hours(0), editor)
    fact = KeyFact(amendment=change, position=1, text_en="A fact.")
    saved(fact, hours(0.0001), editor)
    saved(change, hours(1), None, title_en="Second", title_ru="Второй")
    saved(KeyFact(amendment=change, position=2, text_en="Another."), hours(2), editor)
    return change


def test_each_save_is_one_version_with_its_rows(text: Any, editor: User) -> None:
    versions = versions_of(text)
    assert [(each.number, each.editor) for each in versions] == [
        (1, editor),
        (2, None),
        (3, editor),
    ]
    assert all(one.at < other.at for one, other in pairwise(versions))
    contents = [content_at(text, each.at) or {} for each in versions]
    assert [each["title"]["en"] for each in contents] == ["First", "Second", "Second"]
    assert [len(each["key_facts"]) for each in contents] == [1, 1, 2]
    assert contents[-1] == entry_of(text)
    assert content_at(text, hours(-1)) is None


def test_a_deleted_row_is_in_the_old_version_only(text: Any) -> None:
    row = text.key_facts.get(position=1)
    row._history_date = hours(3)
    row.delete()
    assert (content_at(text, hours(2.5)) or {})["key_facts"] == [
        {"en": "A fact."},
        {"en": "Another."},
    ]
    assert (content_at(text, hours(3)) or {})["key_facts"] == [{"en": "Another."}]


def test_differences_are_told_by_field_and_language(text: Any) -> None:
    kind = kind_of(Amendment)
    first, last = content_at(text, hours(0.5)), content_at(text, hours(2))
    title, fact = differences(kind, first, last)
    assert [(each.language, each.before, each.after) for each in title.changed] == [
        ("ru", None, "Второй"),
        ("en", "First", "Second"),
    ]
    assert title.unchanged_languages == ["kk"]
    assert [edit.kind for edit in title.changed[1].edits] == [EditKind.DELETED, EditKind.INSERTED]
    assert fact.changed[0].after == "Another." and fact.changed[0].before is None
    assert differences(kind, last, last) == []


def test_a_row_taken_from_the_middle_is_the_only_difference() -> None:
    facts = [{"en": word} for word in ("one", "two", "three")]
    kind = kind_of(Amendment)
    found = differences(kind, {"key_facts": facts}, {"key_facts": [facts[0], facts[2]]})
    assert [(w.before, w.after) for each in found for w in each.changed] == [("two", None)]


def test_what_was_public_at_a_moment_is_known(text: Any, editor: User) -> None:
    other = User.objects.create_user("botagoz")
    saved(text, hours(4), editor, state=State.PUBLISHED, approver=other, publish_at=hours(6))
    saved(text, hours(8), editor, state=State.WITHDRAWN)
    assert public_at(text, hours(1)) is None  # A draft
    assert public_at(text, hours(5)) is None  # Its minute has not come
    assert (public_at(text, hours(6)) or {})["title"]["en"] == "Second"
    assert public_at(text, hours(8)) is None


def test_a_draft_goes_back_at_once_and_a_published_text_by_a_proposal(
    text: Any, editor: User
) -> None:
    first = versions_of(text)[0]
    revert(text, first, editor=editor, now=hours(9))
    assert entry_of(text) == content_at(text, first.at)
    assert versions_of(text)[-1].reason == "revert to version 1"

    public = AmendmentFactory.create(slug="public", title_en="Old")
    old = versions_of(public)[0]
    saved(public, hours(10_000), None, title_en="New")
    revert(public, old, editor=editor, now=hours(10_001))
    public.refresh_from_db()
    assert public.title_en == "New"
    change = open_proposal(public)
    assert change is not None and proposed_entry(change)["title"]["en"] == "Old"
