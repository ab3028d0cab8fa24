from collections.abc import Iterator
from decimal import Decimal

from quiz.question_types.asked import Asked, Form, Given
from quiz.question_types.question_type import NONE, Line, QuestionType, _


class Description(QuestionType):
    """A text to read between the questions. Asks nothing and counts for nothing."""

    name = "description"
    label = _("text to read")
    template = "description"
    is_marked = False

    def faults(self, asked: Asked) -> Iterator[str]:
        if asked.choices:
            yield "a text to read has no choices"

    def read(self, asked: Asked, form: Form) -> Given:
        return {}

    def grade(self, asked: Asked, given: Given) -> Decimal:
        return NONE

    def right_answer(self, asked: Asked) -> Given:
        return {}

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        return []
