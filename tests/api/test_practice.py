"""Questions for practice: no key before an answer, and the verdict on one."""

import json
from typing import Any

import pytest
from django.test import Client

from quiz.models import Answer, Question
from quiz.question_types import TYPES
from tests.api.asking import get, problem, results
from tests.factories import AmendmentFactory
from tests.factories.quiz import ChoiceFactory, QuestionFactory, a_single_choice

pytestmark = pytest.mark.django_db

NO_ANSWER = "Give an answer, as “takes” of the question says."


def a_question(type_: str, *choices: dict[str, Any], **values: Any) -> Question:
    question: Question = QuestionFactory.create(slug=type_, type=type_, **values)
    for choice in choices:
        ChoiceFactory.create(question=question, **choice)
    return question


def every_type() -> list[Question]:
    change = AmendmentFactory.create(
        before_en="The Council decides on all laws, and nobody else decides on them.",
        after_en="The Court decides on all laws, and nobody else decides on them.",
    )
    about = {"amendment": change}
    return [
        a_question("single", {"weight": 0}, {"weight": 100}, **about),
        a_question("multiple", {"weight": 50}, {"weight": -100}, {"weight": 50}, **about),
        a_question(
            "true_false",
            {"key": "true", "text_en": "", "weight": 0},
            {"key": "false", "text_en": "", "weight": 100},
            **about,
        ),
        a_question("ordering", {}, {}, {}, {}, **about),
        a_question(
            "matching", *({"match_en": f"Fits {each}"} for each in ("one", "two", "three")), **about
        ),
        a_question("number", {"number": 98, "weight": 100, "text_en": ""}, **about),
        a_question("mark_the_change", **about),
        a_question(
            "before_or_after",
            {"text_en": "The Council", "weight": 100},
            {"text_en": "The Court", "weight": 0},
            **about,
        ),
        a_question("short_answer", {"text_en": "Ast*", "weight": 100}, **about),
        a_question("description", **about),
    ]


def test_every_type_is_among_those_tried() -> None:
    assert {question.type for question in every_type()} == set(TYPES)


def test_the_right_answer_that_is_told_gets_the_full_mark(client: Client) -> None:
    for question in every_type():
        whole = get(client, f"questions/{question.slug}/")
        if whole["takes"] == "nothing":
            continue
        first = whole["options"][0]["value"] if whole["options"] else "1"
        many = len(whole["rows"] or whole["options"])
        some = [option["value"] for option in whole["options"]][:many]
        tried = some if whole["takes"] in ("order", "pairs") else first

        graded = get(client, f"questions/{question.slug}/grade/", answer=tried)
        right = graded["right_answer"]
        again = get(client, f"questions/{question.slug}/grade/", answer=right)

        assert (again["grade"], again["is_right"], again["answer"]) == (1, True, right), whole
        assert again["explanation"] == {"text": "It changed one word.", "language": "en"}


def test_a_wrong_answer_is_told_why_and_what_was_right(client: Client) -> None:
    a_single_choice(slug="one")

    graded = get(client, "questions/one/grade/", answer="b")

    assert (graded["grade"], graded["is_right"], graded["right_answer"]) == (0, False, ["a"])
    told = [(line["verdict"], line["feedback"]) for line in graded["lines"]]
    assert told == [("missed", ""), ("wrong", "About answer b."), (None, "")]


def test_nothing_of_a_question_tells_the_key(client: Client) -> None:
    for question in every_type():
        shown = json.dumps(
            [get(client, f"questions/{question.slug}/"), results(client, "questions/")]
        )

        for tells in ("weight", "feedback", "explanation", "It changed one word", "right", "Ast"):
            assert tells not in shown, question.type


def test_the_values_of_steps_and_matches_are_places_as_shown_not_keys(client: Client) -> None:
    every_type()

    for slug in ("ordering", "matching"):
        options = get(client, f"questions/{slug}/")["options"]
        assert [option["value"] for option in options] == [str(n) for n in range(len(options))]


def test_grading_stores_nothing(client: Client) -> None:
    a_single_choice(slug="one")

    response = client.get("/api/v1/questions/one/grade/?answer=a")

    assert response.json()["is_right"]
    assert not response.cookies
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("slug", "answer"),
    [
        ("single", "z"),
        ("single", ["a", "b"]),
        ("single", " "),
        ("single", "x" * 201),
        ("ordering", ["0", "1"]),
        ("ordering", ["0", "0", "1", "2"]),
        ("ordering", ["0", "1", "2", "9"]),
        ("matching", ["0", "1", "9"]),
        ("number", "many"),
        ("number", "1e999"),
        ("mark_the_change", "77"),
        ("short_answer", "a\0b"),
    ],
)
def test_what_is_no_answer_is_refused(client: Client, slug: str, answer: Any) -> None:
    every_type()

    assert problem(client, f"questions/{slug}/grade/", answer=answer)["field"] == "answer"


def test_an_answer_is_needed_and_a_text_to_read_takes_none(client: Client) -> None:
    every_type()

    missing = problem(client, "questions/single/grade/")
    assert (missing["field"], missing["message"]) == ("answer", NO_ANSWER)
    assert problem(client, "questions/single/grade/", answer="") == missing
    assert problem(client, "search/", q="")["message"] == "This is needed."
    assert problem(client, "questions/description/grade/", 404, answer="a")["field"] == "slug"


def test_a_question_is_whole_in_one_language(client: Client) -> None:
    question: Any = a_single_choice(slug="one", prompt_ru="Что изменил закон?")

    whole = get(client, "questions/one/", lang="ru")

    assert (whole["prompt"], whole["language"]) == (question.prompt_en, "en")
    assert whole["about"] == {"kind": "amendment", "slug": question.amendment.slug}
