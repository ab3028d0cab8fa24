"""What all types of question share: the order by lot, the form that was sent, the registry."""

import json
from collections import Counter
from decimal import Decimal
from itertools import permutations

import pytest

from quiz.question_types import TYPES, Asked, AskedChoice, BadAnswer, Form, question_type
from quiz.question_types.question_type import QuestionType, share

FULL = Decimal(100)
OLD, NEW = (
    "The term is five years. It may be renewed.",
    "The term is seven years. It may be renewed.",
)

# For each type a question with a form that answers it wholly right
SAMPLES: dict[str, tuple[list[AskedChoice], dict[str, list[str]]]] = {
    "single": (
        [AskedChoice("a", "No"), AskedChoice("b", "Yes", weight=FULL)],
        {"choice": ["b"]},
    ),
    "multiple": (
        [
            AskedChoice("a", "No", weight=Decimal(-100)),
            AskedChoice("b", "Yes", weight=Decimal(50)),
            AskedChoice("c", "Also", weight=Decimal(50)),
        ],
        {"choice": ["c", "b"]},
    ),
    "true_false": ([AskedChoice("true", weight=FULL), AskedChoice("false")], {"choice": ["true"]}),
    "before_or_after": (
        [AskedChoice("a", "seven years"), AskedChoice("b", "five years", weight=FULL)],
        {"choice": ["b"]},
    ),
    "number": ([AskedChoice("a", number=Decimal(98), weight=FULL)], {"number": ["98"]}),
    "short_answer": ([AskedChoice("a", "Astana", weight=FULL)], {"text": ["Astana"]}),
    "mark_the_change": ([], {"piece": ["0"]}),
}


def sample(name: str) -> tuple[QuestionType, Asked, Form]:
    choices, sent = SAMPLES[name]
    asked = Asked("q", name, choices, before=OLD, after=NEW, salt="secret")
    return question_type(name), asked, Form(sent)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_right_form_gets_the_full_mark_also_after_a_way_through_json(name):
    kind, asked, form = sample(name)
    given = kind.read(asked, form)

    assert list(kind.faults(asked)) == []
    assert given == kind.right_answer(asked)
    assert kind.grade(asked, given) == 1
    assert kind.grade(asked, json.loads(json.dumps(given))) == 1
    assert {line.verdict for line in kind.lines(asked, given)} <= {"right", ""}


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_sent_is_no_answer(name):
    kind, asked, _form = sample(name)

    for sent in ({}, {"choice": [""], "number": [" "], "text": ["\u00a0"], "piece": []}):
        with pytest.raises(BadAnswer):
            kind.read(asked, Form(sent))


@pytest.mark.parametrize("name", sorted(SAMPLES.keys() - {"mark_the_change"}))
def test_no_choice_of_these_is_part_of_the_data_for_the_form(name):
    kind, asked, _form = sample(name)

    assert kind.form(asked) is None


@pytest.mark.parametrize("name", SAMPLES)
def test_an_empty_stored_answer_fits_no_question(name):
    kind, asked, _form = sample(name)

    with pytest.raises(BadAnswer):
        kind.grade(asked, {})


def test_ten_types_are_known_by_their_names():
    assert len(TYPES) == 10
    assert all(question_type(name).name == name for name in TYPES)
    with pytest.raises(KeyError):
        question_type("essay")


def test_a_text_to_read_asks_nothing():
    kind, asked = question_type("description"), Asked("q", "description")

    assert not kind.is_marked
    assert list(kind.faults(asked)) == []
    assert list(kind.faults(Asked("q", "description", [AskedChoice("a")]))) == [
        "a text to read has no choices"
    ]
    assert kind.read(asked, Form({"choice": ["a"]})) == kind.right_answer(asked) == {}
    assert kind.grade(asked, {}) == 0
    assert kind.lines(asked, {}) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [("-1", "0"), ("1.5", "1"), ("0.333333333", "0.33333"), ("0.666666666", "0.66667")],
)
def test_a_share_lies_between_nothing_and_all_with_five_decimals(value, expected):
    assert share(Decimal(value)) == Decimal(expected)
    assert share(Decimal(value)).as_tuple().exponent == -5


def steps(keys: str) -> list[AskedChoice]:
    return [AskedChoice(key, key.upper()) for key in keys]


def shown(salt: str, keys: str) -> str:
    return "".join(each.key for each in Asked("q", "ordering", salt=salt).shuffled(steps(keys)))


@pytest.mark.parametrize("keys", ["abc", "abcd", "cba", "abcdefgh"])
def test_three_or_more_are_never_shown_as_given_and_always_the_same_way(keys):
    for salt in map(str, range(200)):
        assert shown(salt, keys) != keys
        assert sorted(shown(salt, keys)) == sorted(keys)
        assert shown(salt, keys) == shown(salt, keys)


def test_the_order_hangs_from_the_salt_and_no_order_but_the_given_one_is_left_out():
    seen = Counter(shown(str(salt), "abc") for salt in range(1000))

    assert set(seen) == {"".join(order) for order in permutations("abc")} - {"abc"}
    assert max(seen.values()) < 1.5 * min(seen.values())


def test_two_may_be_shown_as_given_or_the_other_way_round():
    assert {shown(str(salt), "ab") for salt in range(50)} == {"ab", "ba"}


def test_what_there_is_none_or_one_of_has_no_other_order():
    assert shown("", "") == ""
    assert shown("", "a") == "a"


def test_a_bare_choice_tells_its_text_and_nothing_else():
    choice = AskedChoice("a", "A text", "a match", Decimal(100), "Yes.", Decimal(1), Decimal(2))

    assert choice.bare == AskedChoice("", "A text")


def test_a_choice_is_found_by_its_key():
    asked = Asked("q", "single", steps("ab"))

    assert asked.choice("b").text == "B"
    with pytest.raises(KeyError):
        asked.choice("c")


def test_of_a_field_sent_twice_the_last_value_counts():
    form = Form({"number": ["1", "2", " "]})

    assert form.one("number") == "2"
    assert form.all("number") == ["1", "2"]
    assert form.one("other") == ""


def test_a_prefix_tells_the_questions_of_one_form_apart():
    sent = {"1-choice": ["a"], "11-choice": ["b"], "2-choice": ["  "]}

    assert Form(sent, "1-").all("choice") == ["a"]
    assert Form(sent, "11-").one("choice") == "b"
    assert Form(sent, "1-").is_filled
    assert not Form(sent, "2-").is_filled
    assert not Form(sent, "3-").is_filled
