"""Codes that are read aloud and typed."""

import pytest

from quiz.spoken_code import ALPHABET, new_code, read, written


def test_a_code_is_of_letters_and_digits_that_do_not_look_alike():
    code = new_code(2000)

    assert len(code) == 2000
    assert set(code) == set(ALPHABET)
    assert len(ALPHABET) == len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


def test_no_two_codes_are_the_same():
    assert len({new_code(8) for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("code", "expected"),
    [("K7QM2T9X", "K7QM-2T9X"), ("K7QM2T9XAB", "K7QM-2T9X-AB"), ("K7", "K7"), ("", "")],
)
def test_a_code_is_written_in_groups_of_four(code, expected):
    assert written(code) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "K7QM-2T90",
        "k7qm-2t90",
        " K7QM 2T90 ",
        "K7QM2T90",
        "K7QM–2T9O",
        "k 7 q m . 2 t 9 o\n",
        "К7QМ-2Т9О",  # With Cyrillic К, М, Т and О
        "к7qм2т9о",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert read(typed) == "K7QM2T90"


def test_letters_that_look_alike_are_read_as_the_one_that_is_used():
    assert read("ilo ILO") == "110110"
    assert read("АВЕІКМНОРСТУХ") == "ABE1KMH0PCTYX"  # Cyrillic


@pytest.mark.parametrize("typed", ["", "  ", "-", "U", "ж", "\x00", "٣", "😀"])
def test_what_is_in_no_code_is_left_out(typed):
    assert read(typed) == ""


def test_every_code_comes_back_as_it_was_written():
    for _ in range(100):
        code = new_code(12)
        assert read(written(code)) == code
        assert read(written(code).lower()) == code
