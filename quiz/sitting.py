"""An attempt as its pages show it: where one is, what is open, how it went."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch

from amendments.texts import Text, text_in
from quiz.models import Answer, Attempt, Question, Regrade
from quiz.question_types import TYPES
from quiz.shown_question import ShownQuestion, shown_answer


@dataclass(frozen=True)
class Stop:
    """One question in the row of all: its number, and what became of it so far."""

    position: int
    is_open: bool
    is_marked: bool
    is_right: bool
    is_text_only: bool


class Row:
    """All questions of an attempt, in order. One query."""

    def __init__(self, attempt: Attempt) -> None:
        rows = attempt.answers.values_list(
            "position", "answered_at", "is_marked", "grade", "question__type"
        )
        self.stops = [
            Stop(position, answered is None, marked, grade == 1, not TYPES[kind].is_marked)
            for position, answered, marked, grade, kind in rows
        ]

    @property
    def count(self) -> int:
        return len(self.stops)

    @property
    def open(self) -> list[Stop]:
        return [stop for stop in self.stops if stop.is_open and not stop.is_text_only]

    @property
    def marked(self) -> list[Stop]:
        return [stop for stop in self.open if stop.is_marked]

    @property
    def answered(self) -> int:
        return sum(not stop.is_open for stop in self.stops)

    def next_open(self, after: int = 0) -> Stop | None:
        """Return the next open question behind that place, or before it if there is none."""
        later = [stop for stop in self.open if stop.position > after]
        return next(iter(later or self.open), None)


@dataclass
class Part:
    """How it went in one field."""

    name: Text | None
    slug: str
    right: Decimal = Decimal(0)
    asked: int = 0
    to_read: list[ShownQuestion] = field(default_factory=list)

    @property
    def share(self) -> Decimal:
        return self.right / self.asked


class Results:
    """A finished attempt: every question with the answer given, the right one and why.

    Four queries: the answers, their questions, their choices, keys put right.
    """

    def __init__(self, attempt: Attempt, language: str) -> None:
        self.attempt = attempt
        self.language = language

    @cached_property
    def answers(self) -> list[Answer]:
        questions = Question.objects.for_asking()
        return list(
            self.attempt.answers.prefetch_related(Prefetch("question", questions)).order_by(
                "position"
            )
        )

    @cached_property
    def shown(self) -> list[tuple[Answer, ShownQuestion]]:
        return [
            (answer, shown_answer(answer, self.language))
            for answer in self.answers
            if TYPES[answer.question.type].is_marked
        ]

    @property
    def missed(self) -> int:
        return sum(not answer.is_right for answer, _shown in self.shown)

    @property
    def open(self) -> int:
        return sum(answer.is_open for answer, _shown in self.shown)

    @cached_property
    def parts(self) -> list[Part]:
        """The fields asked about, the weakest first."""
        parts: dict[str, Part] = {}
        for answer, shown in self.shown:
            change = shown.change
            topic = change.topic if change else None
            key = topic.slug if topic else ""
            name = text_in(self.language, topic, "title") if topic else None
            part = parts.setdefault(key, Part(name, key if topic and topic.is_public() else ""))
            part.asked += 1
            part.right += answer.grade or 0
            if not answer.is_right and change and change.is_public():
                known = [other.change.pk for other in part.to_read if other.change]
                if change.pk not in known:
                    part.to_read.append(shown)
        return sorted(parts.values(), key=lambda part: part.share)

    @cached_property
    def put_right(self) -> list[Regrade]:
        """The keys put right since a question was answered whose grade that changed."""
        answered = {
            answer.question_id: answer.answered_at
            for answer in self.answers
            if answer.first_grade is not None and answer.answered_at
        }
        if not answered:
            return []
        found = Regrade.objects.filter(question_id__in=answered).order_by("at")
        return [each for each in found if each.at >= answered[each.question_id]]


def seconds_left(attempt: Attempt, now: datetime) -> int | None:
    """Return the seconds until the deadline, never below 0; None without one."""
    if attempt.deadline is None:
        return None
    return max(0, int((attempt.deadline - now).total_seconds()))
