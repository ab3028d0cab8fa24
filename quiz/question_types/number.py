import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from quiz.question_types.asked import Asked, AskedChoice, Form, Given
from quiz.question_types.question_type import (
    FULL,
    NONE,
    NOTHING_GIVEN,
    BadAnswer,
    Line,
    QuestionType,
    _,
    share,
)

NO_NUMBER = _("Write a number in digits, such as 98 or 77.2.")
LONGEST = 30  # Characters
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")  # Put by keyboards and word processors
_ENGLISH_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?", re.ASCII)
NO_BREAK_SPACE = "\u00a0"


class Number(QuestionType):
    """A number, within a tolerance, in a unit that the form names.

    The first choice within whose tolerance it lies decides. An answer is `{"number": "98"}`.
    """

    name = "number"
    label = _("number")
    template = "number"

    def faults(self, asked: Asked) -> Iterator[str]:
        if not asked.choices or any(choice.number is None for choice in asked.choices):
            yield "every choice needs a number"
        if any(choice.tolerance < 0 for choice in asked.choices):
            yield "a tolerance is not negative"
        if not any(choice.weight == 100 for choice in asked.choices):
            yield "no choice is wholly right (weight 100)"
        elif self.grade(asked, self.right_answer(asked)) != FULL:
            yield "an earlier choice takes the right number: put the wholly right one first"

    def read(self, asked: Asked, form: Form) -> Given:
        sent = form.one("number").strip()
        if not sent:
            raise BadAnswer(NOTHING_GIVEN)
        return {"number": format(read_number(sent, asked.language), "f")}

    def grade(self, asked: Asked, given: Given) -> Decimal:
        choice = _hit(asked, given)
        return share(choice.weight / 100) if choice else NONE

    def right_answer(self, asked: Asked) -> Given:
        return {"number": _plain(_best(asked).number or NONE)}

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        hit, best = _hit(asked, given), _best(asked)
        unit = f" {asked.unit}" if asked.unit else ""
        right = f"{written(_plain(best.number), asked.language)}{unit}"
        if best.tolerance:
            right = f"{right} (±{written(_plain(best.tolerance), asked.language)})"
        return [
            Line(
                "",
                given=f"{written(given['number'], asked.language)}{unit}",
                right=right,
                verdict="right" if hit and hit.weight == 100 else "wrong",
                feedback=hit.feedback if hit else "",
                is_given=True,
            )
        ]


def read_number(sent: str, language: str) -> Decimal:
    """Read a number with a comma or a point, and spaces between thousands. Raises BadAnswer.

    In English a comma parts thousands wherever it can: 1,000 is a thousand, 77,2 is 77.2.
    """
    text = re.sub(r"\s", "", _DASHES.sub("-", sent)).removesuffix("%")
    if language == "en" and _ENGLISH_THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    text = text.replace(",", ".")
    if len(text) > LONGEST or not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", text, re.ASCII):
        raise BadAnswer(NO_NUMBER)
    return Decimal(text)


def written(number: str, language: str) -> str:
    """Write a stored number as people do; groups begin with five digits: 2003 may be a year."""
    whole, point, part = number.partition(".")
    if len(whole.lstrip("-")) > 4:
        whole = f"{int(whole):,}"
    if language == "en":
        return f"{whole}{point}{part}"
    return f"{whole.replace(',', NO_BREAK_SPACE)}{point and ','}{part}"


def _hit(asked: Asked, given: Given) -> AskedChoice | None:
    try:
        number = Decimal(str(given.get("number")))
    except InvalidOperation as error:
        raise BadAnswer(NO_NUMBER) from error
    if not number.is_finite():
        raise BadAnswer(NO_NUMBER)
    for choice in asked.choices:
        if choice.number is not None and abs(number - choice.number) <= choice.tolerance:
            return choice
    return None


def _best(asked: Asked) -> AskedChoice:
    return max(asked.choices, key=lambda choice: choice.weight)


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")
