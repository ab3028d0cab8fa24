from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from quiz.question_types.asked import Asked, AskedChoice, Form, Given
from quiz.question_types.question_type import (
    NOTHING_GIVEN,
    BadAnswer,
    Line,
    QuestionType,
    _,
    share,
)

ALL_ROWS = _("Choose something for every line.")


class Matching(QuestionType):
    """What belongs to what. A choice without a text only has a match that fits nothing.

    An answer is `{"pairs": {"a": "c"}}`: to the text of *a*, the match of *c*. The form sends
    `match-0`, the line as it is shown, with the number of a match as it is shown.
    """

    name = "matching"
    label = _("matching")
    template = "matching"

    def faults(self, asked: Asked) -> Iterator[str]:
        if len(_texts(asked)) < 2:
            yield "needs at least two texts to match"
        if any(not choice.match for choice in asked.choices):
            yield "every choice needs a match"
        texts = [choice.text for choice in _texts(asked)]
        if len(set(texts)) < len(texts):
            yield "two choices have the same text"
        if len({choice.match for choice in asked.choices}) < 2:
            yield "needs at least two different matches"

    def form(self, asked: Asked) -> Any:
        matches = _matches(asked)
        return {
            "rows": [(f"match-{at}", each.bare) for at, each in enumerate(_texts(asked))],
            "matches": [(at, choice.match) for at, choice in enumerate(matches)],
        }

    def read(self, asked: Asked, form: Form) -> Given:
        matches = {str(at): choice for at, choice in enumerate(_matches(asked))}
        pairs = {}
        sent = [form.one(f"match-{at}") for at in range(len(_texts(asked)))]
        if not any(sent):
            raise BadAnswer(NOTHING_GIVEN)
        for choice, number in zip(_texts(asked), sent, strict=True):
            if number not in matches:
                raise BadAnswer(ALL_ROWS)
            pairs[choice.key] = matches[number].key
        return {"pairs": pairs}

    def grade(self, asked: Asked, given: Given) -> Decimal:
        """Score the share of texts with their match. Raises BadAnswer unless each has one."""
        pairs = given.get("pairs")
        texts = _texts(asked)
        if (
            not isinstance(pairs, dict)
            or set(pairs) != {choice.key for choice in texts}
            or not texts
        ):
            raise BadAnswer(ALL_ROWS)
        return share(Decimal(sum(_fits(asked, c, pairs) for c in texts)) / len(texts))

    def right_answer(self, asked: Asked) -> Given:
        return {"pairs": {choice.key: choice.key for choice in _texts(asked)}}

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        pairs = given["pairs"]
        return [
            Line(
                choice.text,
                given=_match(asked, pairs[choice.key]),
                right=choice.match,
                verdict="right" if _fits(asked, choice, pairs) else "wrong",
                feedback=choice.feedback,
                is_given=True,
            )
            for choice in _texts(asked)
        ]


def _texts(asked: Asked) -> list[AskedChoice]:
    return [choice for choice in asked.choices if choice.text]


def _matches(asked: Asked) -> list[AskedChoice]:
    """Return one choice for each different match, in the order in which they are shown."""
    first: dict[str, AskedChoice] = {}
    for choice in asked.choices:
        first.setdefault(choice.match, choice)
    return asked.shuffled(list(first.values()))


def _fits(asked: Asked, choice: AskedChoice, pairs: dict[str, str]) -> bool:
    return _match(asked, pairs[choice.key]) == choice.match


def _match(asked: Asked, key: str) -> str:
    try:
        return asked.choice(key).match
    except KeyError as error:
        raise BadAnswer(ALL_ROWS) from error
