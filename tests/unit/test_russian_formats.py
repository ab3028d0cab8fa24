"""Dates as Russian writes them, where Django's own formats do not."""

from datetime import date, datetime

import pytest
from django.utils import formats, translation


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("DATE_FORMAT", "5 марта 2026 г."),
        ("DATETIME_FORMAT", "5 марта 2026 г., 09:07"),
        ("YEAR_MONTH_FORMAT", "март 2026 г."),
        ("MONTH_DAY_FORMAT", "5 марта"),
        ("SHORT_DATE_FORMAT", "05.03.2026"),
        ("TIME_FORMAT", "09:07"),
    ],
)
def test_formats_follow_cldr(name: str, written: str) -> None:
    with translation.override("ru"):
        assert formats.date_format(datetime(2026, 3, 5, 9, 7), name) == written


def test_numbers_have_a_decimal_comma_and_thousands_apart() -> None:
    with translation.override("ru"):
        written = formats.number_format(11_734_642.5, decimal_pos=1, force_grouping=True)

    assert written == "11\xa0734\xa0642,5"


def test_a_month_on_its_own_is_in_lower_case() -> None:
    with translation.override("ru"):
        assert formats.date_format(date(2026, 3, 5), "F") == "март"
