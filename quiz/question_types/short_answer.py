import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from quiz.question_types.asked import Asked, AskedChoice, Form, Given
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
)

LONGEST = 200  # Characters


class ShortAnswer(QuestionType):
    """A word or two, written by the reader. Case and extra spaces do not count.

    A star in a choice stands for anything. The first choice that fits decides. An answer is
    `{"text": "Astana"}`.
    """

    name = "short_answer"
    label = _("short answer")
    template = "text"

    def faults(self, asked: Asked) -> Iterator[str]:
        if not asked.choices:
            yield "needs at least one accepted answer"
        yield from every_choice_has_text(asked)
        if asked.choices and not any(choice.weight == 100 for choice in asked.choices):
            yield "no choice is wholly right (weight 100)"
        elif asked.choices and self.grade(asked, self.right_answer(asked)) != FULL:
            yield "an earlier choice takes the right answer: put the wholly right one first"

    def read(self, asked: Asked, form: Form) -> Given:
        sent = " ".join(form.one("text").replace("\0", " ").split())  # No database keeps a NUL
        if not sent:
            raise BadAnswer(NOTHING_GIVEN)
        if len(sent) > LONGEST:
            raise BadAnswer(_("This answer is too long."))
        return {"text": sent}

    def grade(self, asked: Asked, given: Given) -> Decimal:
        choice = _hit(asked, given)
        return share(choice.weight / 100) if choice else NONE

    def right_answer(self, asked: Asked) -> Given:
        best = max(asked.choices, key=lambda choice: choice.weight)
        parts = _fixed(best.text)
        texts = ["…".join(part for part in parts if part), "…".join(parts)]
        fits = _pattern(best.text).fullmatch
        return {"text": next((text for text in texts if text and fits(_folded(text))), texts[1])}

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        hit = _hit(asked, given)
        return [
            Line(
                "",
                given=given["text"],
                right=self.right_answer(asked)["text"],
                verdict="right" if hit and hit.weight == 100 else "wrong",
                feedback=hit.feedback if hit else "",
                is_given=True,
            )
        ]


def _hit(asked: Asked, given: Given) -> AskedChoice | None:
    text = given.get("text")
    if not isinstance(text, str):
        raise BadAnswer(NOTHING_GIVEN)
    for choice in asked.choices:
        if _pattern(choice.text).fullmatch(_folded(text)):
            return choice
    return None


def _pattern(accepted: str) -> re.Pattern[str]:
    """Read `*` as anything and `\\*` as a star.

    What stands between two stars is taken where it first comes, once and for all: that many
    stars do not make matching slow.
    """
    first, *others = [re.escape(part) for part in _fixed(_folded(accepted))]
    if not others:
        return re.compile(first)
    *between, last = others
    return re.compile(f"{first}{''.join(f'(?>.*?{part})' for part in between)}.*{last}")


def _fixed(accepted: str) -> list[str]:
    """Return what stands before, between and behind the stars."""
    return [part.replace("\\*", "*") for part in re.split(r"(?<!\\)\*", accepted)]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
