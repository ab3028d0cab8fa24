"""A question on its way between two systems: plain values, no database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from string import ascii_lowercase

from quiz.question_types import AskedChoice

MOST_QUESTIONS = 5_000  # In one file
MOST_CHOICES = 100  # In one question
MOST_CHARACTERS = 100_000  # In one text
MOST_NESTED = 100  # Elements within elements, in one text
LONGEST_TITLE = 60  # Characters, where a question without a name is spoken of
NAMELESS = "a question without a text"


class Unreadable(ValueError):
    """The file as a whole cannot be read; nothing of it was taken."""


class CannotCarry(ValueError):
    """This one question cannot be read, or not be written; the others can."""


@dataclass(frozen=True)
class ExchangedQuestion:
    """A question in one language, in plain text.

    The choices have the keys a, b, c …, or "true" and "false". `notes` say what of the file
    was lost; `line` is where it began there, from 1, or 0 where lines mean nothing.
    `language` is known on the way out only: the words "true" and "false" are written in it.
    """

    type: str
    prompt: str
    name: str = ""
    category: str = ""
    idnumber: str = ""
    hidden: bool = False
    explanation: str = ""
    unit: str = ""
    choices: tuple[AskedChoice, ...] = ()
    notes: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)
    language: str = field(default="en", compare=False)

    @property
    def title(self) -> str:
        return self.name or title_of(self.prompt) or NAMELESS


@dataclass(frozen=True)
class Refused:
    """A question that was not taken: what it is called, if anything, and why."""

    name: str
    reason: str
    line: int = field(default=0, compare=False)

    @property
    def title(self) -> str:
        return self.name or NAMELESS


@dataclass(frozen=True)
class Reading:
    """What a file holds, in its order. `notes` are about the file as a whole."""

    entries: Sequence[ExchangedQuestion | Refused]
    notes: Sequence[str] = ()

    @property
    def questions(self) -> list[ExchangedQuestion]:
        return [entry for entry in self.entries if isinstance(entry, ExchangedQuestion)]

    @property
    def refused(self) -> list[Refused]:
        return [entry for entry in self.entries if isinstance(entry, Refused)]


@dataclass(frozen=True)
class Written:
    """A file, the questions left out of it, and by title what the others lost in it."""

    data: bytes
    refused: Sequence[Refused] = ()
    notes: Sequence[tuple[str, str]] = ()


def title_of(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1].rstrip()}…"


def keys() -> Iterator[str]:
    """Yield a, b … z, aa, ab …"""
    for before in ["", *ascii_lowercase]:
        for letter in ascii_lowercase:
            yield before + letter


def check_number_of(questions: int) -> None:
    """Raises Unreadable for more questions than one file may hold, before they are read."""
    if questions > MOST_QUESTIONS:
        raise Unreadable(f"The file holds more than {MOST_QUESTIONS:,} questions; divide it.")


def keyed(choices: Sequence[AskedChoice]) -> tuple[AskedChoice, ...]:
    """Return the choices with the keys a, b, c …; raises CannotCarry for too many."""
    if len(choices) > MOST_CHOICES:
        raise CannotCarry(f"more than {MOST_CHOICES} choices")
    return tuple(replace(choice, key=key) for key, choice in zip(keys(), choices, strict=False))
