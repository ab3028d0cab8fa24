"""Quizzes with finished attempts, made in one line."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from quiz.models import Answer, Attempt, Choice, Learner, Question, Quiz, QuizQuestion

NOON = datetime(2026, 9, 1, 7, tzinfo=UTC)


def new_question(slug: str, type_name: str = "single", **given: Any) -> Question:
    """Make a question; a single choice has a right answer "a" and a wrong one "b"."""
    question = Question.objects.create(
        slug=slug, type=type_name, category="parliament", prompt_en=f"What of {slug}?", **given
    )
    if type_name == "single":
        for position, (key, weight, belief) in enumerate((("a", 100, ""), ("b", 0, "a-belief"))):
            Choice.objects.create(
                question=question,
                key=key,
                position=position,
                text_en=f"{slug} {key}",
                weight=weight,
                misconception=belief,
            )
    return question


def new_quiz(*questions: Question, slug: str = "five-minutes") -> Quiz:
    quiz = Quiz.objects.create(slug=slug, position=1, title_en="Five minutes")
    for position, question in enumerate(questions):
        QuizQuestion.objects.create(quiz=quiz, question=question, position=position)
    return quiz


def sit(
    quiz: Quiz,
    marks: dict[Question, str | None],
    *,
    learner: Learner | None = None,
    language: str = "en",
    at: datetime = NOON,
    is_finished: bool = True,
    given: dict[str, Any] | None = None,
    **also: Any,
) -> Attempt:
    """Sit a quiz: the mark of each question, None for an open answer."""
    learner = learner or Learner.objects.create(active_on=at.date())
    attempt = Attempt.objects.create(
        learner=learner,
        quiz=quiz,
        language=language,
        started_at=at,
        finished_at=at + timedelta(minutes=5) if is_finished else None,
        maximum=len(marks),
        score=sum(Decimal(mark or 0) for mark in marks.values()) if is_finished else None,
        **also,
    )
    for position, (question, mark) in enumerate(marks.items()):
        filled: dict[str, Any] = {}
        if mark is not None:
            filled = {
                "grade": Decimal(mark),
                "given": given or {"chosen": ["a" if mark == "1" else "b"]},
                "answered_at": at,
                "language": language,
            }
        Answer.objects.create(attempt=attempt, question=question, position=position, **filled)
    return attempt


def sit_all(
    quiz: Quiz, questions: Sequence[Question], rows: Sequence[Sequence[str | None]], **also: Any
) -> list[Attempt]:
    return [sit(quiz, dict(zip(questions, row, strict=True)), **also) for row in rows]
