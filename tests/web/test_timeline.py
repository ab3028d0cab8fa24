from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from amendments.known_date import known_date
from amendments.models import Event, State
from tests.factories.context import EventFactory
from tests.factories.votes import ReferendumFactory, StatementFactory, cite

pytestmark = pytest.mark.django_db
PAGE = "/en/timeline/"


def words(client: Client, path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def titles(client: Client, **query: str) -> list[tuple[str, int, list[str]]]:
    shown = client.get(PAGE, query).context["page"].shown
    return [
        (part.phase.value, group.year, [event.title_en for event in group.events])
        for part in shown
        for group in part.years
    ]


def test_events_stand_by_phase_and_year_in_the_order_in_which_they_happened(client: Client) -> None:
    EventFactory(date=date(2022, 6, 5), title_en="The vote")
    EventFactory(date=date(2021, 12, 29), phase="background", title_en="A law")
    EventFactory(date=date(2022, 6, 3), title_en="A speech")
    EventFactory(date=date(1993, 1, 28), phase="background", title_en="The first")
    EventFactory(state=State.DRAFT, title_en="A draft")

    assert titles(client) == [
        ("background", 1993, ["The first"]),
        ("background", 2021, ["A law"]),
        ("referendum", 2022, ["A speech", "The vote"]),
    ]


def test_an_unknown_phase_is_left_out_and_said_so(client: Client) -> None:
    EventFactory(title_en="The vote")

    assert "We know no “&lt;future&gt;”, so this filter was left out." in words(
        client, phase="<future>"
    )
    assert titles(client, phase="<future>") == titles(client)
    assert "was left out" not in words(client)


def test_one_phase_is_told_in_full_with_its_sources(client: Client) -> None:
    cite(EventFactory(text_en="Eleven million could vote."), "gazette")
    EventFactory(phase="unrest", title_en="Elsewhere")

    at_a_glance, in_full = words(client), words(client, phase="referendum")

    assert "Eleven million could vote." not in at_a_glance
    assert "Elsewhere" in at_a_glance
    assert "Eleven million could vote." in in_full
    assert 'Source: <a href="/en/sources/gazette/">Gazette</a>' in in_full
    assert "Elsewhere" not in in_full


def test_a_phase_that_there_is_not_shows_all_of_them(client: Client) -> None:
    EventFactory()

    assert titles(client, phase="nonsense") == titles(client)


def test_what_was_only_announced_is_said_not_to_be_confirmed(client: Client) -> None:
    EventFactory(slug="election", certainty="low", needs_check=True)

    assert '<span class="certainty">not confirmed</span>' in words(client)
    assert "Not confirmed: it was announced, or is foreseen by the law." in words(
        client, phase="referendum"
    )


def test_a_certainty_that_is_not_high_is_told(client: Client) -> None:
    EventFactory(certainty="medium", note_en="The day is from general knowledge.")

    html = words(client, phase="referendum")

    assert "Certainty: medium. One good report, or only an excerpt was read." in html
    assert "The day is from general knowledge." in html


def test_the_vote_itself_is_marked_and_statements_stand_below(client: Client) -> None:
    EventFactory(referendum=ReferendumFactory(), title_en="The vote")
    StatementFactory(page="timeline", title_en="What is not known")
    StatementFactory(page="voices", title_en="Of another page")

    html = words(client)

    assert '<li class="vote ">' in html
    assert "What is not known" in html
    assert "Of another page" not in html


@pytest.mark.parametrize(
    ("precision", "told"),
    [
        ("day", "8 June 2022"),
        ("month", "June 2022"),
        ("approximate", "about June 2022"),
        ("year", "2022"),
    ],
)
def test_a_date_has_no_more_in_it_than_is_known(precision: str, told: str) -> None:
    with translation.override("en"):
        assert known_date(Event(date=date(2022, 6, 8), precision=precision)) == told


@pytest.mark.parametrize("events", [1, 3])
def test_the_timeline_costs_the_same_for_any_number_of_events(
    client: Client, events: int, django_assert_num_queries: Any
) -> None:
    for event in EventFactory.create_batch(events):
        cite(event, f"source-{event.pk}")
    for statement in StatementFactory.create_batch(events, page="timeline"):
        cite(statement, f"source-{statement.slug}")
    client.get(PAGE)

    with django_assert_num_queries(6):
        client.get(PAGE, {"phase": "referendum"})


@pytest.mark.usefixtures("shipped_content")
def test_the_shipped_timeline_runs_from_1993_to_2026(client: Client) -> None:
    shown = client.get(PAGE).context["page"].shown
    years = [group.year for part in shown for group in part.years]

    assert (min(years), max(years)) == (1993, 2026)
    assert sum(len(group.events) for part in shown for group in part.years) == 54
