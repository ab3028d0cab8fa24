from collections.abc import Iterator
from decimal import Decimal

from quiz.question_types.asked import Asked, Form, Given
from quiz.question_types.question_type import (
    NOTHING_GIVEN,
    BadAnswer,
    Line,
    QuestionType,
    _,
    every_choice_has_text,
    keys_of,
    share,
    two_at_least,
)


class SingleChoice(QuestionType):
    """One of several. An answer is `{"chosen": ["b"]}`."""

    name = "single"
    label = _("single choice")
    template = "choices"

    def faults(self, asked: Asked) -> Iterator[str]:
        yield from two_at_least(asked)
        yield from every_choice_has_text(asked)
        yield from one_is_wholly_right(asked)

    def read(self, asked: Asked, form: Form) -> Given:
        return {"chosen": [known(asked, form.one("choice"))]}

    def grade(self, asked: Asked, given: Given) -> Decimal:
        return share(asked.choice(_only(asked, given)).weight / 100)

    def right_answer(self, asked: Asked) -> Given:
        return {"chosen": [max(asked.choices, key=lambda choice: choice.weight).key]}

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        right = {choice.key for choice in asked.choices if choice.weight == 100}
        return chosen_lines(asked, given, set() if right & set(given.get("chosen", ())) else right)


def one_is_wholly_right(asked: Asked) -> Iterator[str]:
    if not any(choice.weight == 100 for choice in asked.choices):
        yield "no choice is wholly right (weight 100)"


def known(asked: Asked, key: str) -> str:
    """Return the key of one of the choices. Raises BadAnswer."""
    if not key:
        raise BadAnswer(NOTHING_GIVEN)
    if key not in keys_of(asked):
        raise BadAnswer(_("This is not one of the answers."))
    return key


def chosen_lines(asked: Asked, given: Given, wanted: set[str]) -> list[Line]:
    """Return all choices, with feedback at those given; `wanted` are missed if not given."""
    chosen = set(given.get("chosen", ()))
    lines = []
    for choice in asked.choices:
        is_given = choice.key in chosen
        verdict = "missed" if choice.key in wanted else ""
        if is_given:
            verdict = "right" if choice.weight > 0 else "wrong"
        lines.append(
            Line(
                choice.text,
                verdict=verdict,
                feedback=choice.feedback if is_given else "",
                is_given=is_given,
            )
        )
    return lines


def _only(asked: Asked, given: Given) -> str:
    chosen = given.get("chosen")
    if not isinstance(chosen, list) or len(chosen) != 1:
        raise BadAnswer(NOTHING_GIVEN)
    return known(asked, chosen[0])
