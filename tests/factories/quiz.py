"""Questions, quizzes and learners; `a_single_choice` makes a whole question about a change."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import factory
from factory.django import DjangoModelFactory

from amendments.models import State
from quiz.models import PINNED_TO, Answer, Attempt, Choice, Learner, Question, Quiz, QuizQuestion
from quiz.pinning import fingerprint
from tests.factories.law import AmendmentFactory


def _as_it_is_now(question: Any) -> str:
    """Return the fingerprint of what a question is about, with numbers as the database has them."""
    subjects = {name: getattr(question, name) for name in PINNED_TO}
    for subject in subjects.values():
        if subject is not None and subject.pk:
            subject.refresh_from_db()
    return fingerprint(Question(**subjects))


class QuestionFactory(DjangoModelFactory):
    """A question without choices about a change, read against its text as it is now."""

    class Meta:
        model = Question

    slug = factory.Sequence(lambda n: f"question-{n + 1}")
    type = "single"
    category = "parliament"
    amendment = factory.SubFactory(AmendmentFactory)
    provision = None
    successor = None
    referendum = None
    prompt_en = "What did the law change?"
    explanation_en = "It changed one word."
    written_against = factory.LazyAttribute(lambda question: _as_it_is_now(question))
    state = State.PUBLISHED


class ChoiceFactory(DjangoModelFactory):
    class Meta:
        model = Choice

    question = factory.SubFactory(QuestionFactory)
    position = factory.LazyAttribute(lambda choice: choice.question.choices.count())
    key = factory.LazyAttribute(lambda choice: "abcdefghijklmnopqrstuvwxyz"[choice.position])
    text_en = factory.LazyAttribute(lambda choice: f"Answer {choice.key}")
    feedback_en = factory.LazyAttribute(lambda choice: f"About answer {choice.key}.")


class QuizFactory(DjangoModelFactory):
    """A quiz; `questions` are those it asks, in order."""

    class Meta:
        model = Quiz
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"quiz-{n + 1}")
    position = factory.Sequence(lambda n: n + 1)
    title_en = factory.LazyAttribute(lambda quiz: f"The {quiz.slug}")
    in_short_en = "Some questions."
    state = State.PUBLISHED

    @factory.post_generation
    def questions(quiz: Any, create: bool, given: list[Question] | None, **kwargs: Any) -> None:
        for position, question in enumerate(given or () if create else (), 1):
            QuizQuestion.objects.create(quiz=quiz, question=question, position=position)


class LearnerFactory(DjangoModelFactory):
    class Meta:
        model = Learner

    active_on = date(2026, 9, 1)


class AttemptFactory(DjangoModelFactory):
    """An attempt without answers; with `finished=True` it is over, with a score of 0."""

    class Meta:
        model = Attempt

    class Params:
        finished = factory.Trait(
            finished_at=datetime(2026, 9, 1, 12, 5, tzinfo=UTC), score=Decimal(0)
        )

    learner = factory.SubFactory(LearnerFactory)
    quiz = factory.SubFactory(QuizFactory)
    language = "en"
    started_at = datetime(2026, 9, 1, 12, tzinfo=UTC)
    maximum = 1


class AnswerFactory(DjangoModelFactory):
    """An open answer; with `answered=True` the first choice was chosen, wholly right."""

    class Meta:
        model = Answer

    class Params:
        answered = factory.Trait(
            given={"chosen": ["a"]},
            grade=Decimal(1),
            language="en",
            answered_at=datetime(2026, 9, 1, 12, 1, tzinfo=UTC),
        )

    attempt = factory.SubFactory(AttemptFactory)
    question = factory.SubFactory(QuestionFactory)
    position = factory.LazyAttribute(lambda answer: answer.attempt.answers.count() + 1)


def a_single_choice(**values: Any) -> Question:
    """Make a published question about a change with three choices; *a* is right."""
    question: Question = QuestionFactory.create(**values)
    for weight in (100, 0, 0):
        ChoiceFactory.create(question=question, weight=weight)
    return question
