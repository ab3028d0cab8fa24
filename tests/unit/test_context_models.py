"""What the database refuses of the explaining content, whoever writes to it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError

from amendments.models import (
    Appointment,
    Event,
    FactCheck,
    Institution,
    InstitutionNumber,
    LawmakingStep,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    ResultCount,
    Successor,
    Topic,
    Voice,
)
from tests.factories import AmendingLawFactory, AmendmentFactory, ConstitutionFactory, TopicFactory

pytestmark = pytest.mark.django_db


def make_referendum(**values: Any) -> Referendum:
    if "constitution" not in values:
        values.setdefault("law", AmendingLawFactory.create())
    defaults = {
        "slug": "2022-06",
        "held_on": date(2022, 6, 5),
        "name_en": "Referendum",
        "certainty": "high",
    }
    return Referendum.objects.create(**(defaults | values))


def make_region(**values: Any) -> RegionResult:
    defaults = {
        "slug": f"region-{RegionResult.objects.count()}",
        "kind": "region",
        "name_en": "A region",
        "column": 1,
        "row": 1,
        "certainty": "medium",
    }
    return RegionResult.objects.create(**(defaults | values))


def make_institution(slug: str = "senate") -> Institution:
    return Institution.objects.create(
        slug=slug,
        position=1,
        name_en=slug,
        what_en="A body.",
        before_en="It was so.",
        after_en="It was otherwise.",
        certainty="high",
    )


def make_event(**values: Any) -> Event:
    defaults = {
        "slug": "event",
        "date": date(2022, 6, 5),
        "phase": "referendum",
        "title_en": "The vote",
        "text_en": "People voted.",
        "certainty": "high",
    }
    return Event.objects.create(**(defaults | values))


def make_voice(**values: Any) -> Voice:
    defaults = {
        "slug": "voice",
        "person_en": "A person",
        "role_en": "Analyst",
        "group": "analyst-domestic",
        "stance": "critical",
        "point_en": "It was too fast.",
        "date": date(2022, 6, 5),
    }
    return Voice.objects.create(**(defaults | values))


def test_an_event_is_as_exact_as_one_of_the_known_precisions() -> None:
    with pytest.raises(IntegrityError, match="an_event_says_how_exact_its_date_is"):
        make_event(precision="week")


def test_what_is_not_confirmed_is_never_of_high_certainty() -> None:
    assert make_event(needs_check=True, certainty="low").needs_check

    with pytest.raises(IntegrityError, match="an_unconfirmed_event_is_of_low_certainty"):
        make_event(slug="other", needs_check=True, certainty="high")


@pytest.mark.parametrize("stance", ["", "angry"])
def test_a_voice_is_supportive_cautious_critical_or_neutral(stance: str) -> None:
    with pytest.raises(IntegrityError, match="a_voice_has_a_stance"):
        make_voice(stance=stance)


def test_a_voice_on_the_constitution_of_2026_is_no_voice_on_the_changes_of_2022() -> None:
    topic = TopicFactory.create()
    for slug, about in (("then", "reform-2022"), ("now", "constitution-2026")):
        make_voice(slug=slug, about=about).topics.add(topic)

    on_topic = Voice.objects.all().on_topic(topic)

    assert [voice.slug for voice in on_topic] == ["then"]


@pytest.mark.parametrize("both", [True, False])
def test_a_fact_check_is_of_a_topic_or_of_a_referendum_not_of_both_or_none(both: bool) -> None:
    topic: Topic | None = TopicFactory.create() if both else None
    referendum = make_referendum() if both else None

    with pytest.raises(IntegrityError, match="a_fact_check_is_of_a_topic_or_of_a_referendum"):
        FactCheck.objects.create(
            slug="turnout",
            position=1,
            title_en="Turnout",
            report_claim_en="68.44%",
            record_en="68.05%",
            verdict="differs",
            certainty="high",
            topic=topic,
            referendum=referendum,
        )


@pytest.mark.parametrize("both", [True, False])
def test_a_referendum_is_on_a_law_or_on_a_constitution(both: bool) -> None:
    law = AmendingLawFactory.create() if both else None
    constitution = ConstitutionFactory.create() if both else None

    with pytest.raises(IntegrityError, match="a_referendum_is_on_a_law_or_on_a_constitution"):
        make_referendum(law=law, constitution=constitution)


@pytest.mark.parametrize(("needed", "total"), [(18, 17), (12, None)])
def test_a_referendum_needs_no_more_regions_than_there_are(needed: int, total: int | None) -> None:
    with pytest.raises(IntegrityError, match="a_referendum_needs_no_more_regions_than_there_are"):
        make_referendum(regions_needed=needed, regions_total=total)


def test_a_referendum_has_one_final_result_and_any_number_of_preliminary_ones() -> None:
    referendum = make_referendum()
    for number, stage in enumerate(["final", "preliminary", "preliminary"], 1):
        Result.objects.create(
            referendum=referendum, slug=f"r{number}", stage=stage, position=number, title_en=stage
        )

    assert referendum.results.count() == 3
    with pytest.raises(IntegrityError):
        Result.objects.create(
            referendum=referendum, slug="r4", stage="final", position=4, title_en="Again"
        )


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"share": Decimal("100.01"), "share_of": "took-part"}, "is_between_0_and_100"),
        ({"share": Decimal(50)}, "a_share_of_the_votes_says_of_whom"),
        ({"count": 5, "share_of": "took-part"}, "a_share_of_the_votes_says_of_whom"),
    ],
)
def test_a_share_of_the_votes_is_a_percentage_of_somebody(
    values: dict[str, Any], constraint: str
) -> None:
    result = Result.objects.create(
        referendum=make_referendum(), slug="final", stage="final", position=1, title_en="Final"
    )

    with pytest.raises(IntegrityError, match=constraint):
        ResultCount.objects.create(result=result, position=1, counted="yes", **values)


def test_two_regions_do_not_share_a_tile_of_the_map() -> None:
    referendum = make_referendum()
    make_region(referendum=referendum)

    with pytest.raises(IntegrityError):
        make_region(referendum=referendum)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        (
            {"yes_share": Decimal(70), "yes_share_over": Decimal(60)},
            "a_yes_share_is_known_or_bounded_not_both",
        ),
        ({"turnout_final": Decimal(101)}, "turnout_final_of_a_region_is_between_0_and_100"),
        ({"column": 0}, "tiles_are_counted_from_one"),
    ],
)
def test_a_region_says_only_what_can_be_so(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_region(referendum=make_referendum(), **values)


def test_what_is_unknown_of_a_region_stays_unknown() -> None:
    region = make_region(referendum=make_referendum())
    region.refresh_from_db()

    assert (region.yes_share, region.no_share, region.turnout_final) == (None, None, None)


def test_criticism_of_a_vote_names_who_says_so() -> None:
    point = {"kind": "criticism", "position": 1, "text_en": "Too fast."}
    referendum = make_referendum()

    ReferendumPoint.objects.create(referendum=referendum, slug="a", who_en="An observer", **point)
    with pytest.raises(IntegrityError, match="praise_and_blame_of_a_vote_are_attributed"):
        ReferendumPoint.objects.create(referendum=referendum, slug="b", **point)


def test_an_allegation_has_no_certainty() -> None:
    with pytest.raises(IntegrityError, match="an_allegation_is_not_rated_as_certain"):
        ReferendumPoint.objects.create(
            referendum=make_referendum(),
            slug="stuffing",
            kind="domestic-observation",
            position=1,
            who_en="An observer",
            text_en="Ballots were stuffed.",
            allegation=True,
            certainty="medium",
        )


def test_an_institution_has_a_number_once_in_a_period() -> None:
    senate = make_institution()
    number = {"institution": senate, "counted": "seats", "period": "before", "value": 49}
    InstitutionNumber.objects.create(position=1, **number)
    InstitutionNumber.objects.create(position=2, **(number | {"period": "after", "value": 50}))

    with pytest.raises(IntegrityError):
        InstitutionNumber.objects.create(position=3, **number)


def test_nobody_consents_to_their_own_appointment() -> None:
    senate = make_institution()

    with pytest.raises(IntegrityError, match="nobody_consents_to_their_own_appointment"):
        Appointment.objects.create(
            slug="judge",
            position=1,
            period="after",
            post_en="Judge",
            by=senate,
            consent_of=senate,
            certainty="high",
        )


def test_two_steps_of_lawmaking_do_not_stand_at_one_place() -> None:
    step = {
        "law_kind": "ordinary",
        "period": "before",
        "position": 1,
        "actor": make_institution("mazhilis"),
        "title_en": "Approval",
        "articles": "61(4)",
        "certainty": "high",
    }
    LawmakingStep.objects.create(slug="first", **step)

    with pytest.raises(IntegrityError):
        LawmakingStep.objects.create(slug="second", **step)


@pytest.mark.parametrize(("fate", "articles"), [("dropped", "17(2)"), ("changed", "")])
def test_only_a_dropped_rule_has_no_article_in_2026(fate: str, articles: str) -> None:
    with pytest.raises(IntegrityError, match="only_a_dropped_rule_has_no_article_in_2026"):
        Successor.objects.create(
            slug="rule",
            amendment=AmendmentFactory.create(),
            fate=fate,
            articles=articles,
            difference_en="It is otherwise.",
            certainty="high",
        )


def test_nobody_approves_their_own_voice() -> None:
    editor = User.objects.create_user("editor")

    with pytest.raises(IntegrityError, match="nobody_approves_their_own_voice"):
        make_voice(author=editor, approver=editor)


def test_the_history_of_a_voice_keeps_every_language_and_its_topics() -> None:
    voice: Any = make_voice(point_ru="Слишком быстро.")
    voice.topics.add(TopicFactory.create())

    latest = voice.history.latest()

    assert (latest.point_en, latest.point_ru) == ("It was too fast.", "Слишком быстро.")
    assert latest.topics.count() == 1
