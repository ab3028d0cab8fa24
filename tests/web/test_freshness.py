"""Freshness changes when anything public may have, and only then."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import transaction
from django.db.migrations import Migration
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from amendments import freshness as module
from amendments.freshness import (
    connect_freshness,
    freshness,
    makes_pages_stale,
    note_public_change,
    one_public_change,
    release,
)
from amendments.models import PublicChange, ShippedEntry, Source, State, Term, Topic
from tests.factories import AmendmentFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)  # In Almaty it is noon


@pytest.fixture(autouse=True)
def connected() -> None:
    connect_freshness()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[datetime]]:
    """A clock that stands at the last time in the list."""
    times = [NOON]
    monkeypatch.setattr(timezone, "now", lambda: times[-1])
    yield times


def topic(slug: str = "power", **fields: object) -> Topic:
    return Topic.objects.create(
        **{"slug": slug, "position": 1, "title_en": "Power", "state": State.PUBLISHED, **fields}
    )


def test_it_stays_the_same_while_nothing_changes(clock: list[datetime]) -> None:
    topic()
    before = freshness()

    clock.append(NOON + timedelta(hours=6))

    assert freshness() == before


def test_saving_and_deleting_something_public_changes_it(clock: list[datetime]) -> None:
    seen = [freshness()]
    saved = topic()
    seen.append(freshness())
    saved.position = 2
    saved.save()
    seen.append(freshness())
    saved.delete()
    seen.append(freshness())

    assert len(set(seen)) == 4


def test_what_nobody_sees_does_not_change_it(clock: list[datetime]) -> None:
    before = freshness()

    ShippedEntry.objects.create(kind="topic", slug="power", digest="0")

    assert freshness() == before


def test_of_all_models_those_readers_see_are_connected() -> None:
    connected = {
        model.__name__
        for model in apps.get_models()
        if module._note in post_save._live_receivers(model)[0]
    }

    assert {"Amendment", "Citation", "Constitution", "KeyFact", "Provision", "Topic"} <= connected
    assert not connected & {"HistoricalTopic", "PublicChange", "ShippedEntry", "User", "Session"}


def test_another_app_may_say_that_its_model_is_public(clock: list[datetime]) -> None:
    before = freshness()
    makes_pages_stale(ShippedEntry)
    try:
        ShippedEntry.objects.create(kind="topic", slug="power", digest="0")
        assert freshness() != before
    finally:
        for signal in (post_save, post_delete):
            signal.disconnect(
                sender=ShippedEntry, dispatch_uid=f"freshness of {ShippedEntry._meta.label}"
            )


def test_relations_between_public_things_change_it(clock: list[datetime]) -> None:
    amendment: Any = AmendmentFactory.create()
    term = Term.objects.create(slug="court", name_en="court")
    seen = [freshness()]

    amendment.terms.add(term)
    seen.append(freshness())
    amendment.terms.clear()
    seen.append(freshness())

    assert len(set(seen)) == 3


def test_it_changes_at_midnight_in_almaty(clock: list[datetime]) -> None:
    clock.append(datetime(2026, 11, 22, 18, 59, 59, tzinfo=UTC))
    before = freshness()
    with timezone.override("America/New_York"):  # Whatever the reader's clock says
        assert freshness() == before

    clock.append(datetime(2026, 11, 22, 19, 0, tzinfo=UTC))

    assert freshness() != before


def test_it_changes_when_something_published_for_later_comes_due(clock: list[datetime]) -> None:
    topic(publish_at=NOON + timedelta(hours=1))
    before = freshness()

    clock.append(NOON + timedelta(minutes=59, seconds=59))
    assert freshness() == before
    clock.append(NOON + timedelta(hours=1))
    due = freshness()
    clock.append(NOON + timedelta(hours=2))

    assert due != before
    assert freshness() == due


def test_a_draft_never_comes_due(clock: list[datetime]) -> None:
    topic(publish_at=NOON + timedelta(hours=1), state=State.DRAFT)
    before = freshness()

    clock.append(NOON + timedelta(hours=2))

    assert freshness() == before


@pytest.mark.parametrize("topics", [1, 3])
def test_it_costs_two_queries_after_a_change_and_one_from_then_on(
    topics: int, clock: list[datetime], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(topics):
        topic(f"topic-{number}", publish_at=NOON + timedelta(hours=number))

    with django_assert_num_queries(2):
        first = freshness()
    with django_assert_num_queries(1):
        assert freshness() == first


def test_a_change_that_is_rolled_back_leaves_no_trace_and_its_number_does_not_recur(
    clock: list[datetime],
) -> None:
    before = freshness()
    with transaction.atomic():
        topic()
        during = freshness()
        transaction.set_rollback(True)
    assert freshness() == before

    topic()

    assert freshness() not in {before, during}


def test_there_is_one_count_however_often_it_is_noted() -> None:
    PublicChange.objects.all().delete()

    for _ in range(3):
        note_public_change()

    assert [row.pk for row in PublicChange.objects.all()] == [1]


def test_many_changes_can_be_noted_as_one(clock: list[datetime]) -> None:
    note_public_change()
    before = freshness()

    with one_public_change(), one_public_change():
        topic("one")
        Source.objects.create(slug="two", publisher="Adilet")
        count = PublicChange.objects.get().count

    assert PublicChange.objects.get().count > count
    assert before.split()[1] == str(count)
    assert freshness() != before


def test_many_changes_that_fail_together_change_nothing(clock: list[datetime]) -> None:
    before = freshness()

    with pytest.raises(ValueError, match="halfway"), one_public_change():
        topic()
        raise ValueError("halfway")
    unchanged = freshness()
    topic()

    assert unchanged == before
    assert freshness() != before  # Single changes are noted again


def test_data_migrations_change_it(clock: list[datetime]) -> None:
    before = freshness()
    applied: list[Any] = [(Migration("0002_fill", "amendments"), False)]

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default", plan=[])
    assert freshness() == before
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default", plan=applied)

    assert freshness() != before


def test_a_release_with_another_template_changes_it(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "templates").mkdir()
    page = tmp_path / "templates" / "page.html"
    settings.BASE_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "staticfiles"
    settings.DEBUG = True  # Read anew each time
    page.write_text("old")
    old = release()
    assert release() == old

    page.write_text("new")
    new = release()
    (tmp_path / "staticfiles").mkdir()
    (tmp_path / "staticfiles" / "staticfiles.json").write_text("{}")

    assert len({old, new, release()}) == 3
