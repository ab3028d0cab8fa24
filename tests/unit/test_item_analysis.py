"""The figures of Moodle's "Quiz statistics calculations", by hand and by other formulas."""

import csv
import io
from decimal import Decimal
from fractions import Fraction
from math import isclose, sqrt
from pathlib import Path
from statistics import correlation, covariance, fmean, stdev

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.item_analysis import (
    Figures,
    Mark,
    discrimination_index,
    discriminative_efficiency,
    facility_index,
    figures,
    item_analysis,
    standard_deviation,
)

SAMPLES = Path(__file__).parent.parent / "samples" / "item_analysis"

# Five attempts, three questions, marks out of 1; worked out on paper:
#
# q1 = 1 1 1 0 0, mean 0.6; squares of the differences 3 × 0.16 + 2 × 0.36 = 1.2; variance 0.3
#   rest q2 + q3 = 2 1 1 1 0, mean 1, variance 2/4 = 0.5
#   covariance (0.4 × 1 + 0 + 0 + 0 + 0.6 × 1) / 4 = 0.25; r = 0.25 / √(0.3 × 0.5) = 0.645497
#   sorted 0 0 1 1 1 and 0 1 1 1 2: (0.6 + 0.4) / 4 = 0.25, so the efficiency is 100
# q2 = 1 1 0 1 0, mean 0.6, variance 0.3
#   rest q1 + q3 = 2 1 2 0 0, mean 1, variance 4/4 = 1
#   covariance (0.4 + 0 - 0.6 - 0.4 + 0.6) / 4 = 0, so both are 0
# q3 = 1 0 1 0 0, mean 0.4, variance 0.3
#   rest q1 + q2 = 2 2 1 1 0, mean 1.2, variance (2 × 0.64 + 2 × 0.04 + 1.44) / 4 = 0.7
#   covariance (0.48 - 0.32 - 0.12 + 0.08 + 0.48) / 4 = 0.15; r = 0.15 / √0.21 = 0.327327
#   sorted 0 0 0 1 1 and 0 1 1 2 2: (0.48 + 0.08 + 0.08 + 0.48 + 0.48) / 4 = 0.4; 0.15 / 0.4
MARKS = [[1, 1, 1, 0, 0], [1, 1, 0, 1, 0], [1, 0, 1, 0, 0]]
BY_HAND = [
    ["q1", "5", "60.0000", "54.7723", "64.5497", "100.0000"],
    ["q2", "5", "60.0000", "54.7723", "0.0000", "0.0000"],
    ["q3", "5", "40.0000", "54.7723", "32.7327", "37.5000"],
]
HEADER = (
    "question,attempts,facility_index,standard_deviation,discrimination_index,"
    "discriminative_efficiency"
)

marks = st.sampled_from([0, 0.25, 0.5, 1 / 3, 1]) | st.floats(0, 1)
tables = st.integers(2, 12).flatmap(
    lambda attempts: st.lists(
        st.lists(marks, min_size=attempts, max_size=attempts), min_size=2, max_size=5
    )
)

whatever_the_machine = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def printed(path: Path, **options: str) -> list[list[str]]:
    out = io.StringIO()
    call_command("item_analysis", "--from-csv", str(path), **options, stdout=out)
    return list(csv.reader(io.StringIO(out.getvalue())))


