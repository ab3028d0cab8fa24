"""Starting, answering and finishing an attempt: every write of a learner."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random, SystemRandom
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from quiz.asking import asked, can_be_asked, type_of
from quiz.drawing import draw
from quiz.kept_questions import kept_question
from quiz.learners import note_activity
from quiz.models import Answer, Attempt, Learner, Question, Quiz
from quiz.question_types import TYPES, BadAnswer, Form
from quiz.spoken_code import new_code

GRACE = timedelta(seconds=20)  # For a slow line, after a deadline
CERTIFICATE_LENGTH = 12

UNMARKED = [name for name, each in TYPES.items() if not each.is_marked]


class NothingToAsk(Exception):
    """The quiz has no question that can be asked now."""


class Closed(Exception):
    """The attempt is finished, or its time is up: it takes no more answers."""


@dataclass(frozen=True)
class Recorded:
    """What became of an answer. `is_new` is False if one stood there already: that one counts."""

    answer: Answer
    is_new: bool


@transaction.atomic
def start(
    quiz: Quiz,
    *,
    learner: Learner,
    language: str,
    now: datetime,
    on_one_page: bool = False,
    minutes: int | None = None,
    chance: Random | None = None,
) -> Attempt:
    """Begin an attempt with open answers for all it asks; stale and faulty questions are left out.

    Raises NothingToAsk.
    """
    questions = list(
        Question.objects.published()
        .for_asking()
        .filter(in_quizzes__quiz=quiz)
        .order_by("in_quizzes__position")
    )
    usable = [question for question in questions if can_be_asked(question, language)]
    drawn = draw(usable, quiz.asks, lambda each: each.category, chance or SystemRandom())
    return _begin(
        Attempt(
            learner=learner,
            quiz=quiz,
            language=language,
            on_one_page=on_one_page,
            started_at=now,
            deadline=now + timedelta(minutes=minutes) if minutes else None,
        ),
        drawn,
    )


@transaction.atomic
def retry_missed(earlier: Attempt, *, language: str, now: datetime) -> Attempt:
    """Begin an attempt with what was not wholly right in a finished one; an open one goes on.

    Raises NothingToAsk.
    """
    Attempt.objects.select_for_update().get(pk=earlier.pk)  # Of two at once, one begins it
    begun = earlier.retries.filter(finished_at=None).first()
    if begun:
        return begun
    missed = list(earlier.answers.exclude(grade=1).values_list("question_id", flat=True))
    still_asked = Question.objects.published().for_asking().exclude(type__in=UNMARKED)
    questions = sorted(still_asked.filter(pk__in=missed), key=lambda each: missed.index(each.pk))
    attempt = Attempt(
        learner_id=earlier.learner_id,
        quiz_id=earlier.quiz_id,
        retry_of=earlier,
        language=language,
        on_one_page=earlier.on_one_page,
        started_at=now,
    )
    return _begin(attempt, [each for each in questions if can_be_asked(each, language)])


def open_answer(attempt_id: UUID, learner_id: UUID, position: int) -> Answer:
    """Load an answer with all that showing it needs. Raises Answer.DoesNotExist.

    Two queries, and two more for a question that this process has not kept yet.
    """
    answer = Answer.objects.select_related("attempt__quiz").get(
        attempt_id=attempt_id, attempt__learner_id=learner_id, position=position
    )
    answer.question = kept_question(answer.question_id)
    return answer


@transaction.atomic
def record(
    attempt_id: UUID,
    learner_id: UUID,
    position: int,
    form: Form,
    *,
    language: str,
    now: datetime,
) -> Recorded:
    """Store the answer to one question, once, whoever sends it how often.

    Raises Answer.DoesNotExist for an attempt that is not the learner's, BadAnswer for what is
    no answer, Closed. Three queries, and at most three more, whatever is stored already: two for
    a question not kept yet, one on the first activity of a day or for an answer that was there.
    """
    answer = _held(attempt_id, learner_id).get(position=position)
    return _stored(answer, form, language=language, now=now)


@transaction.atomic
def record_all(
    attempt_id: UUID, learner_id: UUID, forms: dict[int, Form], *, language: str, now: datetime
) -> dict[int, str]:
    """Store an answer for each form by its position; return the faults of those that stay open.

    An answer that was there stays. Raises Closed; then nothing is stored.
    """
    faults = {}
    for answer in _held(attempt_id, learner_id).filter(position__in=forms).order_by("position"):
        try:
            _stored(answer, forms[answer.position], language=language, now=now)
        except BadAnswer as fault:
            faults[answer.position] = str(fault)
    return faults


def _held(attempt_id: UUID, learner_id: UUID) -> QuerySet[Answer]:
    """Return the answers of an attempt, which nobody else writes to until the transaction ends."""
    return (
        Answer.objects.select_for_update(of=("attempt",))
        .select_related("attempt__learner")
        .filter(attempt_id=attempt_id, attempt__learner_id=learner_id)
    )


def _stored(answer: Answer, form: Form, *, language: str, now: datetime) -> Recorded:
    """Grade what was sent for an answer whose attempt is held, and store it; see `record`."""
    if answer.attempt.is_finished or is_late(answer.attempt, now):
        raise Closed
    answer.question = kept_question(answer.question_id)
    question = asked(answer.question, language)
    kind = type_of(answer.question)
    given = kind.read(question, form)
    grade = kind.grade(question, given)
    is_new = bool(
        Answer.objects.filter(pk=answer.pk, answered_at__isnull=True).update(
            given=given, grade=grade, language=language, answered_at=now
        )
    )
    if is_new:
        note_activity(answer.attempt.learner, timezone.localdate(now))
        answer.given, answer.grade = given, grade
        answer.language, answer.answered_at = language, now
    else:
        answer.refresh_from_db(fields=["given", "grade", "language", "answered_at"])
    return Recorded(answer, is_new)


def mark_for_later(attempt_id: UUID, learner_id: UUID, position: int, *, marked: bool) -> bool:
    """Mark an open question, or take the mark away; False if there is none."""
    return bool(
        Answer.objects.filter(
            attempt_id=attempt_id,
            attempt__learner_id=learner_id,
            position=position,
            answered_at__isnull=True,
        ).update(is_marked=marked)
    )


@transaction.atomic
def finish(attempt_id: UUID, *, now: datetime) -> Attempt:
    """Close an attempt and add its marks up; the second time changes nothing.

    An open question counts nothing. A certificate is for a whole quiz: a retry gets none.
    """
    attempt = Attempt.objects.select_for_update().get(pk=attempt_id)
    if not attempt.is_finished:
        attempt.score = score_of(attempt)
        attempt.finished_at = min(now, attempt.deadline) if attempt.deadline else now
        attempt.certificate = None if attempt.is_retry else new_code(CERTIFICATE_LENGTH)
        attempt.save(update_fields=["score", "finished_at", "certificate"])
    return attempt


def score_of(attempt: Attempt) -> Decimal:
    total = attempt.answers.exclude(question__type__in=UNMARKED).aggregate(sum=Sum("grade"))["sum"]
    return total or Decimal(0)


def is_late(attempt: Attempt, now: datetime) -> bool:
    return attempt.deadline is not None and now > attempt.deadline + GRACE


def _begin(attempt: Attempt, questions: list[Question]) -> Attempt:
    attempt.maximum = sum(type_of(question).is_marked for question in questions)
    if not attempt.maximum:
        raise NothingToAsk
    attempt.save()
    Answer.objects.bulk_create(
        Answer(attempt=attempt, question=question, position=at)
        for at, question in enumerate(questions, 1)
    )
    return attempt
