"""Questions → GIFT."""

import re
from collections.abc import Iterable
from dataclasses import replace

from quiz.exchange.carries import Carries, write_each
from quiz.exchange.categories import written_category
from quiz.exchange.decimals import text_of
from quiz.exchange.gift.blocks import CATEGORY
from quiz.exchange.question import CannotCarry, ExchangedQuestion, Written
from quiz.question_types import AskedChoice

_WITH_CHOICES = frozenset({"single", "multiple", "true_false", "number", "short_answer"})
CARRIES = Carries(
    types=_WITH_CHOICES | {"matching", "description"},
    fields=frozenset({"name", "category", "idnumber"}),
    explained=_WITH_CHOICES | {"matching"},
    advised=_WITH_CHOICES,
)
_SPECIAL = re.compile(r"[\\~=#{}:]")
_LOOKS_SPECIAL = ("%", "[")


def write(questions: Iterable[ExchangedQuestion]) -> Written:
    """Write what GIFT can carry, in UTF-8."""
    parts: list[str] = []
    category = ""

    def one(question: ExchangedQuestion) -> None:
        nonlocal category
        text = _question(question)
        if question.category != category:
            category = question.category
            parts.append(f"{CATEGORY} {written_category(category)}\n")
        parts.append(text)

    written = write_each(questions, CARRIES, one)
    return replace(written, data="\n".join(parts).encode())


def _question(question: ExchangedQuestion) -> str:
    if "\\" in question.idnumber:
        raise CannotCarry("a number with a backslash, which GIFT cannot tell from an escape")
    idnumber = question.idnumber.replace("]", "\\]")
    comment = f"// [id:{idnumber}]\n" if idnumber else ""
    title = f"::{_escaped(question.name)}::" if question.name else ""
    start = f"{comment}{title}[plain]{_escaped(question.prompt)}"
    if question.type == "description":
        return f"{start}\n"
    general = f"####{_marked(question.explanation)}" if question.explanation else ""
    if question.type == "true_false":
        return f"{start}{{{_true_false(question)}{general}}}\n"
    lines = [f"\t{line}\n" for line in [*map(_LINES[question.type], _checked(question)), general]]
    opening = "{#" if question.type == "number" else "{"
    return f"{start}{opening}\n{''.join(line for line in lines if line.strip())}}}\n"


def _checked(question: ExchangedQuestion) -> tuple[AskedChoice, ...]:
    choices = question.choices
    if question.type in ("matching", "short_answer") and any("->" in c.text for c in choices):
        raise CannotCarry("a text with “->”, which GIFT reads as a pair")
    if question.type == "single" and not any(choice.weight == 100 for choice in choices):
        raise CannotCarry("no choice is wholly right, which GIFT reads as a multiple choice")
    if question.type == "single" and all(choice.weight == 100 for choice in choices):
        raise CannotCarry("every choice is right, which GIFT reads as a short answer")
    return choices


def _true_false(question: ExchangedQuestion) -> str:
    by_key = {choice.key: choice for choice in question.choices}
    is_true = by_key["true"].weight == 100
    right, wrong = (by_key[key].feedback for key in ("true", "false")[:: 1 if is_true else -1])
    said = "TRUE" if is_true else "FALSE"
    if right:
        return f"{said}#{_marked(wrong)}#{_marked(right)}"
    return f"{said}#{_marked(wrong)}" if wrong else said


def _choice(choice: AskedChoice) -> str:
    sign = "=" if choice.weight == 100 else "~"
    share = f"%{text_of(choice.weight)}%" if choice.weight not in (0, 100) else ""
    return f"{sign}{share}{_marked(choice.text)}{_feedback(choice)}"


def _one_of_several(choice: AskedChoice) -> str:
    share = f"%{text_of(choice.weight)}%" if choice.weight else ""
    return f"~{share}{_marked(choice.text)}{_feedback(choice)}"


def _accepted_text(choice: AskedChoice) -> str:
    return f"=%{text_of(choice.weight)}%{_marked(choice.text)}{_feedback(choice)}"


def _accepted_number(choice: AskedChoice) -> str:
    if choice.number is None:
        raise CannotCarry("a choice without a number")
    span = f"{text_of(choice.number)}:{text_of(choice.tolerance)}"
    return f"=%{text_of(choice.weight)}%{span}{_feedback(choice)}"


def _pair(choice: AskedChoice) -> str:
    return f"={_marked(choice.text)} -> {_escaped(choice.match)}"


_LINES = {
    "single": _choice,
    "multiple": _one_of_several,
    "short_answer": _accepted_text,
    "number": _accepted_number,
    "matching": _pair,
}


def _feedback(choice: AskedChoice) -> str:
    return f"#{_marked(choice.feedback)}" if choice.feedback else ""


def _marked(text: str) -> str:
    """A text that looks like a weight or a format says first that it is plain."""
    return f"[plain]{_escaped(text)}" if text.startswith(_LOOKS_SPECIAL) else _escaped(text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\n", "\\n")
