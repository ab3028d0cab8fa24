"""What the marks of many attempts say about each question. Pure: no Django, no database.

Source of every definition: Moodle, "Quiz statistics calculations" (the page of its developers)
and the program that follows it, `question/classes/statistics/questions/calculator.php`:

- Variances and covariances are those of a sample: the sum is divided by n - 1.
- The rest of an attempt is its total without the mark of the question that is looked at.
- An unanswered question has the mark 0; whoever calls has to put the 0 there.
- A figure is undefined, here None, where Moodle leaves its cell empty: all that need a spread
  with fewer than two attempts; discrimination index and discriminative efficiency also if the
  marks, or the rests, are all the same.

Moodle calculates with floats. Here everything up to the last division is done in whole numbers,
so marks such as a third never show a spread that they do not have.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm, sqrt

Mark = float | Decimal | Fraction

COLUMNS = (
    "question",
    "attempts",
    "facility_index",
    "standard_deviation",
    "discrimination_index",
    "discriminative_efficiency",
)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one question, in per cent; None where undefined."""

    attempts: int
    facility_index: float | None = None
    standard_deviation: float | None = None
    discrimination_index: float | None = None
    discriminative_efficiency: float | None = None

    def written(self) -> list[str]:
        """Return the cells of `COLUMNS` after the question: four decimals, undefined empty."""
        return [
            str(self.attempts),
            *map(
                _written,
                (
                    self.facility_index,
                    self.standard_deviation,
                    self.discrimination_index,
                    self.discriminative_efficiency,
                ),
            ),
        ]


def facility_index(marks: Sequence[Mark], maximum: Mark = 1) -> float | None:
    """Return the mean mark in per cent of the maximum: 100 if everyone got the whole mark.

    None without marks. Raises ValueError if the maximum is not above 0.
    """
    highest = _positive(maximum)
    whole, scale = _whole(marks)
    return float(100 * Fraction(sum(whole), len(whole) * scale) / highest) if whole else None


def standard_deviation(marks: Sequence[Mark], maximum: Mark = 1) -> float | None:
    """Return the sample standard deviation (n - 1) of the marks in per cent of the maximum.

    None with fewer than two marks. Raises ValueError if the maximum is not above 0.
    """
    highest = _positive(maximum)
    whole, scale = _whole(marks)
    number = len(whole)
    if number < 2:
        return None
    variance = Fraction(_covariance(whole, whole), number * (number - 1) * scale**2)
    return 100 * sqrt(variance / highest**2)


def discrimination_index(marks: Sequence[Mark], rest: Sequence[Mark]) -> float | None:
    """Return how well a question separates strong from weak takers, from -100 to 100.

    It is Pearson's correlation, in per cent, of the question's marks with `rest`, each taker's
    total without it, in the same order. None with fewer than two takers, or if the marks or
    the rests are all the same. Raises ValueError on unequal lengths.
    """
    ours, others = _pairs(marks, rest)
    spread = _covariance(ours, ours) * _covariance(others, others)
    if not spread:
        return None
    covariance = _covariance(ours, others)
    index = 100 * sqrt(Fraction(covariance**2, spread))
    return -index if covariance < 0 else index


def discriminative_efficiency(marks: Sequence[Mark], rest: Sequence[Mark]) -> float | None:
    """Return how much of the discrimination that was possible the question reached, up to 100.

    It is the covariance of `marks` and `rest` in per cent of the greatest one that these two
    sets of marks could have: that of both sorted, the highest mark with the highest rest. It
    may lie below -100, since the least covariance may be the larger one. None and ValueError
    as for `discrimination_index`.
    """
    ours, others = _pairs(marks, rest)
    greatest = _covariance(sorted(ours), sorted(others))
    return float(Fraction(100 * _covariance(ours, others), greatest)) if greatest else None


def figures(marks: Sequence[Mark], rest: Sequence[Mark | None], maximum: Mark = 1) -> Figures:
    """Return all figures of one question.

    `rest` is None where an attempt asked nothing else: such an attempt tells how hard the
    question is, and nothing of how it goes together with others. Raises ValueError on unequal
    lengths, and if the maximum is not above 0.
    """
    both = [(one, other) for one, other in zip(marks, rest, strict=True) if other is not None]
    ours, others = [one for one, _ in both], [other for _, other in both]
    return Figures(
        attempts=len(marks),
        facility_index=facility_index(marks, maximum),
        standard_deviation=standard_deviation(marks, maximum),
        discrimination_index=discrimination_index(ours, others),
        discriminative_efficiency=discriminative_efficiency(ours, others),
    )


def item_analysis(columns: Sequence[Sequence[Mark]], maximum: Mark = 1) -> list[Figures]:
    """Return the figures of each question, given its marks: one column for each question.

    Every attempt asked every question, so the columns are of one length; else ValueError.
    """
    whole, scale = _whole([mark for column in columns for mark in column])
    at = iter(whole)
    marks = [[next(at) for _ in column] for column in columns]
    totals = [sum(row) for row in zip(*marks, strict=True)]
    return [
        figures(
            column,
            [total - mark for total, mark in zip(totals, column, strict=True)],
            _positive(maximum) * scale,
        )
        for column in marks
    ]


def _pairs(marks: Sequence[Mark], rest: Sequence[Mark]) -> tuple[list[int], list[int]]:
    """Return both as whole numbers. Neither index changes if a side is multiplied."""
    if len(marks) != len(rest):
        raise ValueError(f"{len(marks)} marks, but {len(rest)} rests")
    return _whole(marks)[0], _whole(rest)[0]


def _covariance(ones: list[int], others: list[int]) -> int:
    """Return the sample covariance times n(n - 1), which is a whole number."""
    products = sum(one * other for one, other in zip(ones, others, strict=True))
    return len(ones) * products - sum(ones) * sum(others)


def _whole(values: Sequence[Mark]) -> tuple[list[int], int]:
    """Return the values times a number that makes all of them whole, and that number.

    Raises ValueError for NaN and what is infinite.
    """
    try:
        ratios = [value.as_integer_ratio() for value in values]
    except OverflowError as error:
        raise ValueError("an infinite number is no mark") from error
    scale = lcm(*{denominator for _, denominator in ratios})
    return [number * (scale // denominator) for number, denominator in ratios], scale


def _positive(maximum: Mark) -> Fraction:
    if not maximum > 0:
        raise ValueError(f"the maximum must be above 0, not {maximum}")
    (number,), scale = _whole([maximum])
    return Fraction(number, scale)


def _written(value: float | None) -> str:
    return "" if value is None else f"{round(value, 4) + 0.0:.4f}"
