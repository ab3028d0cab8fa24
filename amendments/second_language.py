"""A second language beside that of the page, for those who read two (`?with=ru`)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from django.http import QueryDict

from amendments.languages import LANGUAGES
from amendments.texts import Text, TextPair

Shown = TypeVar("Shown", Text, TextPair)


@dataclass(frozen=True)
class SecondLanguage:
    """The language asked for; `code` is empty without one, and for one that we do not have."""

    code: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "SecondLanguage":
        """Read `?with=`; an unknown value shows one language."""
        given = query.get("with", "")
        return cls(given if given in LANGUAGES else "")

    def beside(self, shown: Shown, read: Callable[[str], Shown]) -> Shown | None:
        """Return what `read` finds in the second language, to stand beside `shown`.

        None without a second language, where `shown` is in it already, and where there is no
        translation into it.
        """
        if self.code in ("", shown.language):
            return None
        other = read(self.code)
        return None if other.is_foreign else replace(other, wanted=shown.wanted)