def written(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "marks.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_figures_are_those_worked_out_by_hand() -> None:
    found = [
        [name, *each.written()]
        for name, each in zip(("q1", "q2", "q3"), item_analysis(MARKS), strict=True)
    ]

    assert found == BY_HAND


def test_marks_count_out_of_the_maximum() -> None:
    fourfold = [[4 * mark for mark in column] for column in MARKS]

    assert item_analysis(fourfold, 4) == item_analysis(MARKS)
    assert facility_index([1, 2], 4) == 37.5
    assert standard_deviation([0, 2], 4) == pytest.approx(100 * sqrt(2) / 4)


@whatever_the_machine
@given(tables)
def test_the_figures_are_those_of_other_formulas(columns: list[list[float]]) -> None:
    for at, found in enumerate(item_analysis(columns)):
        column = columns[at]
        rest = [
            float(sum(Fraction(mark) for mark in row) - Fraction(row[at]))
            for row in zip(*columns, strict=True)
        ]
        assert found.facility_index is not None and found.standard_deviation is not None
        assert isclose(found.facility_index, 100 * fmean(column), abs_tol=1e-9)
        assert isclose(found.standard_deviation, 100 * stdev(column), abs_tol=1e-6)
        if min(stdev(column), stdev(rest)) < 1e-4:
            continue  # Floats are no judge of so little spread
        assert found.discrimination_index is not None
        assert found.discriminative_efficiency is not None
        assert isclose(found.discrimination_index, 100 * correlation(column, rest), abs_tol=1e-4)
        greatest = covariance(sorted(column), sorted(rest))
        efficiency = 100 * covariance(column, rest) / greatest
        assert isclose(found.discriminative_efficiency, efficiency, rel_tol=1e-5, abs_tol=1e-4)


@whatever_the_machine
@given(tables)
def test_no_figure_leaves_its_range(columns: list[list[float]]) -> None:
    for found in item_analysis(columns):
        index, efficiency = found.discrimination_index, found.discriminative_efficiency
        assert index is None or -100 <= index <= 100
        assert efficiency is None or efficiency <= 100
        assert (index is None) == (efficiency is None)


@whatever_the_machine
@given(st.lists(st.tuples(marks, marks), min_size=2))
def test_marks_that_rise_together_are_wholly_efficient(pairs: list[tuple[float, float]]) -> None:
    ones, others = sorted(one for one, _ in pairs), sorted(other for _, other in pairs)
    efficiency = discriminative_efficiency(ones, others)

    assert efficiency == (100 if len(set(ones)) > 1 and len(set(others)) > 1 else None)


def test_efficiency_may_fall_below_minus_a_hundred() -> None:
    assert discriminative_efficiency([0, 0, 1], [5, 5, 0]) == -200


@pytest.mark.parametrize(
    ("ours", "rest", "expected"),
    [
        ([], [], Figures(0)),
        ([1], [2], Figures(1, 100)),
        ([1, 1], [0, 2], Figures(2, 100, 0)),
        ([0, 1], [2, 2], Figures(2, 50, 100 * sqrt(0.5))),
        ([0, 1, 1], [None, None, 2], Figures(3, 200 / 3, 100 * sqrt(1 / 3))),
    ],
    ids=["no attempt", "one attempt", "equal marks", "equal rests", "no rests"],
)
def test_a_figure_that_is_undefined_is_none(ours, rest, expected) -> None:
    found = figures(ours, rest)

    assert found.attempts == expected.attempts
    assert found.facility_index == pytest.approx(expected.facility_index)
    assert found.standard_deviation == pytest.approx(expected.standard_deviation)
    assert found.discrimination_index is None
    assert found.discriminative_efficiency is None


def test_equal_marks_have_no_spread_whatever_floats_make_of_them() -> None:
    third = 1 / 3
    columns: list[list[Mark]] = [[third] * 7, [0.1] * 7, [Decimal("0.33333")] * 7]

    assert [each.standard_deviation for each in item_analysis(columns)] == [0, 0, 0]
    assert [each.discrimination_index for each in item_analysis(columns)] == [None] * 3


def test_a_single_question_has_no_rest_to_go_together_with() -> None:
    assert item_analysis([[0, 1, 1]])[0].discrimination_index is None


def test_unequal_lengths_and_what_is_no_mark_are_refused() -> None:
    with pytest.raises(ValueError, match="2 marks, but 1 rests"):
        discrimination_index([0, 1], [1])
    with pytest.raises(ValueError):
        discriminative_efficiency([0], [1, 2])
    with pytest.raises(ValueError):
        figures([0, 1], [1])
    with pytest.raises(ValueError):
        item_analysis([[0, 1], [1]])
    for mark in (float("nan"), float("inf"), Decimal("NaN"), Decimal("Infinity")):
        with pytest.raises(ValueError):
            facility_index([mark])
    for maximum in (0, -1, float("nan")):
        with pytest.raises(ValueError, match="above 0"):
            facility_index([1], maximum)


def test_the_command_prints_what_was_worked_out_by_hand() -> None:
    assert printed(SAMPLES / "marks.csv") == [HEADER.split(","), *BY_HAND]


def test_the_command_reads_semicolons_decimal_commas_and_a_byte_order_mark() -> None:
    # Out of 2. court = 0.5 2 0, mean 5/6, in 36ths of squares 4 + 49 + 25 = 78
    # vote = 1 1.5 0, mean 5/6, 1 + 16 + 25 = 42; together -2 + 28 + 25 = 51, as when sorted;
    # r = 51 / √(78 × 42) = 0.891042
    assert printed(SAMPLES / "semicolons.csv", maximum="2") == [
        HEADER.split(","),
        ["court", "3", "41.6667", "52.0416", "89.1042", "100.0000"],
        ["vote; rule", "3", "41.6667", "38.1881", "89.1042", "100.0000"],
    ]


def test_undefined_figures_are_empty_cells(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b\n1,0\n\n1,1\n")

    assert printed(path)[1:] == [
        ["a", "2", "100.0000", "0.0000", "", ""],
        ["b", "2", "50.0000", "70.7107", "", ""],
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "line 1: the file is empty"),
        ("a,b\n", "line 2: no attempt follows the header row"),
        ("a,b\n1,x\n", "line 2, column 2 (b): “x” is not a number"),
        ("a,b\n1,1\n0,nan\n", "line 3, column 2 (b): “nan” is not a number"),
        ("a,b\n1,1e9999\n", "line 2, column 2 (b): “1e9999” is not a number"),
        ('a,b\n1,"0,5"\n', "“0,5” is not a number; a decimal comma needs semicolons"),
        ("a,b\n1,2\n", "line 2, column 2 (b): 2 is not between 0 and 1"),
        ("a,b\n-0.5,1\n", "line 2, column 1 (a): -0.5 is not between 0 and 1"),
        ("a,b\n1,1\n1\n", "line 3: 1 cells, but the header has 2"),
        ("a,b\n1,1,1\n", "line 2: 3 cells, but the header has 2"),
        ("a,b,a\n1,1,1\n", "line 1, column 3: “a” already names column 1"),
        ("a,\n1,1\n", "line 1, column 2: the question has no name"),
        ('a,"b\n1,1\n', "malformed CSV"),
        ("a,b\n1,1\n".encode("utf-16"), "line 1: this is not UTF-8"),
        ("a,б\n1,1\n".encode("cp1251"), "line 1: this is not UTF-8"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_of_the_fault(tmp_path, content, fault) -> None:
    with pytest.raises(CommandError) as refusal:
        printed(written(tmp_path, content))

    assert fault in str(refusal.value)


def test_all_faults_are_told_at_once_but_not_thousands(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refusal:
        printed(written(tmp_path, "a\n" + "x\n" * 30))

    lines = str(refusal.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 10 more"


def test_the_command_wants_a_quiz_or_a_file_and_a_maximum_above_0(tmp_path: Path) -> None:
    path = str(written(tmp_path, "a\n1\n"))
    for arguments in (
        [],
        ["a-quiz", "--from-csv", path],
        ["--from-csv", path, "--language", "ru"],
        ["a-quiz", "--maximum", "2"],
        ["--from-csv", path, "--maximum", "0"],
        ["--from-csv", path, "--maximum", "much"],
        ["--from-csv", str(tmp_path / "none.csv")],
    ):
        with pytest.raises(CommandError):
            call_command("item_analysis", *arguments)
