"""The explaining content that ships: how much there is of it, and that its numbers hold."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Model

from amendments.models import (
    Amendment,
    Citation,
    Event,
    FactCheck,
    Institution,
    LawmakingStep,
    Novelty,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    State,
    Successor,
    Topic,
    Voice,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]

NUMBERS = {
    Event: 54,
    Voice: 60,
    FactCheck: 37,
    Institution: 21,
    Successor: 70,
    Novelty: 25,
    RegionResult: 17,
    Referendum: 2,
}


@pytest.mark.parametrize(("model", "number"), NUMBERS.items())
def test_nothing_of_the_facts_is_missing(model: type[Model], number: int) -> None:
    assert model._default_manager.count() == number


@pytest.mark.parametrize("model", [m for m in NUMBERS if m is not RegionResult])
def test_what_ships_is_published(model: type[Model]) -> None:
    states = model._default_manager.values_list("state", flat=True)

    assert set(states) == {State.PUBLISHED}


def test_every_change_of_the_referendum_has_its_successor() -> None:
    changes = Amendment.objects.filter(law__slug="2022-06").values_list("slug", flat=True)
    successors = Successor.objects.values_list("slug", "amendment__slug")

    assert {slug for slug, _ in successors} == set(changes)
    assert all(slug == amendment for slug, amendment in successors)


def test_the_fates_are_as_many_as_the_facts_count() -> None:
    assert Counter(Successor.objects.values_list("fate", flat=True)) == {
        "carried-over": 29,
        "changed": 24,
        "replaced-by-new-body": 11,
        "dropped": 5,
        "moved-to-law": 1,
    }


def counts_of(slug: str) -> dict[str, int]:
    counts = Result.objects.get(slug=slug).counts.filter(count__isnull=False)
    return {each.counted: each.count for each in counts if each.count is not None}


def test_the_final_ballots_of_2022_add_up_to_those_who_took_part() -> None:
    counts = counts_of("2022-06-final")

    ballots = counts["yes"] + counts["no"] + counts["both-marked"] + counts["invalid"]
    assert ballots == counts["took-part"] == 7_985_769
    assert counts["both-marked"] + counts["invalid"] == counts["invalid-or-both"]


def test_the_final_ballots_of_2026_add_up_to_those_who_took_part() -> None:
    counts = counts_of("2026-03-final")

    ballots = counts["yes"] + counts["no"] + counts["not-counted"] + counts["invalid"]
    assert ballots == counts["took-part"] == 9_127_192


@pytest.mark.parametrize(
    "slug", ["2022-06-final", "2022-06-night", "2022-06-morning", "2026-03-final"]
)
def test_every_share_is_that_of_its_numbers(slug: str) -> None:
    counts = counts_of(slug)
    bases = counts | {"yes-and-no": counts.get("yes", 0) + counts.get("no", 0)}
    result = Result.objects.get(slug=slug)
    for each in result.counts.filter(share__isnull=False):
        count = counts.get(each.counted)
        if count is not None and each.share is not None:
            share = Decimal(100 * count) / bases[each.share_of]
            assert abs(share - each.share) < Decimal("0.01"), each.counted


def test_final_and_preliminary_numbers_stand_apart() -> None:
    stages = Counter(Result.objects.values_list("referendum__slug", "stage"))

    assert stages == {
        ("2022-06", "final"): 1,
        ("2022-06", "preliminary"): 2,
        ("2022-06", "exit-poll"): 4,
        ("2026-03", "final"): 1,
    }


def test_final_turnout_is_known_of_two_regions_and_preliminary_turnout_of_all() -> None:
    known = RegionResult.objects.filter(turnout_final__isnull=False)

    assert set(known.values_list("slug", "turnout_final")) == {
        ("2022-06-almaty-city", Decimal("32.99")),
        ("2022-06-turkistan", Decimal("80.31")),
    }
    assert not RegionResult.objects.filter(turnout_preliminary__isnull=True).exists()


def test_the_yes_share_of_a_region_is_known_or_only_bounded() -> None:
    assert RegionResult.objects.filter(yes_share__isnull=False).count() == 5
    assert RegionResult.objects.filter(yes_share_over=75).count() == 12


def test_the_regions_are_those_of_the_day_of_the_vote() -> None:
    referendum = Referendum.objects.get(slug="2022-06")

    assert Counter(referendum.regions.values_list("kind", flat=True)) == {
        "region": 14,
        "city": 2,
        "capital": 1,
    }
    assert referendum.regions_total == referendum.regions.count()
    assert referendum.regions_needed == 12


def test_the_question_stands_in_three_languages() -> None:
    question: Any = Referendum.objects.get(slug="2022-06")

    assert question.question_kk.endswith("қабылдайсыз ба?")
    assert question.question_ru.startswith("Принимаете ли Вы")
    assert question.question_en.startswith("Do you accept")


def test_points_on_the_vote_belong_to_the_referendum_and_all_others_to_a_topic() -> None:
    assert FactCheck.objects.filter(referendum__slug="2022-06").count() == 22
    assert FactCheck.objects.filter(topic__isnull=False).count() == 15
    assert Voice.objects.filter(on_process=True).count() == 33
    assert Voice.objects.filter(on_geopolitics=True).count() == 6


def test_every_voice_is_on_a_topic_on_the_vote_or_on_the_world_around_it() -> None:
    homeless = Voice.objects.filter(topics__isnull=True, on_process=False, on_geopolitics=False)

    assert list(homeless) == []


def test_every_topic_tells_of_before_after_and_since_2026() -> None:
    untold = Topic.objects.filter(before_en=None) | Topic.objects.filter(since_2026_en=None)

    assert list(untold) == []
    assert list(Topic.objects.filter(after_en=None)) == []


def value(institution: str, counted: str, period: str) -> int:
    numbers = Institution.objects.get(slug=institution).numbers
    return numbers.get(counted=counted, period=period).value


@pytest.mark.parametrize("period", ["before", "after"])
def test_the_seats_of_the_chambers_add_up(period: str) -> None:
    kind = "assembly-seats" if period == "before" else "district-seats"

    assert value("mazhilis", "seats", period) == value(
        "mazhilis", "party-list-seats", period
    ) + value("mazhilis", kind, period)
    assert value("senate", "seats", period) == value("senate", "elected-seats", period) + value(
        "senate", "appointed-seats", period
    )
    assert value("parliament", "mazhilis-seats", period) == value("mazhilis", "seats", period)
    assert value("parliament", "senate-seats", period) == value("senate", "seats", period)


@pytest.mark.parametrize(
    ("body", "period", "members"),
    [
        ("constitutional-council", "before", 7),
        ("constitutional-court", "after", 11),
        ("constitutional-court", "since-2026", 11),
        ("cec", "before", 7),
        ("cec", "after", 7),
    ],
)
def test_the_appointments_fill_the_whole_body(body: str, period: str, members: int) -> None:
    places = Institution.objects.get(slug=body).appointments.filter(period=period)

    assert sum(each.places or 0 for each in places) == members
    assert value(body, "members", period) == members


def test_the_steps_of_each_route_are_counted_from_one() -> None:
    routes: dict[tuple[str, str], list[int]] = {}
    for step in LawmakingStep.objects.order_by("position"):
        routes.setdefault((step.law_kind, step.period), []).append(step.position)

    assert len(routes) == 6
    assert all(steps == list(range(1, len(steps) + 1)) for steps in routes.values())


def test_what_was_not_confirmed_of_2026_is_marked() -> None:
    unconfirmed = Event.objects.filter(needs_check=True).values_list("slug", flat=True)

    assert set(unconfirmed) == {
        "kurultai-election-august-2026",
        "transition-appointments-2026",
    }


@pytest.mark.parametrize(
    "model",
    [Event, Voice, FactCheck, Institution, ReferendumPoint, RegionResult, Result, Successor],
)
def test_everything_names_its_sources(model: type[Model]) -> None:
    cited = Citation.objects.filter(content_type__model=model._meta.model_name)
    sourced = set(cited.values_list("object_id", flat=True))

    assert set(model._default_manager.values_list("pk", flat=True)) == sourced
