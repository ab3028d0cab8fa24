from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

from quiz.question_types.asked import Asked, Form, Given
from quiz.question_types.question_type import (
    NONE,
    NOTHING_GIVEN,
    BadAnswer,
    Line,
    QuestionType,
    _,
    every_choice_has_text,
    keys_of,
    share,
)

EACH_ONCE = _("Give every place exactly once.")


class Ordering(QuestionType):
    """Put steps in order, such as the stages of passing a law.

    The choices stand in the right order. An answer is `{"order": ["c", "a", "b"]}`; the form
    sends a place, from 1, for each step as it is shown: `place-0` is that of the first.
    """

    name = "ordering"
    label = _("ordering")
    template = "ordering"

    def faults(self, asked: Asked) -> Iterator[str]:
        if len(asked.choices) < 3:
            yield "needs at least three steps"
        yield from every_choice_has_text(asked)

    def form(self, asked: Asked) -> Any:
        return {
            "steps": [(f"place-{at}", each.bare) for at, each in enumerate(self._shown(asked))],
            "places": range(1, len(asked.choices) + 1),
        }

    def read(self, asked: Asked, form: Form) -> Given:
        shown = self._shown(asked)
        places = [form.one(f"place-{at}") for at in range(len(shown))]
        if not any(places):
            raise BadAnswer(NOTHING_GIVEN)
        if sorted(places) != sorted(str(at + 1) for at in range(len(shown))):
            raise BadAnswer(EACH_ONCE)
        ordered = sorted(zip(places, shown, strict=True), key=lambda pair: int(pair[0]))
        return {"order": [choice.key for _place, choice in ordered]}

    def grade(self, asked: Asked, given: Given) -> Decimal:
        """Score the share of pairs put the right way round (Kendall's tau, scaled to 0-1).

        Raises BadAnswer unless `given` holds each choice exactly once.
        """
        right = keys_of(asked)
        order = given.get("order")
        if not isinstance(order, list) or sorted(order) != sorted(right):
            raise BadAnswer(EACH_ONCE)
        place = {key: at for at, key in enumerate(order)}
        pairs = list(combinations(right, 2))
        if not pairs:
            return NONE
        return share(Decimal(sum(place[one] < place[two] for one, two in pairs)) / len(pairs))

    def right_answer(self, asked: Asked) -> Given:
        return {"order": keys_of(asked)}

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        order = given["order"]
        return [
            Line(
                choice.text,
                given=str(order.index(choice.key) + 1),
                right=str(at),
                verdict="right" if order[at - 1] == choice.key else "wrong",
                feedback=choice.feedback,
                is_given=True,
            )
            for at, choice in enumerate(asked.choices, 1)
        ]

    def _shown(self, asked: Asked) -> list[Any]:
        return asked.shuffled(asked.choices)
