"""The figures of a quiz's questions, from the answers that are kept."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import partial
from uuid import UUID

from django.db.models import QuerySet, TextField, Window
from django.db.models.functions import Cast, RowNumber

from quiz.asking import asked
from quiz.choice_counts import Count, Token, counts, tokens
from quiz.item_analysis import Figures, figures
from quiz.models import Answer, Attempt, Question, Quiz
from quiz.question_types import TYPES

MINIMUM_ATTEMPTS = 10
"""Below this many attempts of different learners figures and counts are hidden: a person could
be guessed from them, and they would say little of the question."""

FULL_MARK = 100_000  # Grades have five decimals; whole numbers are quick to add
ROWS_AT_A_TIME = 5_000
UNMARKED = [name for name, each in TYPES.items() if not each.is_marked]


@dataclass(frozen=True)
class QuestionStatistics:
    """One question of the quiz; if hidden, only the number of its attempts is told.

    `counts` are empty also if fewer than MINIMUM_ATTEMPTS of the attempts answered it.
    """

    question: Question
    figures: Figures
    answered: int
    is_hidden: bool
    counts: list[Count]


@dataclass
class _Gathered:
    """What the answers to one question say; `given` counts them as they are stored."""

    attempts: list[UUID] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    given: Counter[str] = field(default_factory=Counter)


@dataclass
class _Sitting:
    """What is known of one attempt."""

    learner: UUID
    language: str
    total: int = 0
    questions: int = 0

    def rest(self, mark: int) -> Fraction | None:
        """Return the share of the mark, in whole numbers, that its other questions got."""
        others = self.questions - 1
        return Fraction(self.total - mark, others) if others else None


def counted_attempts(
    quiz: Quiz | None = None, *, all_attempts: bool = False
) -> QuerySet[Attempt, Attempt]:
    """Return the finished attempts that statistics look at, of one quiz or of all.

    As in Moodle, the first of each learner at a quiz, unless `all_attempts`: whoever tries
    again has seen the answers. Retries of what was missed never count: they ask only what
    their learner finds hard.
    """
    attempts = Attempt.objects.finished().filter(retry_of__isnull=True).order_by()
    if quiz is not None:
        attempts = attempts.filter(quiz=quiz)
    if all_attempts:
        return attempts
    nth = Window(
        RowNumber(), partition_by=["learner_id", "quiz_id"], order_by=["finished_at", "pk"]
    )
    return attempts.annotate(nth=nth).filter(nth=1)


def quiz_statistics(
    quiz: Quiz, *, language: str | None = None, all_attempts: bool = False, shown_in: str = "en"
) -> list[QuestionStatistics]:
    """Return the statistics of each question that asks something, in the order of the quiz.

    With `language`, of the answers in that language; an open answer is in that of its attempt.
    An open answer has the mark 0. Not every attempt asks the same if the quiz draws some of its
    questions: a question's figures are of the attempts in which it stood, and the rest of an
    attempt is the share of the mark that its other questions got, in whatever language.

    Five queries, whatever the size; 100,000 answers take about two seconds.
    """
    sittings = {
        pk: _Sitting(learner, spoken)
        for pk, learner, spoken in counted_attempts(quiz, all_attempts=all_attempts)
        .values_list("pk", "learner_id", "language")
        .iterator(chunk_size=ROWS_AT_A_TIME)
    }
    gathered = _gather(quiz, language, sittings)
    return [
        _statistics(question, gathered.get(question.pk, _Gathered()), sittings, shown_in)
        for question in _questions(quiz, set(gathered))
    ]


def _gather(
    quiz: Quiz, language: str | None, sittings: dict[UUID, _Sitting]
) -> dict[int, _Gathered]:
    """Return what is known of each question, and add up each attempt."""
    gathered: dict[int, _Gathered] = {}
    for attempt, question, grade, given, spoken in _answers(quiz):
        sitting = sittings.get(attempt)
        if sitting is None:
            continue
        mark = 0 if grade is None else int(grade * FULL_MARK)
        sitting.total += mark
        sitting.questions += 1
        if language and (spoken or sitting.language) != language:
            continue
        one = gathered.setdefault(question, _Gathered())
        one.attempts.append(attempt)
        one.marks.append(mark)
        if given is not None:
            one.given[given] += 1
    return gathered


def _answers(quiz: Quiz) -> Iterator[tuple[UUID, int, Decimal | None, str | None, str]]:
    """Yield attempt, question, grade, JSON of the answer, and language of each answer."""
    yield from (
        Answer.objects.filter(attempt__quiz=quiz, attempt__finished_at__isnull=False)
        .exclude(question__type__in=UNMARKED)
        .order_by()
        .annotate(json=Cast("given", TextField()))
        .values_list("attempt_id", "question_id", "grade", "json", "language")
        .iterator(chunk_size=ROWS_AT_A_TIME)
    )


def _questions(quiz: Quiz, seen: set[int]) -> list[Question]:
    """Return the questions of the quiz, then those that it no longer asks but once did."""
    place = {pk: at for at, pk in enumerate(quiz.asked.values_list("question_id", flat=True))}
    questions = (
        Question.objects.filter(pk__in=seen | set(place)).exclude(type__in=UNMARKED).for_asking()
    )
    return sorted(questions, key=lambda each: (place.get(each.pk, len(place)), each.slug))


def _statistics(
    question: Question, one: _Gathered, sittings: dict[UUID, _Sitting], shown_in: str
) -> QuestionStatistics:
    if len({sittings[attempt].learner for attempt in one.attempts}) < MINIMUM_ATTEMPTS:
        return QuestionStatistics(question, Figures(len(one.marks)), 0, True, [])
    rest = [
        sittings[attempt].rest(mark) for mark, attempt in zip(one.marks, one.attempts, strict=True)
    ]
    answered = one.given.total()
    counted: Counter[Token] = Counter()
    for given, number in one.given.items():
        for token in tokens(question.type, json.loads(given)):
            counted[token] += number
    return QuestionStatistics(
        question,
        figures(one.marks, rest, FULL_MARK),
        answered,
        False,
        counts(
            question.type,
            counted,
            answered,
            partial(asked, question),
            language=shown_in,
            misconceptions={each.key: each.misconception for each in question.choices.all()},
            minimum=MINIMUM_ATTEMPTS,
        ),
    )
