"""What `audit_content` demands of questions and quizzes."""

from collections.abc import Iterable
from typing import Any

import pytest

from amendments.audit import Audit
from amendments.content_files import Fault, kinds, read_database
from amendments.models import Misconception
from quiz import audit as checks
from quiz.models import Choice, Question, QuizQuestion
from tests.factories.law import AmendmentFactory, TopicFactory
from tests.factories.quiz import QuestionFactory, QuizFactory, a_single_choice

pytestmark = pytest.mark.django_db


@pytest.fixture
def question() -> Any:
    return a_single_choice(slug="asked", category="parliament")


def seen() -> Audit:
    stored = read_database(kinds)
    return Audit(stored, ["en"], {name: kind.public() for name, kind in stored.items()})


def told(faults: Iterable[Fault]) -> list[str]:
    return [str(fault) for fault in faults]


def test_a_good_question_has_no_fault(question: Any) -> None:
    QuizFactory.create(slug="parliament", questions=[question])
    for check in (
        checks.every_change_has_a_question,
        checks.every_question_can_be_asked,
        checks.every_question_explains,
        checks.every_misconception_is_of_the_change,
        checks.a_question_stands_on_the_shelf_of_its_topic,
        checks.no_place_is_right_too_often,
        checks.every_quiz_asks_what_is_public,
        checks.every_topic_has_its_quiz,
    ):
        assert told(check(seen())) == []


def test_a_change_without_a_question(question: Any) -> None:
    lonely = AmendmentFactory.create()
    faults = told(checks.every_change_has_a_question(seen()))
    assert faults == [f"amendments: {lonely.slug}: no quiz question"]


def test_a_stale_question(question: Any) -> None:
    assert question.amendment is not None
    question.amendment.after_en = "Something else."
    question.amendment.save()
    (fault,) = told(checks.every_question_can_be_asked(seen()))
    assert fault.startswith("questions: asked: written_against: stale")


def test_a_question_that_cannot_be_asked(question: Any) -> None:
    question.choices.update(weight=0)
    (fault,) = told(checks.every_question_can_be_asked(seen()))
    assert fault == "questions: asked: choices: no choice is wholly right (weight 100)"


def test_a_wrong_choice_that_does_not_say_why(question: Any) -> None:
    question.choices.filter(key__in="ab").update(feedback_en=None)
    Question.objects.update(explanation_en=None)
    faults = told(checks.every_question_explains(seen()))
    assert faults == [
        "questions: asked: explanation: missing",
        "questions: asked: choices.b.feedback: missing",
    ]


def test_a_misconception_of_another_change(question: Any) -> None:
    Misconception.objects.create(
        amendment=AmendmentFactory.create(), slug="elsewhere", position=1, belief_en="B."
    )
    question.choices.filter(key="b").update(misconception="elsewhere")
    (fault,) = told(checks.every_misconception_is_of_the_change(seen()))
    assert "choices.b.misconception" in fault and "elsewhere" in fault


def test_a_question_that_one_language_leaves_out_is_noted(question: Any) -> None:
    change = AmendmentFactory.create(before_kk="Кеңес.", after_kk="Сот.")
    values = {"type": "mark_the_change", "prompt_kk": "Нені өзгертті?"}
    QuestionFactory.create(slug="mark", amendment=change, **values)
    audit = seen()

    assert told(checks.every_question_can_be_asked(audit)) == []
    (note,) = audit.notes
    assert note.startswith("questions: mark: not asked in kk: every piece")


def test_a_question_on_the_wrong_shelf(question: Any) -> None:
    Question.objects.update(category="rights")
    (fault,) = told(checks.a_question_stands_on_the_shelf_of_its_topic(seen()))
    assert fault == "questions: asked: category: its change is of the topic parliament"


def test_the_right_answer_always_in_one_place() -> None:
    change = AmendmentFactory.create()
    for _ in range(checks.LEAST_FOR_BALANCE):
        a_single_choice(amendment=change)
    (fault,) = told(checks.no_place_is_right_too_often(seen()))
    assert "a is right 12 of 12 times" in fault
    for number, choice in enumerate(Choice.objects.filter(key="b")):
        if number % 2:
            question = choice.question
            question.choices.filter(key="a").update(weight=0)
            question.choices.filter(key="b").update(weight=100)
    assert told(checks.no_place_is_right_too_often(seen())) == []


def test_a_quiz_that_asks_what_nobody_may_see(question: Any) -> None:
    TopicFactory.create(slug="parliament")
    quiz = QuizFactory.create(slug="mixed", asks=3)
    assert told(checks.every_quiz_asks_what_is_public(seen())) == [
        "quizzes: mixed: questions: none",
        "quizzes: mixed: asks: more than its 0 questions",
    ]
    draft = a_single_choice(state="draft", slug="a-draft", amendment=question.amendment)
    for position, each in enumerate((draft, question), 1):
        QuizQuestion.objects.create(quiz=quiz, question=each, position=position)
    quiz.asks = None
    quiz.save()
    assert told(checks.every_quiz_asks_what_is_public(seen())) == [
        "quizzes: mixed: questions.1: a-draft is not published"
    ]
    assert "topics: parliament: no quiz has its slug" in told(
        checks.every_topic_has_its_quiz(seen())
    )
