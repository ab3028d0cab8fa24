"""A key put right: the answers already given are graded anew, and it is said who and why."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from quiz.asking import asked, type_of
from quiz.attempts import score_of
from quiz.models import Answer, Attempt, Question, Regrade
from quiz.question_types import BadAnswer

AT_ONCE = 500  # Rows


@transaction.atomic
def regrade(question: Question, *, editor: User, reason: str, now: datetime) -> Regrade:
    """Grade all answers to the question by its present key.

    Answers and finished attempts whose mark changes keep the first one beside it. An answer
    that no longer fits the question keeps its grade. Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("A regrade needs a reason: learners and editors will read it.")
    question = Question.objects.for_asking().get(pk=question.pk)
    seen, changed = 0, []
    for answer in _answers(question):
        seen += 1
        grade = _grade(question, answer)
        if grade != answer.grade:
            if answer.first_grade is None:
                answer.first_grade = answer.grade
            answer.grade = grade
            changed.append(answer)
    Answer.objects.bulk_update(changed, ["grade", "first_grade"], batch_size=AT_ONCE)
    _add_up_again({answer.attempt_id for answer in changed})
    return Regrade.objects.create(
        question=question,
        editor=editor,
        reason=reason.strip(),
        at=now,
        answers=seen,
        changed=len(changed),
    )


def _answers(question: Question) -> Iterator[Answer]:
    return (
        Answer.objects.select_for_update()
        .filter(question=question, answered_at__isnull=False)
        .iterator(chunk_size=AT_ONCE)
    )


def _grade(question: Question, answer: Answer) -> Decimal | None:
    try:
        return type_of(question).grade(asked(question, answer.language), answer.given or {})
    except (BadAnswer, KeyError):
        return answer.grade


def _add_up_again(attempts: set[UUID]) -> None:
    for attempt in Attempt.objects.finished().filter(pk__in=attempts).select_for_update():
        if attempt.first_score is None:
            attempt.first_score = attempt.score
        attempt.score = score_of(attempt)
        attempt.save(update_fields=["score", "first_score"])
