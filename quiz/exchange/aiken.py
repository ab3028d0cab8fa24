"""Aiken: a question, its choices by letter and "ANSWER: B". One right answer, nothing else."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from string import ascii_uppercase

from quiz.exchange.carries import Carries, write_each
from quiz.exchange.decoding import decoded
from quiz.exchange.plain_text import one_line, tidy
from quiz.exchange.question import (
    CannotCarry,
    ExchangedQuestion,
    Reading,
    Refused,
    Written,
    keyed,
    title_of,
)
from quiz.question_types import AskedChoice

CARRIES = Carries(types=frozenset({"single"}), lines=False)
_CHOICE = re.compile(r"([A-Z])[.)]\s+(.*)")
_CYRILLIC_CHOICE = re.compile(r"[А-ЯӘа-яә][.)]\s")  # Some of them look Latin
CYRILLIC = "the letters of the choices are Cyrillic, not A, B, C"
_ALMOST_CHOICE = re.compile(r"[A-Z][.)]\S|[a-z][.)]")
ALMOST = "a choice begins with a capital letter, a full stop or bracket and a space, as in “A. ”"
ANSWER = re.compile(r"ANSWER:\s*(.*)")
RIGHT = Decimal(100)


@dataclass
class _Gathered:
    """The lines of one question so far."""

    line: int
    prompt: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read(data: bytes) -> Reading:
    """Raises Unreadable unless the file is text in a known encoding."""
    return Reading(list(_entries(tidy(line) for line in decoded(data).split("\n"))))


def _entries(lines: Iterable[str]) -> Iterator[ExchangedQuestion | Refused]:
    so_far: _Gathered | None = None
    for number, line in enumerate(lines, 1):
        answer, choice = ANSWER.fullmatch(line), _CHOICE.fullmatch(line)
        if not line:
            continue
        if so_far and so_far.choices and (slip := _slip(line)):
            so_far.faults.append(slip)
            continue
        if so_far and so_far.choices and not answer and not choice:
            yield _refused(so_far, "no line “ANSWER:” follows its choices")
            so_far = None
        so_far = so_far or _Gathered(number)
        if answer:
            yield _finished(so_far, answer[1].strip())
            so_far = None
        elif choice:
            if choice[1] != ascii_uppercase[len(so_far.choices) % 26]:
                so_far.faults.append(f"choice {choice[1]} is out of turn")
            so_far.choices.append(choice[2])
        else:
            so_far.prompt.append(line)
    if so_far:
        yield _refused(so_far, "no line “ANSWER:” follows it")


def _finished(so_far: _Gathered, answer: str) -> ExchangedQuestion | Refused:
    letters = ascii_uppercase[: len(so_far.choices)]
    if so_far.faults:
        return _refused(so_far, so_far.faults[0])
    slip = next(filter(None, map(_slip, so_far.prompt)), "")
    if slip and not so_far.choices:
        return _refused(so_far, slip)
    if not so_far.prompt:
        return _refused(so_far, "no question stands before the choices")
    if len(answer) != 1 or answer not in letters:
        return _refused(so_far, f"the answer “{answer[:20]}” is none of its choices")
    choices = [
        AskedChoice("", text=text, weight=RIGHT if letter == answer else Decimal(0))
        for letter, text in zip(letters, so_far.choices, strict=True)
    ]
    prompt = "\n".join(so_far.prompt)
    return ExchangedQuestion("single", prompt, choices=keyed(choices), line=so_far.line)


def _slip(line: str) -> str:
    """Say why a line that looks like a choice is none; of other lines nothing."""
    if _CYRILLIC_CHOICE.match(line):
        return CYRILLIC
    return ALMOST if _ALMOST_CHOICE.match(line) else ""


def _refused(so_far: _Gathered, reason: str) -> Refused:
    return Refused(title_of(" ".join(so_far.prompt or so_far.choices)), reason, so_far.line)


def write(questions: Iterable[ExchangedQuestion]) -> Written:
    """Write what Aiken can carry, in UTF-8."""
    parts: list[str] = []
    written = write_each(questions, CARRIES, lambda question: parts.append(_written(question)))
    return replace(written, data="\n".join(parts).encode())


def _written(question: ExchangedQuestion) -> str:
    right = [at for at, choice in enumerate(question.choices) if choice.weight == RIGHT]
    others = [choice for choice in question.choices if choice.weight not in (0, RIGHT)]
    if len(right) != 1 or others:
        raise CannotCarry("Aiken knows one right answer and no part of a mark")
    if len(question.choices) > len(ascii_uppercase):
        raise CannotCarry("Aiken has 26 letters for choices")
    for looks in (_CHOICE, ANSWER):
        if looks.match(question.prompt):
            raise CannotCarry("its prompt would be read as a choice or an answer")
    lines = [one_line(question.prompt)]
    for letter, choice in zip(ascii_uppercase, question.choices, strict=False):
        if "\n" in choice.text:
            raise CannotCarry("a choice has several lines")
        lines.append(f"{letter}. {choice.text}")
    return "\n".join([*lines, f"ANSWER: {ascii_uppercase[right[0]]}", ""])
