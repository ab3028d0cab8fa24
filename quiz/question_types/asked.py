"""A question in one language, as it is shown and graded: plain values, no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b
from typing import Any

Given = dict[str, Any]
"""An answer as it is stored: JSON, in the keys of the choices; each type says its shape."""

MOST_DRAWS = 40  # Three choices fall as given in every draw once in 6^40


@dataclass(frozen=True, slots=True)
class AskedChoice:
    """One choice. `weight` is in per cent of the mark, from -100 to 100.

    `match` is what belongs to `text` in a matching question; `number` and `tolerance` are what
    a number question accepts. What a type does not use stays empty.
    """

    key: str
    text: str = ""
    match: str = ""
    weight: Decimal = Decimal(0)
    feedback: str = ""
    number: Decimal | None = None
    tolerance: Decimal = Decimal(0)

    @property
    def bare(self) -> "AskedChoice":
        """The text alone, for a form: key, match and weight would tell the answer."""
        return AskedChoice("", self.text)


@dataclass(frozen=True)
class Asked:
    """A question. `before` and `after` are the texts of the change it is about, or empty.

    `language` is that of prompt and choices, `law_language` that of the two texts.
    `salt` is secret: from it hangs the order in which steps and matches are shown, which must
    not be worked out from the keys.
    """

    slug: str
    type: str
    choices: Sequence[AskedChoice] = ()
    before: str = ""
    after: str = ""
    unit: str = ""
    language: str = "en"
    law_language: str = "en"
    salt: str = ""

    def choice(self, key: str) -> AskedChoice:
        """Raises KeyError."""
        for choice in self.choices:
            if choice.key == key:
                return choice
        raise KeyError(key)

    def shuffled(self, choices: Sequence[AskedChoice]) -> list[AskedChoice]:
        """Return the choices in an order of their own, the same every time; never as given.

        The order as given would be the right one, so that lots are drawn again. Two choices
        keep the lot they drew: never as given would be always the other way round.
        """
        given = list(choices)
        for draw in range(MOST_DRAWS):
            mixed = sorted(given, key=lambda choice: _lot(self.salt, draw, choice.key))
            if mixed != given or len(given) < 3:
                return mixed
        return given


def _lot(salt: str, draw: int, key: str) -> bytes:
    return blake2b(f"{draw} {key}".encode(), key=salt.encode()[:64], digest_size=8).digest()


class Form:
    """What a reader sent: names with one or several values.

    Where several questions stand in one form, `prefix` tells their names apart.
    """

    def __init__(self, values: Mapping[str, Sequence[str]], prefix: str = "") -> None:
        self._values = values
        self._prefix = prefix

    def all(self, name: str) -> list[str]:
        return [value for value in self._values.get(self._prefix + name, ()) if value.strip()]

    @property
    def is_filled(self) -> bool:
        """Whether anything at all was sent for this question."""
        return any(
            name.startswith(self._prefix) and any(value.strip() for value in values)
            for name, values in self._values.items()
        )

    def one(self, name: str) -> str:
        """Return the last value, or an empty text."""
        return (self.all(name) or [""])[-1]
