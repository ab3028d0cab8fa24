"""One picture of one period, with its key: what the pictures of seats have in common."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from django.utils.text import capfirst

from amendments.drawn.marks import Mark
from amendments.models import Period
from amendments.texts import Text

_NOTHING = Text("", "", "")


@dataclass(frozen=True)
class Group:
    """Dots of one kind and their line in the key; `number` is None where each dot is named.

    `words` says what they are, `more` how they came there, `note` what else to know.
    """

    mark: Mark
    path: str
    words: Text
    number: int | None = None
    more: str = ""
    note: Text = _NOTHING
    certainty: str = ""


@dataclass(frozen=True)
class Panel:
    """A picture with its key. `lines` is a path behind the dots; `shape` names the layout."""

    shape: str
    slug: str
    heading: str
    subject: Text
    total: int
    counted: str
    view_box: str
    groups: Sequence[Group]
    lines: str = ""
    picture: bool = True

    @property
    def said(self) -> str:
        """Tell the picture to those who do not see it, numbers first in each part."""
        parts = [
            f"{group.number} – {group.words.value}" if group.number else group.words.value
            for group in self.groups
        ]
        return f"{self.total} {self.counted}: {'; '.join(parts)}"


def heading(period: Period) -> str:
    return str(capfirst(period.label))


class _OfAPeriod(Protocol):
    period: str


T = TypeVar("T", bound=_OfAPeriod)


def by_period(items: Iterable[T]) -> list[tuple[Period, list[T]]]:
    """Sort items into the periods, in the order of time; a period without any is left out."""
    listed = list(items)
    sorted_out = ((p, [item for item in listed if item.period == p]) for p in Period)
    return [(period, found) for period, found in sorted_out if found]
