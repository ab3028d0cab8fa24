"""Steps to put in order, and what belongs to what."""

import json
from decimal import Decimal

import pytest

from quiz.question_types import Asked, AskedChoice, BadAnswer, Form, question_type

ordering, matching = question_type("ordering"), question_type("matching")


def steps(keys: str = "abcd") -> Asked:
    choices = [AskedChoice(key, f"Step {key}", feedback=f"On {key}.") for key in keys]
    return Asked("q", "ordering", choices, salt="secret")


def places(asked: Asked, order: str) -> dict[str, list[str]]:
    """Fill the form as a reader who wants this order."""
    wanted = {f"Step {key}": place for place, key in enumerate(order, 1)}
    return {name: [str(wanted[step.text])] for name, step in ordering.form(asked)["steps"]}


@pytest.mark.parametrize(
    ("order", "grade"),
    [
        ("abcd", "1"),
        ("bacd", "0.83333"),
        ("dabc", "0.5"),
        ("badc", "0.66667"),
        ("dcba", "0"),
    ],
)
def test_an_order_gets_the_share_of_pairs_that_are_the_right_way_round(order, grade):
    given = ordering.read(steps(), Form(places(steps(), order)))

    assert given == {"order": list(order)}
    assert ordering.grade(steps(), given) == Decimal(grade)
    assert ordering.grade(steps(), json.loads(json.dumps(given))) == Decimal(grade)


def test_the_form_of_an_order_shows_the_steps_by_lot_and_tells_neither_key_nor_weight():
    form = ordering.form(steps())

    assert [name for name, _step in form["steps"]] == ["place-0", "place-1", "place-2", "place-3"]
    assert [step.text for _name, step in form["steps"]] != [step.text for step in steps().choices]
    assert {(step.key, step.weight, step.feedback) for _name, step in form["steps"]} == {
        ("", Decimal(0), "")
    }
    assert list(form["places"]) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "sent",
    [
        *"1 1 2 3|0 1 2 3|1 2 3 5|1 2 3|1 2 3 x|1 2 3 4.0|1 2 3 ٤|1 2 3 -4|1 2 3 04".split("|"),
        f"1 2 3 {'9' * 5000}",
    ],
    ids=lambda sent: sent[:9],
)
def test_places_that_are_not_each_given_once_are_refused(sent):
    form = Form({f"place-{at}": [place] for at, place in enumerate(sent.split())})

    with pytest.raises(BadAnswer, match="exactly once"):
        ordering.read(steps(), form)


def test_ten_steps_and_more_are_put_in_order_by_number_and_not_by_letter():
    many = steps("abcdefghijkl")

    assert ordering.read(many, Form(places(many, "abcdefghijkl"))) == ordering.right_answer(many)


@pytest.mark.parametrize("order", [None, [], ["a"], ["a", "b", "c", "c"], list("abcde"), "abcd"])
def test_a_stored_order_that_no_longer_fits_is_refused(order):
    with pytest.raises(BadAnswer):
        ordering.grade(steps(), {"order": order})


def test_the_lines_of_an_order_stand_in_the_right_one():
    lines = ordering.lines(steps(), {"order": list("abdc")})

    assert [line.text for line in lines] == ["Step a", "Step b", "Step c", "Step d"]
    assert [(line.given, line.right) for line in lines][2:] == [("4", "3"), ("3", "4")]
    assert [line.verdict for line in lines] == ["right", "right", "wrong", "wrong"]


def test_two_steps_are_no_order_and_one_is_no_error():
    assert list(ordering.faults(steps("ab"))) == ["needs at least three steps"]
    assert ordering.grade(steps("a"), {"order": ["a"]}) == 0


def pairs(*made: tuple[str, str]) -> Asked:
    choices = [AskedChoice(key, *pair) for key, pair in zip("abcdef", made, strict=False)]
    return Asked("q", "matching", choices, salt="secret")


LAWS = pairs(("Court", "2022"), ("Council", "1995"), ("Chamber", "2022"), ("", "1937"))


def numbers(asked: Asked, **wanted: str) -> Form:
    """Fill the form as a reader who wants these matches."""
    form = matching.form(asked)
    number = {match: str(at) for at, match in form["matches"]}
    return Form({name: [number[wanted[row.text]]] for name, row in form["rows"]})


@pytest.mark.parametrize(
    ("court", "council", "chamber", "grade"),
    [
        ("2022", "1995", "2022", "1"),
        ("2022", "1995", "1937", "0.66667"),
        ("1995", "2022", "2022", "0.33333"),
        ("1937", "1937", "1937", "0"),
    ],
)
def test_matches_get_the_share_of_texts_that_have_theirs(court, council, chamber, grade):
    given = matching.read(LAWS, numbers(LAWS, Court=court, Council=council, Chamber=chamber))

    assert matching.grade(LAWS, given) == Decimal(grade)
    assert matching.grade(LAWS, json.loads(json.dumps(given))) == Decimal(grade)


def test_the_right_matches_get_the_full_mark():
    assert list(matching.faults(LAWS)) == []
    assert matching.grade(LAWS, matching.right_answer(LAWS)) == 1


def test_the_form_of_matches_shows_each_once_and_tells_no_pair():
    form = matching.form(LAWS)

    assert [(name, row.text) for name, row in form["rows"]] == [
        ("match-0", "Court"),
        ("match-1", "Council"),
        ("match-2", "Chamber"),
    ]
    assert {(row.key, row.match) for _name, row in form["rows"]} == {("", "")}
    assert [at for at, _match in form["matches"]] == [0, 1, 2]
    assert sorted(match for _at, match in form["matches"]) == ["1937", "1995", "2022"]
    assert [match for _at, match in form["matches"]] != ["2022", "1995", "1937"]


@pytest.mark.parametrize(
    "number",
    ["3", "-1", "1.0", "x", "", "01", "٠", "²", "1e0", "NaN", "9" * 5000, " 1"],
    ids=lambda number: number[:5] or "empty",
)
def test_a_number_of_no_match_is_refused(number):
    with pytest.raises(BadAnswer, match="every line"):
        matching.read(LAWS, Form({"match-0": ["0"], "match-1": ["1"], "match-2": [number]}))


@pytest.mark.parametrize(
    "stored",
    [None, {}, {"a": "a"}, {"a": "a", "b": "b", "c": "gone"}, {"a": "a", "b": "b", "x": "c"}, []],
)
def test_stored_matches_that_no_longer_fit_are_refused(stored):
    with pytest.raises(BadAnswer):
        matching.grade(LAWS, {"pairs": stored})


def test_the_lines_of_matches_show_what_was_given_and_what_is_right():
    lines = matching.lines(LAWS, {"pairs": {"a": "c", "b": "d", "c": "a"}})

    assert [(line.text, line.given, line.right, line.verdict) for line in lines] == [
        ("Court", "2022", "2022", "right"),
        ("Council", "1937", "1995", "wrong"),
        ("Chamber", "2022", "2022", "right"),
    ]


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (pairs(("Court", "2022"), ("", "1995")), "needs at least two texts to match"),
        (pairs(("Court", "2022"), ("Council", "1995"), ("X", "")), "every choice needs a match"),
        (pairs(("Court", "2022"), ("Court", "1995")), "two choices have the same text"),
        (pairs(("Court", "2022"), ("Council", "2022")), "needs at least two different matches"),
    ],
)
def test_matches_that_cannot_be_asked_say_why(question, fault):
    assert list(matching.faults(question)) == [fault]


def test_a_question_without_texts_takes_no_answer():
    with pytest.raises(BadAnswer):
        matching.grade(pairs(("", "1937")), {"pairs": {}})
