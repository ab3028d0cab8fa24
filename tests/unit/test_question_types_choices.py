"""One of several, and all that apply."""

from decimal import Decimal

import pytest

from quiz.question_types import Asked, AskedChoice, BadAnswer, Form, question_type

single, multiple = question_type("single"), question_type("multiple")


def asked(*weights: str | int) -> Asked:
    choices = [
        AskedChoice(key, f"Text {key}", weight=Decimal(weight), feedback=f"On {key}.")
        for key, weight in zip("abcdefgh", weights, strict=False)
    ]
    return Asked("q", "single", choices)


def verdicts(lines) -> list[str]:
    return [line.verdict for line in lines]


def test_of_a_single_choice_each_gets_its_weight():
    question = asked(100, 0, "33.33333", -50)

    assert [single.grade(question, {"chosen": [key]}) for key in "abcd"] == [
        Decimal(1),
        Decimal(0),
        Decimal("0.33333"),
        Decimal(0),
    ]


@pytest.mark.parametrize("sent", [["z"], ["a", "z"], ["A"], ["a "], ["0"], ["a,b"]])
def test_what_is_no_key_is_no_answer(sent):
    with pytest.raises(BadAnswer, match="not one of the answers"):
        single.read(asked(100, 0), Form({"choice": sent}))


def test_a_single_choice_sent_twice_is_the_last_one():
    assert single.read(asked(100, 0), Form({"choice": ["a", "b"]})) == {"chosen": ["b"]}


@pytest.mark.parametrize("chosen", [None, [], ["a", "b"], ["z"], "a", [None]])
def test_a_stored_single_choice_that_no_longer_fits_is_refused(chosen):
    with pytest.raises(BadAnswer):
        single.grade(asked(100, 0), {"chosen": chosen})


def test_the_lines_of_a_single_choice_say_what_was_given_and_what_is_right():
    question = asked(100, 0, 0)
    right, wrong = (single.lines(question, {"chosen": [key]}) for key in "ab")

    assert verdicts(right) == ["right", "", ""]
    assert verdicts(wrong) == ["missed", "wrong", ""]
    assert [line.feedback for line in wrong] == ["", "On b.", ""]
    assert [line.is_given for line in wrong] == [False, True, False]


def test_who_chose_one_that_is_wholly_right_missed_nothing():
    assert verdicts(single.lines(asked(100, 50, 100), {"chosen": ["a"]})) == ["right", "", ""]


def test_who_chose_one_that_is_half_right_missed_the_right_one_alone():
    lines = single.lines(asked(100, 50, 25, 0), {"chosen": ["b"]})

    assert verdicts(lines) == ["missed", "right", "", ""]


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (asked(100), "needs at least two choices"),
        (asked(50, 50), "no choice is wholly right (weight 100)"),
        (Asked("q", "single", [*asked(100).choices, AskedChoice("b")]), "choice b has no text"),
        (
            Asked("q", "single", [*asked(100).choices, AskedChoice("b", "Text a")]),
            "two choices have the same text",
        ),
    ],
)
def test_a_single_choice_that_cannot_be_asked_says_why(question, fault):
    assert list(single.faults(question)) == [fault]


@pytest.mark.parametrize(
    ("weights", "chosen", "grade"),
    [
        ((50, 50, -50, -50), "ab", "1"),
        ((50, 50, -50, -50), "a", "0.5"),
        ((50, 50, -50, -50), "abc", "0.5"),
        ((50, 50, -50, -50), "cd", "0"),
        ((50, 50, -50, -50), "abcd", "0"),
        (("33.33333", "33.33333", "33.33333", -100), "abc", "1"),
        (("33.33333", "33.33333", "33.33333", -100), "ab", "0.66667"),
        (("33.33333", "33.33333", "33.33333", "-33.33333", "-33.33333", "-33.3"), "abcdef", "0"),
        (("16.66667",) * 6 + (-100,), "abcdef", "1"),
        (("16.66667",) * 6 + (-100,), "abcdefg", "0"),
        ((50, 50, -50, "-49.9"), "abcd", "0"),
    ],
)
def test_what_was_chosen_of_several_adds_up(weights, chosen, grade):
    assert list(multiple.faults(asked(*weights))) == []
    assert multiple.grade(asked(*weights), {"chosen": list(chosen)}) == Decimal(grade)


def test_a_key_sent_twice_counts_once():
    given = multiple.read(asked(50, 50, -100), Form({"choice": ["b", "b", "b"]}))

    assert given == {"chosen": ["b"]}
    assert multiple.grade(asked(50, 50, -100), {"chosen": ["b", "b"]}) == Decimal("0.5")


def test_several_are_kept_in_the_order_of_the_choices():
    assert multiple.read(asked(50, 50, -100), Form({"choice": ["c", "a"]})) == {
        "chosen": ["a", "c"]
    }


def test_one_wrong_key_among_right_ones_is_no_answer():
    with pytest.raises(BadAnswer, match="not one of the answers"):
        multiple.read(asked(50, 50, -100), Form({"choice": ["a", "z"]}))


@pytest.mark.parametrize("chosen", [None, [], ["z"], ["a", "z"], "ab"])
def test_a_stored_choice_of_several_that_no_longer_fits_is_refused(chosen):
    with pytest.raises(BadAnswer):
        multiple.grade(asked(50, 50, -100), {"chosen": chosen})


def test_the_lines_of_several_tell_the_missed_from_the_wrong():
    lines = multiple.lines(asked(50, 50, -50, -50), {"chosen": ["a", "c"]})

    assert verdicts(lines) == ["right", "missed", "wrong", ""]
    assert [line.feedback for line in lines] == ["On a.", "", "On c.", ""]


@pytest.mark.parametrize(
    ("weights", "fault"),
    [
        ((50, 40, -100), "the weights of the right choices do not add up to 100"),
        ((60, 60, -120), "the weights of the right choices do not add up to 100"),
        ((50, 50, -50), "choosing everything must not score: the weights add up to more than 0"),
        ((50, 50), "choosing everything must not score: the weights add up to more than 0"),
    ],
)
def test_several_that_cannot_be_asked_say_why(weights, fault):
    assert list(multiple.faults(asked(*weights))) == [fault]
