from collections.abc import Iterator
from decimal import Decimal

from quiz.question_types.asked import Asked, Form, Given
from quiz.question_types.question_type import (
    FULL,
    NONE,
    NOTHING_GIVEN,
    BadAnswer,
    Line,
    QuestionType,
    _,
    every_choice_has_text,
    share,
    two_at_least,
)
from quiz.question_types.single import chosen_lines, known

NEARLY_ALL = Decimal("99.9")  # Thirds and sixths do not add up to 100
NEARLY_NOTHING = 2 * (100 - NEARLY_ALL)  # Nor do they cancel each other out


class MultipleChoice(QuestionType):
    """All that apply. An answer is `{"chosen": ["a", "c"]}`, in the order of the choices.

    The weights of what was chosen add up, wrong ones counting against right ones; whoever
    chooses everything gets nothing.
    """

    name = "multiple"
    label = _("multiple choice")
    template = "choices"

    def faults(self, asked: Asked) -> Iterator[str]:
        yield from two_at_least(asked)
        yield from every_choice_has_text(asked)
        weights = [choice.weight for choice in asked.choices]
        if not NEARLY_ALL <= sum(w for w in weights if w > 0) <= 200 - NEARLY_ALL:
            yield "the weights of the right choices do not add up to 100"
        if sum(weights) > NEARLY_NOTHING:
            yield "choosing everything must not score: the weights add up to more than 0"

    def read(self, asked: Asked, form: Form) -> Given:
        sent = {known(asked, key) for key in form.all("choice")}
        if not sent:
            raise BadAnswer(NOTHING_GIVEN)
        return {"chosen": [choice.key for choice in asked.choices if choice.key in sent]}

    def grade(self, asked: Asked, given: Given) -> Decimal:
        chosen = given.get("chosen")
        if not isinstance(chosen, list) or not chosen:
            raise BadAnswer(NOTHING_GIVEN)
        total = sum(
            (asked.choice(known(asked, key)).weight for key in set(chosen)), start=Decimal(0)
        )
        if total <= NEARLY_NOTHING:
            return share(NONE)
        return share(FULL if total >= NEARLY_ALL else total / 100)

    def right_answer(self, asked: Asked) -> Given:
        return {"chosen": [choice.key for choice in asked.choices if choice.weight > 0]}

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        return chosen_lines(asked, given, set(self.right_answer(asked)["chosen"]))
