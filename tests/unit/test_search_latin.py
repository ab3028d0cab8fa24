"""Kazakh typed in Latin letters, as search reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.search.folding import loose
from amendments.search.latin import in_cyrillic


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # 2021
        ("ükımet", "үкімет"),
        ("mäjılıs", "мәжіліс"),
        ("Prezidenttıñ", "президенттің"),
        ("sailaular", "сайлаулар"),
        ("konstitusialyq", "конституциялық"),
        # 2018
        ("úkimet", "үкімет"),
        ("joǵarǵy", "жоғарғы"),
        ("saılaý", "сайлау"),
        ("shańyraq", "шаңырақ"),
        # 2017
        ("u'kimet", "үкімет"),
        ("s'an'yraq", "шаңырақ"),
        # As people write
        ("zhogargy", "жоғарғы"),
        ("saylaw", "сайлау"),
        ("dauys", "дауыс"),
        ("auyl", "ауыл"),
        ("ayaq", "аяқ"),
        ("konstituciyalyq", "конституциялық"),
        ("konstitutsiyalyk", "конституциялық"),
        ("konstitucialyk", "конституциялық"),
        ("komissiya", "комиссия"),
        ("partia", "партия"),
        ("kazakstan", "қазақстан"),
        ("qazaqstan", "қазақстан"),
    ],
)
def test_a_latin_spelling_is_read_as_the_word_but_for_marks(typed: str, meant: str) -> None:
    assert loose(meant) in {loose(each) for each in in_cyrillic(typed)}


@pytest.mark.parametrize("typed", ["сот", "72", "сoт", "", "naïve", "a1"])
def test_what_is_no_latin_kazakh_has_no_reading(typed: str) -> None:
    assert in_cyrillic(typed) == []


@given(st.text())
def test_readings_are_cyrillic_letters_whatever_is_typed(typed: str) -> None:
    readings = in_cyrillic(typed)

    assert len(readings) <= 3
    assert all("\u0400" <= letter <= "\u04ff" for each in readings for letter in each)
