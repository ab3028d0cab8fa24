"""The day by which a law is called."""

from datetime import date

import pytest
from django.utils import translation

from amendments.day_of_a_law import day_of_a_law

ATTRIBUTES = (
    "қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы "
    "қыркүйектегі қазандағы қарашадағы желтоқсандағы"
).split()


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("kk", "2022 жылғы 8 маусымдағы"),
        ("ru", "8 июня 2022 года"),
        ("en", "8 June 2022"),
    ],
)
def test_the_day_stands_with_its_law_in_every_language(language: str, written: str) -> None:
    with translation.override(language):
        assert day_of_a_law(date(2022, 6, 8)) == written


@pytest.mark.parametrize(("number", "month"), list(enumerate(ATTRIBUTES, start=1)))
def test_a_kazakh_month_takes_the_ending_that_its_vowels_ask_for(number: int, month: str) -> None:
    with translation.override("kk"):
        assert day_of_a_law(date(2026, number, 15)) == f"2026 жылғы 15 {month}"
