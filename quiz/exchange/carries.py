"""What a format has a place for, and what a question loses in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from quiz.exchange.question import CannotCarry, ExchangedQuestion, Refused, Written
from quiz.question_types import TYPES


@dataclass(frozen=True)
class Carries:
    """`types` can be written; `fields` are kept beside prompt and choices.

    Of the types in `explained` the explanation is kept, of those in `advised` the feedback at
    the choices. `lines` says whether a prompt may have several lines.
    """

    types: frozenset[str]
    fields: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    advised: frozenset[str] = frozenset()
    lines: bool = True


def prepared(question: ExchangedQuestion, carries: Carries) -> ExchangedQuestion:
    """Return what a format keeps of a question; the notes name what it does not.

    Raises CannotCarry for a type that the format does not know.
    """
    notes: list[str] = []
    if question.type == "before_or_after":
        question = replace(question, type="single")
        notes.append("written as a single choice; read again, it stays one")
    if question.type not in carries.types:
        raise CannotCarry(f"the format has no questions of the type “{_label(question.type)}”")
    if question.unit and "unit" not in carries.fields:
        notes.append(f"the unit “{question.unit}” was written into the prompt")
        question = replace(question, prompt=f"{question.prompt} ({question.unit})", unit="")
    for name in ("name", "category", "idnumber"):
        if getattr(question, name) and name not in carries.fields:
            cleared: dict[str, Any] = {name: ""}
            notes.append(f"{name} “{getattr(question, name)}” was left out")
            question = replace(question, **cleared)
    if question.hidden and "hidden" not in carries.fields:
        notes.append("that it is hidden was left out")
        question = replace(question, hidden=False)
    if question.explanation and question.type not in carries.explained:
        notes.append("the explanation was left out")
        question = replace(question, explanation="")
    if question.type not in carries.advised and any(c.feedback for c in question.choices):
        notes.append("the feedback at the choices was left out")
        choices = tuple(replace(choice, feedback="") for choice in question.choices)
        question = replace(question, choices=choices)
    if "\n" in question.prompt and not carries.lines:
        notes.append("the lines of the prompt were joined")
        question = replace(question, prompt=" ".join(question.prompt.split()))
    return replace(question, notes=tuple(notes))


def write_each(
    questions: Iterable[ExchangedQuestion],
    carries: Carries,
    write: Callable[[ExchangedQuestion], None],
) -> Written:
    """Give each question to `write`; return, without data, what was refused and lost."""
    refused: list[Refused] = []
    notes: list[tuple[str, str]] = []
    for question in questions:
        try:
            kept = prepared(question, carries)
            write(kept)
        except CannotCarry as error:
            refused.append(Refused(question.title, str(error)))
        else:
            notes += [(question.title, note) for note in kept.notes]
    return Written(b"", refused, notes)


def _label(name: str) -> str:
    return TYPES[name].label if name in TYPES else name
