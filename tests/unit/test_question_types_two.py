"""True or false, and which of two passages is older."""

from decimal import Decimal

import pytest

from quiz.question_types import Asked, AskedChoice, BadAnswer, Form, question_type

true_false, older = question_type("true_false"), question_type("before_or_after")
RIGHT = Decimal(100)
NOT_BEFORE = "choice {} is not a passage of the text before alone"
NOT_AFTER = "choice {} is not a passage of the text after alone"


def sentence(true: int = 100, false: int = 0) -> Asked:
    choices = [
        AskedChoice("true", weight=Decimal(true)),
        AskedChoice("false", weight=Decimal(false)),
    ]
    return Asked("q", "true_false", choices)


@pytest.mark.parametrize(("said", "grade"), [("true", 1), ("false", 0)])
def test_a_true_sentence_is_true(said, grade):
    assert (
        true_false.grade(sentence(), true_false.read(sentence(), Form({"choice": [said]}))) == grade
    )


def test_a_false_sentence_is_false():
    assert true_false.right_answer(sentence(0, 100)) == {"chosen": ["false"]}
    assert true_false.grade(sentence(0, 100), {"chosen": ["false"]}) == 1


@pytest.mark.parametrize("sent", ["True", "1", "yes", "maybe"])
def test_only_the_two_keys_answer_a_sentence(sent):
    with pytest.raises(BadAnswer):
        true_false.read(sentence(), Form({"choice": [sent]}))


def test_the_lines_of_a_sentence_carry_names_for_the_page_to_translate():
    lines = true_false.lines(sentence(), {"chosen": ["false"]})

    assert [(line.text, line.verdict) for line in lines] == [("True", "missed"), ("False", "wrong")]


@pytest.mark.parametrize(
    ("choices", "fault"),
    [
        (
            [AskedChoice("true", weight=RIGHT)],
            'needs two choices, with the keys "true" and "false"',
        ),
        (
            [AskedChoice("a", weight=RIGHT), AskedChoice("false")],
            'needs two choices, with the keys "true" and "false"',
        ),
        (sentence(0, 0).choices, "needs weight 100 at one of the choices, none at the other"),
        (sentence(100, 100).choices, "needs weight 100 at one of the choices, none at the other"),
        (sentence(100, -100).choices, "needs weight 100 at one of the choices, none at the other"),
    ],
)
def test_a_sentence_that_cannot_be_asked_says_why(choices, fault):
    assert list(true_false.faults(Asked("q", "true_false", choices))) == [fault]


def passages(old: str, new: str, weights: tuple[int, int] = (100, 0), **texts: str) -> Asked:
    choices = [
        AskedChoice("a", old, weight=Decimal(weights[0])),
        AskedChoice("b", new, weight=Decimal(weights[1])),
    ]
    known = {"before": "elected for five years", "after": "elected for seven years"}
    return Asked("q", "before_or_after", choices, **(known | texts))


def test_the_older_passage_is_right_wherever_it_stands():
    question = passages("seven years", "five years", (0, 100))

    assert list(older.faults(question)) == []
    assert older.right_answer(question) == {"chosen": ["b"]}
    assert older.grade(question, {"chosen": ["b"]}) == 1
    assert older.grade(question, {"chosen": ["a"]}) == 0


@pytest.mark.parametrize(
    ("question", "faults"),
    [
        (
            passages("seven years", "five years"),
            [NOT_BEFORE.format("a"), NOT_AFTER.format("b")],
        ),
        (
            passages("elected for", "seven years"),
            [NOT_BEFORE.format("a")],
        ),
        (passages("five years", "years"), [NOT_AFTER.format("b")]),
        (passages("five years", "eight"), [NOT_AFTER.format("b")]),
        (
            passages("five years", "seven years", before="", after=""),
            [NOT_BEFORE.format("a"), NOT_AFTER.format("b")],
        ),
        (
            passages("five years", "seven years", (100, 50)),
            ["needs weight 100 at the older passage, none at the later one"],
        ),
    ],
)
def test_passages_that_cannot_be_asked_about_say_why(question, faults):
    assert list(older.faults(question)) == faults


def test_two_passages_are_needed_and_both_in_words():
    three = Asked("q", "before_or_after", [AskedChoice(key, key) for key in "abc"])

    assert list(older.faults(three)) == ["needs exactly two passages"]
    assert "choice b has no text" in list(older.faults(passages("five years", "")))
