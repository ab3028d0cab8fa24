"""Numbers and words that the reader writes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from quiz.question_types import Asked, AskedChoice, BadAnswer, Form, question_type
from quiz.question_types.number import read_number, written
from tests.bounded_time import at_most

number, short_answer = question_type("number"), question_type("short_answer")
RIGHT, HALF = Decimal(100), Decimal(50)


def counted(*accepted: tuple[str, str, int], unit: str = "") -> Asked:
    choices = [
        AskedChoice(key, number=Decimal(value), tolerance=Decimal(within), weight=Decimal(weight))
        for key, (value, within, weight) in zip("abc", accepted, strict=False)
    ]
    return Asked("q", "number", choices, unit=unit)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("98", "98"),
        (" 98 ", "98"),
        ("77,18", "77.18"),
        ("77.18 %", "77.18"),
        ("77.18%", "77.18"),
        ("11 734 642", "11734642"),
        ("11\u00a0734\u202f642", "11734642"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("+5", "5"),
        (".5", "0.5"),
        (",5", "0.5"),
        ("5.", "5"),
        ("007", "7"),
        ("\u20135", "-5"),
        ("\u20105", "-5"),
        ("\u20125", "-5"),
        ("1,000", "1000"),
        ("11,734,642", "11734642"),
        ("-12,345.6", "-12345.6"),
        ("0,500", "0.500"),
    ],
)
def test_a_number_is_read_as_people_write_it(sent, expected):
    assert number.read(counted(("1", "0", 100)), Form({"number": [sent]})) == {"number": expected}


@pytest.mark.parametrize(
    "sent",
    [
        *"1e9 1E9 NaN Infinity -inf ٩٨ ９８ 1_000 0x10 1.2.3 --5 5- - . % 98%% ½".split(),
        "98 deputies",
        "\u2013-5",
        "1,00,000",
        "1,000,00",
        "1" * 31,
        "1\x002",
    ],
)
def test_what_is_no_number_is_refused(sent):
    with pytest.raises(BadAnswer, match="in digits"):
        read_number(sent, "en")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_where_a_comma_is_the_decimal_point_it_parts_no_thousands(language: str) -> None:
    assert read_number("1,000", language) == 1
    with pytest.raises(BadAnswer, match="in digits"):
        read_number("1,000,000", language)


def test_a_number_counts_within_its_tolerance_and_not_beyond():
    asked = counted(("77.18", "0.5", 100))

    for given, grade in {"76.68": 1, "77.68": 1, "76.67": 0, "77.681": 0, "-77.18": 0}.items():
        assert number.grade(asked, {"number": given}) == grade


def test_without_tolerance_only_the_number_itself_counts():
    asked = counted(("98.00000000", "0E-8", 100))

    assert number.grade(asked, {"number": "98"}) == 1
    assert number.grade(asked, {"number": "98.000"}) == 1
    assert number.grade(asked, {"number": "98.0000000000000000000000001"}) == 0


def test_the_first_number_within_reach_decides():
    asked = counted(("98", "0", 100), ("98", "5", 50))

    assert list(number.faults(asked)) == []
    assert [number.grade(asked, {"number": n}) for n in ("98", "95", "90")] == [
        1,
        Decimal("0.5"),
        0,
    ]


@pytest.mark.parametrize("stored", [None, "", "x", "NaN", "sNaN", "Infinity", [], {}])
def test_a_stored_number_that_is_none_is_refused(stored):
    with pytest.raises(BadAnswer):
        number.grade(counted(("98", "0", 100)), {"number": stored})


def test_the_right_number_is_shown_without_the_noughts_of_the_database():
    asked = counted(("98.00000000", "1.50000000", 100), unit="deputies")

    assert number.right_answer(asked) == {"number": "98"}
    (line,) = number.lines(asked, {"number": "200"})
    assert (line.given, line.right) == ("200 deputies", "98 deputies (±1.5)")
    assert line.verdict == "wrong"


@pytest.mark.parametrize(
    ("value", "english", "kazakh"),
    [
        ("77.18", "77.18", "77,18"),
        ("11734642", "11,734,642", "11\u00a0734\u00a0642"),
        ("-12345.50", "-12,345.50", "-12\u00a0345,50"),
        ("2003", "2003", "2003"),
    ],
)
def test_a_number_is_written_as_the_language_does(value: str, english: str, kazakh: str) -> None:
    assert written(value, "en") == english
    assert written(value, "kk") == written(value, "ru") == kazakh


def test_what_was_given_and_what_is_right_have_the_comma_of_the_language() -> None:
    asked = replace(counted(("77.18000000", "0.20000000", 100), unit="%"), language="kk")

    (line,) = number.lines(asked, {"number": "50.5"})

    assert (line.given, line.right) == ("50,5 %", "77,18 % (±0,2)")


@pytest.mark.parametrize("value", ["11734642.00000000", "1200", "0", "-3.50000000"])
def test_the_right_number_gets_the_full_mark_and_is_written_out(value):
    asked = counted((value, "0", 100))
    right = number.right_answer(asked)

    assert "E" not in right["number"]
    assert number.read(asked, Form({"number": [right["number"]]})) == right
    assert number.grade(asked, right) == 1


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (counted(("98", "0", 50)), "no choice is wholly right (weight 100)"),
        (counted(("98", "-1", 100)), "a tolerance is not negative"),
        (
            counted(("98", "5", 50), ("98", "0", 100)),
            "an earlier choice takes the right number: put the wholly right one first",
        ),
        (
            Asked("q", "number", [AskedChoice("a", weight=RIGHT), *counted(("1", "0", 0)).choices]),
            "every choice needs a number",
        ),
    ],
)
def test_a_number_that_cannot_be_asked_says_why(asked, fault):
    assert fault in list(number.faults(asked))


def words(*accepted: str | tuple[str, Decimal]) -> Asked:
    made = [(each, RIGHT) if isinstance(each, str) else each for each in accepted]
    choices = [
        AskedChoice(key, text, weight=weight)
        for key, (text, weight) in zip("abc", made, strict=False)
    ]
    return Asked("q", "short_answer", choices)


@pytest.mark.parametrize(
    ("accepted", "said", "is_right"),
    [
        ("Astana", "  ASTANA ", True),
        ("Supreme  Court", "supreme\u00a0court", True),
        ("Қазақстан", "ҚАЗАҚСТАН", True),
        ("йод", "\u0438\u0306од", True),
        ("Straße", "STRASSE", True),
        ("Astana", "Astan", False),
        ("Astana", "Astana!", False),
        ("*court", "The Constitutional Court", True),
        ("*court*", "courts of law", True),
        ("c*t", "ct", True),
        ("c*t", "cat and dog", False),
        ("a*b*c", "a c b", False),
        ("*ab*ab", "ab", False),
        ("*ab*ab", "xababab", True),
        ("5 \\* 3", "5 * 3", True),
        ("5 \\* 3", "5 and 3", False),
        ("*\\*", "five*", True),
        ("*\\*", "five", False),
        ("a.c", "abc", False),
        ("(a|b)", "a", False),
        ("C:\\d", "c:\\D", True),
        ("**", "anything", True),
    ],
)
def test_a_star_stands_for_anything_and_case_and_spaces_for_nothing(accepted, said, is_right):
    given = short_answer.read(words(accepted), Form({"text": [said]}))

    assert short_answer.grade(words(accepted), given) == is_right


@pytest.mark.parametrize(
    ("accepted", "right"),
    [("*court*", "court"), ("a * b", "a … b"), ("a *", "a …"), ("5 \\* 3", "5 * 3"), ("*", "…")],
)
def test_the_right_words_are_shown_with_a_gap_for_a_star_and_get_the_full_mark(accepted, right):
    assert short_answer.right_answer(words(accepted)) == {"text": right}
    assert short_answer.grade(words(accepted), {"text": right}) == 1


def test_many_stars_do_not_make_it_slow():
    asked = words("*" + "a*" * 60 + "b")

    with at_most(20):
        assert short_answer.grade(asked, {"text": "a" * 200}) == 0


def test_the_first_words_that_fit_decide():
    asked = words(("Supreme Court", RIGHT), ("*court", HALF))

    assert list(short_answer.faults(asked)) == []
    assert short_answer.grade(asked, {"text": "a court"}) == Decimal("0.5")
    assert list(short_answer.faults(words(("*court", HALF), ("Supreme Court", RIGHT)))) == [
        "an earlier choice takes the right answer: put the wholly right one first"
    ]


def test_words_are_kept_without_what_no_database_keeps_and_up_to_a_length():
    asked = words("Astana")

    assert short_answer.read(asked, Form({"text": ["As\x00tana\n x"]})) == {"text": "As tana x"}
    assert short_answer.read(asked, Form({"text": ["ä" * 200]})) == {"text": "ä" * 200}
    for sent, why in {"\x00": "Choose an answer", "ä" * 201: "too long"}.items():
        with pytest.raises(BadAnswer, match=why):
            short_answer.read(asked, Form({"text": [sent]}))


def test_words_that_cannot_be_asked_for_say_why():
    assert list(short_answer.faults(words())) == ["needs at least one accepted answer"]
    assert list(short_answer.faults(words(("", RIGHT)))) == ["choice a has no text"]
    assert list(short_answer.faults(words(("a", HALF)))) == [
        "no choice is wholly right (weight 100)"
    ]
