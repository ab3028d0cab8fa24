"""What every type of question can do. Pure: no Django, no database, no clock.

To add a type: one module here that subclasses `QuestionType`, one line in `registry`, and a
template `quiz/types/<template>.html` unless one of those there fits.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quiz.question_types.asked import Asked, Form, Given

FULL = Decimal(1)
NONE = Decimal(0)
PLACES = Decimal("0.00001")


def _(text: str) -> str:
    """Mark a text for translation; the page that shows it translates it."""
    return text


NOTHING_GIVEN = _("Choose an answer first, or skip the question.")


class BadAnswer(ValueError):
    """What was sent is no answer to the question. Its text may be shown to the reader."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answered question: what was asked, given and right.

    `verdict` is "right", "wrong", "missed" (right, but not given) or empty.
    """

    text: str
    given: str = ""
    right: str = ""
    verdict: str = ""
    feedback: str = ""
    is_given: bool = False


class QuestionType(ABC):
    """One way of asking. `template` is the form that asks; `is_marked` is False for a text
    that asks nothing and so counts for nothing."""

    name: str
    label: str
    template: str
    is_marked = True

    @abstractmethod
    def faults(self, asked: Asked) -> Iterator[str]:
        """Yield what keeps the question from being asked, in plain English for editors."""

    @abstractmethod
    def read(self, asked: Asked, form: Form) -> Given:
        """Return the answer that a reader sent. Raises BadAnswer."""

    @abstractmethod
    def grade(self, asked: Asked, given: Given) -> Decimal:
        """Return the share of the mark, from 0 to 1, with five decimals.

        Raises BadAnswer if `given` does not fit the question, as after a choice was removed.
        """

    @abstractmethod
    def right_answer(self, asked: Asked) -> Given:
        """Return an answer that gets the full mark."""

    @abstractmethod
    def lines(self, asked: Asked, given: Given) -> list[Line]:
        """Return what to show once the question is answered, in the order of the form."""

    def form(self, asked: Asked) -> Any:
        """Return what the template needs beside the choices; nothing of it tells the answer."""
        return None


def share(value: Decimal) -> Decimal:
    """Bring a share of the mark between 0 and 1, with five decimals."""
    return min(FULL, max(NONE, value)).quantize(PLACES)


def keys_of(asked: Asked) -> list[str]:
    return [choice.key for choice in asked.choices]


def two_at_least(asked: Asked) -> Iterator[str]:
    if len(asked.choices) < 2:
        yield "needs at least two choices"


def every_choice_has_text(asked: Asked) -> Iterator[str]:
    for choice in asked.choices:
        if not choice.text:
            yield f"choice {choice.key} has no text"
    texts = [choice.text for choice in asked.choices if choice.text]
    if len(set(texts)) < len(texts):
        yield "two choices have the same text"
