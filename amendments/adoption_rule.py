"""Would a vote have passed? The rule of 2022 as the law had it, and as the press told it.

Shares are exact decimals in per cent. "More than half" is not reached by exactly half, and two
thirds of 17 regions are 12: the next whole number from 11.33 upwards.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

HALF = Decimal(50)
WHOLE = Decimal(100)
HUNDREDTH = Decimal("0.01")


def at_least_two_thirds(units: int) -> int:
    """Return the smallest whole number that is no less than two thirds of `units`."""
    return -(-2 * units // 3)


@dataclass(frozen=True)
class Vote:
    """How a vote might have gone.

    `turnout` counts all entitled to vote, `yes` those who took part. `regions` are the regions,
    cities of republican significance and the capital in which more than half of those who
    took part said yes.
    """

    turnout: Decimal
    yes: Decimal
    regions: int

    @property
    def yes_of_all(self) -> Decimal:
        """The share of yes among all entitled to vote."""
        return self.turnout * self.yes / WHOLE


class Condition(Enum):
    TURNOUT = "turnout"  # More than this share of all entitled took part
    YES_OF_ALL = "yes-of-all"  # More than this share of all entitled said yes
    REGIONS = "regions"  # No fewer than so many regions said yes


@dataclass(frozen=True)
class Finding:
    """How a vote did in one condition; `bound` is to be passed, or for regions to be reached."""

    condition: Condition
    value: Decimal
    bound: Decimal
    passed: bool

    @property
    def is_at_bound(self) -> bool:
        return self.value == self.bound

    @property
    def shown(self) -> Decimal:
        """The value to two decimals; all of it where those would make it look like the bound."""
        rounded = self.value.quantize(HUNDREDTH, ROUND_HALF_UP)
        return self.value if rounded == self.bound else rounded


@dataclass(frozen=True)
class Verdict:
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        return all(finding.passed for finding in self.findings)

    @property
    def is_valid(self) -> bool:
        """Whether enough people took part; a rule without that condition never says no."""
        return all(
            finding.passed for finding in self.findings if finding.condition == Condition.TURNOUT
        )


@dataclass(frozen=True)
class Rule:
    """When a vote passes: every bound that is set must be met.

    `turnout_over` and `yes_of_all_over` are shares of all entitled that must be passed, not
    reached; None where the rule has no such condition.
    """

    regions_needed: int
    turnout_over: Decimal | None = None
    yes_of_all_over: Decimal | None = None

    def judge(self, vote: Vote) -> Verdict:
        findings = []
        if self.turnout_over is not None:
            findings.append(_more_than(Condition.TURNOUT, vote.turnout, self.turnout_over))
        if self.yes_of_all_over is not None:
            findings.append(_more_than(Condition.YES_OF_ALL, vote.yes_of_all, self.yes_of_all_over))
        enough = vote.regions >= self.regions_needed
        regions, needed = Decimal(vote.regions), Decimal(self.regions_needed)
        findings.append(Finding(Condition.REGIONS, regions, needed, enough))
        return Verdict(tuple(findings))


def _more_than(condition: Condition, share: Decimal, bound: Decimal) -> Finding:
    return Finding(condition, share, bound, share > bound)


class Contradiction(Enum):
    NOBODY_VOTED = "nobody-voted"  # Yet some region is said to be in favour
    ALL_REGIONS = "all-regions"  # Every region in favour, the country not
    NO_REGION = "no-region"  # No region in favour, the country is


def contradiction(
    vote: Vote, *, regions_total: int, yes_over: Decimal = HALF
) -> Contradiction | None:
    """Return why the numbers of a vote cannot stand together, if they cannot.

    Where more than half say yes in every region, more than half of all who took part do; where
    they do in none, neither does the country. In between anything may be.
    """
    if vote.turnout == 0:
        return Contradiction.NOBODY_VOTED if vote.regions else None
    if vote.regions == regions_total and vote.yes <= yes_over:
        return Contradiction.ALL_REGIONS
    if vote.regions == 0 and vote.yes > yes_over:
        return Contradiction.NO_REGION
    return None
