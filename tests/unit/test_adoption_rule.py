from decimal import Decimal

import pytest

from amendments.adoption_rule import (
    Condition,
    Contradiction,
    Rule,
    Verdict,
    Vote,
    at_least_two_thirds,
    contradiction,
)

LAW = Rule(regions_needed=12, turnout_over=Decimal(50))
PRESS = Rule(regions_needed=12, yes_of_all_over=Decimal(50))


def vote(turnout: str = "68.05", yes: str = "77.18", regions: int = 17) -> Vote:
    return Vote(Decimal(turnout), Decimal(yes), regions)


def failed(verdict: Verdict) -> list[Condition]:
    return [finding.condition for finding in verdict.findings if not finding.passed]


def test_the_vote_of_2022_passes_both_rules() -> None:
    assert LAW.judge(vote()).passed
    assert PRESS.judge(vote()).passed


@pytest.mark.parametrize(
    ("turnout", "passed"), [("49.99", False), ("50", False), ("50.00", False), ("50.01", True)]
)
def test_exactly_half_is_not_more_than_half_of_all_entitled(turnout: str, passed: bool) -> None:
    verdict = LAW.judge(vote(turnout=turnout))

    assert (verdict.passed, verdict.is_valid) == (passed, passed)
    assert failed(verdict) == ([] if passed else [Condition.TURNOUT])


@pytest.mark.parametrize(("regions", "passed"), [(0, False), (11, False), (12, True), (17, True)])
@pytest.mark.parametrize("rule", [LAW, PRESS])
def test_twelve_regions_are_enough_and_eleven_are_not(
    rule: Rule, regions: int, passed: bool
) -> None:
    verdict = rule.judge(vote(regions=regions))

    assert verdict.passed == passed
    assert verdict.is_valid
    assert failed(verdict) == ([] if passed else [Condition.REGIONS])


@pytest.mark.parametrize(
    ("turnout", "yes", "passed"),
    [
        ("50", "100", False),
        ("62.5", "80", False),
        ("62.51", "80", True),
        ("100", "50", False),
        ("100", "50.01", True),
        ("60", "70", False),
    ],
)
def test_the_press_wanted_more_than_half_of_all_entitled_to_say_yes(
    turnout: str, yes: str, passed: bool
) -> None:
    assert PRESS.judge(vote(turnout, yes)).passed == passed


def test_the_law_counted_yes_by_region_and_not_in_the_whole_country() -> None:
    assert LAW.judge(vote("60", "49", 12)).passed
    assert not PRESS.judge(vote("60", "49", 12)).passed


def test_a_share_is_exact_and_never_rounded_onto_the_bound() -> None:
    finding = PRESS.judge(vote("68.05", "73.47")).findings[0]

    assert finding.value == Decimal("49.996335")
    assert (finding.passed, finding.is_at_bound, finding.shown) == (False, False, finding.value)
    assert PRESS.judge(vote()).findings[0].shown == Decimal("52.52")


@pytest.mark.parametrize(
    ("units", "needed"), [(17, 12), (20, 14), (3, 2), (1, 1), (0, 0), (18, 12)]
)
def test_two_thirds_are_rounded_up_to_whole_regions(units: int, needed: int) -> None:
    assert at_least_two_thirds(units) == needed


@pytest.mark.parametrize(
    ("tried", "found"),
    [
        (vote(yes="50", regions=17), Contradiction.ALL_REGIONS),
        (vote(yes="50.01", regions=17), None),
        (vote(yes="50.01", regions=0), Contradiction.NO_REGION),
        (vote(yes="50", regions=0), None),
        (vote(turnout="0", regions=1), Contradiction.NOBODY_VOTED),
        (vote(turnout="0", regions=0), None),
        (vote(yes="30", regions=16), None),
    ],
)
def test_numbers_that_cannot_stand_together_are_found(
    tried: Vote, found: Contradiction | None
) -> None:
    assert contradiction(tried, regions_total=17) == found
