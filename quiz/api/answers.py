"""How an answer is written in an address, whatever the type: `answer=…`, once or several times.

The values are those of the options as they are shown, so that none of them tells the key.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext

from quiz.practice import SENT
from quiz.question_types import Given
from quiz.question_types.true_false import NAMES
from quiz.shown_question import ShownQuestion


class Takes(TextChoices):
    """What `answer` is, by the form that asks for it."""

    ONE = "one", "the value of one option"
    SEVERAL = "several", "the values of all options that apply"
    ORDER = "order", "the values of all options, in the right order"
    PAIRS = "pairs", "for each row, in their order, the value of the option that belongs to it"
    PIECES = "pieces", "the values of the pieces in which something was struck or added"
    NUMBER = "number", "a number in digits"
    TEXT = "text", "a word or two"
    NOTHING = "nothing", "a text to read; it takes no answer"


@dataclass(frozen=True)
class Option:
    value: str
    text: str


_BY_FORM = {
    "ordering": Takes.ORDER,
    "matching": Takes.PAIRS,
    "mark": Takes.PIECES,
    "number": Takes.NUMBER,
    "text": Takes.TEXT,
    "description": Takes.NOTHING,
}


def takes(shown: ShownQuestion) -> Takes:
    usual = Takes.SEVERAL if shown.takes_several else Takes.ONE
    return _BY_FORM.get(shown.type.template, usual)


def options(shown: ShownQuestion) -> list[Option]:
    """Return what can be chosen, in the order in which readers see it."""
    match takes(shown):
        case Takes.ONE | Takes.SEVERAL:
            choices = shown.asked.choices
            return [Option(each.key, each.text or gettext(NAMES[each.key])) for each in choices]
        case Takes.ORDER:
            return [Option(str(at), step.text) for at, (_n, step) in enumerate(shown.form["steps"])]
        case Takes.PAIRS:
            return [Option(str(number), match) for number, match in shown.form["matches"]]
        case Takes.PIECES:
            return [Option(str(number), piece.text) for number, piece in shown.form["pieces"]]
    return []


def rows(shown: ShownQuestion) -> list[str]:
    """Return what something has to be found for, each in its place."""
    if takes(shown) != Takes.PAIRS:
        return []
    return [row.text for _name, row in shown.form["rows"]]


def as_form(shown: ShownQuestion, answer: Sequence[str]) -> QueryDict:
    """Write an answer as the form on the page of the question would send it."""
    sent = QueryDict(mutable=True)
    sent[SENT] = "1"
    match takes(shown):
        case Takes.ONE | Takes.SEVERAL:
            sent.setlist("choice", list(answer))
        case Takes.ORDER:
            for place, value in enumerate(answer, 1):
                sent.appendlist(f"place-{value}", str(place))
        case Takes.PAIRS:
            for row, value in enumerate(answer):
                sent[f"match-{row}"] = value
        case Takes.PIECES:
            sent.setlist("piece", list(answer))
        case Takes.NUMBER:
            sent["number"] = answer[-1]
        case Takes.TEXT:
            sent["text"] = answer[-1]
    return sent


def expected(shown: ShownQuestion) -> int | None:
    """Return how many values an answer has, where that is fixed."""
    match takes(shown):
        case Takes.ORDER:
            return len(options(shown))
        case Takes.PAIRS:
            return len(rows(shown))
        case Takes.ONE | Takes.NUMBER | Takes.TEXT:
            return 1
    return None


def as_answer(shown: ShownQuestion, given: Given) -> list[str]:
    """Write a stored answer as `answer` would give it."""
    asked = shown.asked
    match takes(shown):
        case Takes.ONE | Takes.SEVERAL:
            return list(given["chosen"])
        case Takes.ORDER:
            places = _places([step.text for _name, step in shown.form["steps"]])
            return [places[asked.choice(key).text] for key in given["order"]]
        case Takes.PAIRS:
            places = _places([match for _number, match in shown.form["matches"]])
            return [places[asked.choice(key).match] for key in given["pairs"].values()]
        case Takes.PIECES:
            return [str(number) for number in given["pieces"]]
        case Takes.NUMBER:
            return [given["number"]]
        case Takes.TEXT:
            return [given["text"]]
    return []


def _places(texts: Sequence[str]) -> dict[str, str]:
    return {text: str(at) for at, text in enumerate(texts)}
