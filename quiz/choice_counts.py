"""How often each answer to a question was given: by choice, by line, by piece or as written."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from amendments.languages import LANGUAGES
from quiz.question_types import Asked, Given, question_type
from quiz.question_types.mark_the_change import changed_pieces, pieces

MOST_WRITTEN = 10
CHOSEN = ("single", "multiple", "true_false", "before_or_after")

Token = tuple[str, Any]
In = Callable[[str], Asked]
"""The question as it is asked in a language."""


@dataclass(frozen=True)
class Count:
    """How many of `answers` gave this one. `is_right` is None where the line is neither.

    `language` is set where the languages differ, as the pieces of a text do.
    """

    key: str
    text: str
    number: int
    answers: int
    is_right: bool | None = None
    misconception: str = ""
    language: str = ""

    @property
    def share(self) -> float | None:
        """In per cent."""
        return 100 * self.number / self.answers if self.answers else None


def tokens(type_name: str, given: Given) -> Iterator[Token]:
    """Yield what of an answer is counted. Nothing is assumed of its shape: types change."""
    if type_name in CHOSEN:
        yield from ((str(key), None) for key in _list(given, "chosen"))
    elif type_name == "ordering":
        yield from ((str(key), place) for place, key in enumerate(_list(given, "order")))
    elif type_name == "matching":
        pairs = given.get("pairs")
        if isinstance(pairs, dict):
            yield from ((str(key), str(match)) for key, match in pairs.items())
    elif type_name == "mark_the_change":
        language = str(given.get("language", ""))
        yield language, None
        yield from ((language, at) for at in _list(given, "pieces") if isinstance(at, int))
    elif type_name == "number":
        number = str(given.get("number", ""))
        yield (number.rstrip("0").rstrip(".") if "." in number else number), None
    elif type_name == "short_answer":
        yield " ".join(str(given.get("text", "")).casefold().split()), None


def counts(
    type_name: str,
    counted: Counter[Token],
    answers: int,
    asked_in: In,
    *,
    language: str,
    misconceptions: dict[str, str] | None = None,
    minimum: int = 1,
) -> list[Count]:
    """Return the counts in the order of the question; of written answers the most frequent.

    `counted` are the tokens of all `answers`; `misconceptions` those of the choices by key.
    Empty if there are fewer than `minimum` answers; of a marked text, in each language.
    """
    if answers < minimum:
        return []
    if type_name in CHOSEN:
        return _chosen(counted, answers, asked_in(language), misconceptions or {})
    if type_name == "ordering":
        return [
            Count(choice.key, choice.text, counted[choice.key, place], answers)
            for place, choice in enumerate(asked_in(language).choices)
        ]
    if type_name == "matching":
        return _matched(counted, answers, asked_in(language))
    if type_name == "mark_the_change":
        return list(_marked(counted, asked_in, minimum))
    return _written(type_name, counted, answers, asked_in(language))


def _chosen(
    counted: Counter[Token], answers: int, asked: Asked, misconceptions: dict[str, str]
) -> list[Count]:
    known = [
        Count(
            choice.key,
            choice.text,
            counted[choice.key, None],
            answers,
            is_right=choice.weight > 0,
            misconception=misconceptions.get(choice.key, ""),
        )
        for choice in asked.choices
    ]
    keys = {count.key for count in known}
    removed = sorted((key, number) for (key, _), number in counted.items() if key not in keys)
    return [*known, *(Count(key, "", number, answers) for key, number in removed)]


def _matched(counted: Counter[Token], answers: int, asked: Asked) -> list[Count]:
    return [
        Count(
            choice.key,
            choice.text,
            sum(
                counted[choice.key, each.key]
                for each in asked.choices
                if each.match == choice.match
            ),
            answers,
        )
        for choice in asked.choices
        if choice.text
    ]


def _marked(counted: Counter[Token], asked_in: In, minimum: int) -> Iterator[Count]:
    for language in LANGUAGES:
        if counted[language, None] < minimum:
            continue
        asked = asked_in(language)
        if asked.law_language != language:
            continue  # That translation is gone, and its pieces with it
        changed = changed_pieces(asked.before, asked.after)
        for at, piece in enumerate(pieces(asked.before)):
            yield Count(
                str(at),
                piece.text.strip(),
                counted[language, at],
                counted[language, None],
                is_right=at in changed,
                language=language,
            )


def _written(type_name: str, counted: Counter[Token], answers: int, asked: Asked) -> list[Count]:
    field = "number" if type_name == "number" else "text"
    grade = question_type(type_name).grade
    often = sorted(counted.items(), key=lambda item: (-item[1], item[0][0]))[:MOST_WRITTEN]
    return [
        Count(text, text, number, answers, is_right=_is_right(grade, asked, {field: text}))
        for (text, _), number in often
    ]


def _is_right(grade: Callable[[Asked, Given], Any], asked: Asked, given: Given) -> bool:
    try:
        return bool(grade(asked, given) == 1)
    except ValueError:  # Not a number any more, by today's rules
        return False


def _list(given: Given, name: str) -> list[Any]:
    value = given.get(name)
    return value if isinstance(value, list) else []
