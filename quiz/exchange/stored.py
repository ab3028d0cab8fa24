"""A question of the database ⇄ the question on its way, in one language."""

import json
from collections.abc import Iterable
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from amendments.models import State
from quiz.exchange.decimals import plain
from quiz.exchange.plain_text import one_line, tidy
from quiz.exchange.question import CannotCarry, ExchangedQuestion, keyed
from quiz.models import Choice, Question
from quiz.question_types import AskedChoice

_WEIGHED = frozenset(
    {"single", "multiple", "true_false", "before_or_after", "number", "short_answer"}
)
_TEXTS = ("text", "match", "feedback")


def exchanged(question: Question, language: str) -> ExchangedQuestion:
    """Return the question in one language; no query if its choices are prefetched.

    Raises CannotCarry where a text is missing in this language but exists in another: a file
    is in one language.
    """
    choices = [_choice(question.type, choice, language) for choice in question.choices.all()]
    if question.type == "matching":  # What fits nothing stands last, as files have it
        choices.sort(key=lambda choice: not choice.text)
    return ExchangedQuestion(
        type=question.type,
        prompt=_text(question, "prompt", language),
        name=one_line(question.name),
        category=one_line(question.category),
        idnumber=one_line(question.idnumber),
        hidden=question.state == State.WITHDRAWN,
        explanation=_text(question, "explanation", language),
        unit=_text(question, "unit", language),
        choices=tuple(choices) if question.type == "true_false" else keyed(choices),
        language=language,
    )


def _choice(type_: str, choice: Choice, language: str) -> AskedChoice:
    """Leave out what the type does not use, so that equal questions are equal."""
    texts = {name: _text(choice, name, language) for name in _TEXTS}
    is_number, is_true_false = type_ == "number", type_ == "true_false"
    return AskedChoice(
        choice.key,
        text="" if is_number or is_true_false else texts["text"],
        match=texts["match"] if type_ == "matching" else "",
        weight=plain(choice.weight) if type_ in _WEIGHED else Decimal(0),
        feedback=texts["feedback"],
        number=plain(choice.number) if is_number and choice.number is not None else None,
        tolerance=plain(choice.tolerance) if is_number else Decimal(0),
    )


def _text(item: Any, name: str, language: str) -> str:
    text = getattr(item, f"{name}_{language}")
    if not text and any(getattr(item, f"{name}_{other}") for other in ("kk", "ru", "en")):
        raise CannotCarry(f"its {name} is not translated into this language ({language})")
    return tidy(text or "")


def digest(question: ExchangedQuestion, language: str) -> str:
    """Return what two questions with the same content in one language share.

    Name, number and category are no content.
    """
    choices = [
        [c.text, c.match, str(c.weight), c.feedback, str(c.number), str(c.tolerance)]
        for c in question.choices
    ]
    content = [
        language,
        question.type,
        question.prompt,
        question.unit,
        question.explanation,
        choices,
    ]
    written = json.dumps(content, ensure_ascii=False).encode()
    return blake2b(written, digest_size=6).hexdigest()


def digests(questions: Iterable[Question], language: str) -> dict[str, str]:
    """Return the slugs of stored questions by the digest of their content."""
    found = {}
    for question in questions:
        try:
            found[digest(exchanged(question, language), language)] = question.slug
        except CannotCarry:
            continue
    return found
