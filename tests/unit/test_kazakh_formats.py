"""Dates and numbers as Kazakh writes them."""

from datetime import date, datetime

import pytest
from django.utils import formats, translation

MONTHS = (
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
).split()


@pytest.mark.parametrize(("number", "month"), list(enumerate(MONTHS, start=1)))
def test_a_date_names_the_year_first_and_the_month_in_lower_case(number: int, month: str) -> None:
    with translation.override("kk"):
        assert formats.date_format(date(2026, number, 15)) == f"2026 ж. 15 {month}"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("DATETIME_FORMAT", "2026 ж. 5 наурыз, 09:07"),
        ("YEAR_MONTH_FORMAT", "2026 ж. наурыз"),
        ("MONTH_DAY_FORMAT", "5 наурыз"),
        ("SHORT_DATE_FORMAT", "05.03.2026"),
        ("SHORT_DATETIME_FORMAT", "05.03.2026 09:07"),
        ("TIME_FORMAT", "09:07"),
    ],
)
def test_other_formats_follow_cldr(name: str, written: str) -> None:
    with translation.override("kk"):
        assert formats.date_format(datetime(2026, 3, 5, 9, 7), name) == written


def test_a_month_on_its_own_has_a_capital() -> None:
    with translation.override("kk"):
        assert formats.date_format(date(2026, 3, 5), "F") == "Наурыз"


def test_numbers_have_a_decimal_comma_and_thousands_apart() -> None:
    with translation.override("kk"):
        written = formats.number_format(11_734_642.5, decimal_pos=1, force_grouping=True)

    assert written == "11\xa0734\xa0642,5"
    with translation.override("kk"):
        assert formats.sanitize_separators("77,18") == "77.18"


def test_a_week_begins_on_monday() -> None:
    with translation.override("kk"):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1
