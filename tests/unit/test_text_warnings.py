"""Each suspicion raised once, and what looks like one and is none."""

import pytest

from amendments.text_warnings import (
    Suspicion,
    double_spaces,
    warnings_of,
    where_they_part,
    words_in_the_wrong_alphabet,
)

LONG = "The Constitutional Court consists of eleven judges, the Chairperson among them."


def suspicions(*args: object, **kwargs: object) -> list[tuple[Suspicion, str, str]]:
    return [(w.suspicion, w.side, w.language) for w in warnings_of(*args, **kwargs)]  # type: ignore[arg-type]


def test_texts_without_anything_odd_raise_no_suspicion() -> None:
    pairs = {
        "kk": ("Соттың құрамы жеті судьядан тұрады.", "Соттың құрамы он бір судьядан тұрады."),
        "ru": ("Суд состоит из семи судей.", "Суд состоит из одиннадцати судей."),
        "en": ("The Court has seven judges.", "The Court has eleven judges."),
    }
    assert warnings_of(pairs, {"en": "The Court has seven judges."}) == []


def test_a_text_that_did_not_change() -> None:
    assert suspicions({"ru": ("Суд.", "Суд.")}) == [(Suspicion.IDENTICAL, "", "ru")]


def test_an_added_text_is_not_identical_to_nothing() -> None:
    assert suspicions({"ru": ("", "Суд.")}) == []


def test_a_before_that_is_not_the_previous_after() -> None:
    found = warnings_of({"en": ("Seven judges.", "Nine judges.")}, {"en": "Eleven judges."})
    assert [(w.suspicion, w.words, w.expected) for w in found] == [
        (Suspicion.NOT_THE_PREVIOUS_AFTER, "Seven judges.", "Eleven judges.")
    ]


def test_a_repealed_text_before_is_compared_too() -> None:
    assert suspicions({"en": ("Judges.", "New.")}, {"en": ""}) == [
        (Suspicion.NOT_THE_PREVIOUS_AFTER, "before", "en")
    ]


def test_lengths_that_differ_much_between_languages_name_both() -> None:
    found = warnings_of({"ru": ("Суд.", "Суд состоит."), "en": (LONG, "The Court.")})
    assert [(w.suspicion, w.side, w.words) for w in found] == [
        (Suspicion.DIFFERENT_LENGTHS, "before", "ru, en")
    ]


def test_short_texts_and_missing_ones_are_not_compared() -> None:
    assert suspicions({"ru": ("Суд.", ""), "en": ("The whole Court.", LONG)}) == []


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("\u0421ourt", "en", ["\u0421ourt"]),  # A Cyrillic С
        ("c\u0442\u0430\u0442\u044c\u044f 44", "ru", ["c\u0442\u0430\u0442\u044c\u044f"]),
        ("\u0406\u0406 \u0431\u04e9\u043b\u0456\u043c", "kk", ["\u0406\u0406"]),  # A Cyrillic II
        ("\u0430 court", "en", ["\u0430"]),
        ("\u0440\u0430\u0437\u0434\u0435\u043b VI", "ru", []),
        ("\u043f\u043e\u0440\u0442\u0430\u043b Akorda \u0438 zan.gov.kz", "ru", []),
        ("the akim (\u04d9\u043a\u0456\u043c)", "en", []),
        ("2-\u0431\u0430\u043f \u0456 \u0430", "kk", []),
        ("o \u0441\u0443\u0434\u0435", "ru", ["o"]),  # A Latin o
    ],
)
def test_letters_of_the_wrong_alphabet(text: str, language: str, words: list[str]) -> None:
    assert list(words_in_the_wrong_alphabet(text, language)) == words


def test_double_spaces_but_no_indents() -> None:
    assert list(double_spaces("One  two.\n  1) three \u00a0four")) == [
        "One  two.",
        "  1) three \u00a0four",
    ]


def test_where_two_texts_part() -> None:
    assert where_they_part("of seven judges", "of eleven judges") == (
        "of seven judges",
        "of eleven judges",
    )


def test_words_that_differ_only_in_letters_that_look_alike_are_named():
    found = warnings_of({"kk": ("Бұл сот бiлiмі мен сот.", "Бұл cот білімі мен cот.")})

    assert [
        (each.expected, each.words) for each in found if each.suspicion is Suspicion.LOOK_ALIKE
    ] == [("сот", "cот"), ("бiлiмі", "білімі")]
