"""The day a reader wants to see the law on, or the two days to compare."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from django.http import QueryDict

from amendments.days import AskedDay, asked_day, today
from amendments.models import Constitution


class DayFault(Enum):
    """What the page says about a day it cannot take as it was asked for."""

    UNREADABLE = "unreadable"
    BEFORE_CONSTITUTION = "before-constitution"
    BEFORE_EDITIONS = "before-editions"
    AFTER_END = "after-end"
    AFTER_TODAY = "after-today"
    SWAPPED = "swapped"
    ONE_MISSING = "one-missing"


@dataclass(frozen=True)
class DayNote:
    """`given` is what could not be read as a day; `day` is the day spoken of."""

    fault: DayFault
    day: date | None = None
    given: str = ""


class ReadingDays:
    """What `?on=` or `?from=…&to=…` ask for, kept within the days we can answer for.

    `day` is the day to show the law on: the last one unless asked otherwise. Where two days
    are to be compared, `first` and `last` hold them in their order and `day` equals `last`.
    Nothing is an error: what cannot be read or answered becomes one of the `notes`.
    """

    def __init__(self, constitution: Constitution, query: QueryDict) -> None:
        self.constitution = constitution
        self.notes: list[DayNote] = []
        on, start, end = (self._read(query.get(name)) for name in ("on", "from", "to"))
        self.compares = bool(start.day and end.day)
        if start.day and end.day:
            if start.day > end.day:
                self.notes.append(DayNote(DayFault.SWAPPED))
            asked = sorted((start.day, end.day))
        else:
            if start.day or end.day or start.refused or end.refused:
                self.notes.append(DayNote(DayFault.ONE_MISSING))
            asked = [on.day or start.day or end.day or self.last_known]
        self.is_one_day_twice = self.compares and asked[0] == asked[1]
        self.first, self.last = self._within(asked[0]), self._within(asked[-1])

    @property
    def day(self) -> date:
        return self.last

    @property
    def first_known(self) -> date:
        """The day of the oldest edition compared."""
        return self.constitution.texts_known_from or self.constitution.adopted_on

    @property
    def last_known(self) -> date:
        """Today, or the last day of a Constitution that has ended."""
        until = self.constitution.in_force_until
        return min(today(), until - timedelta(days=1)) if until else today()

    @property
    def query(self) -> str:
        """The question mark and all after it for another page on the same days."""
        if self.compares:
            return f"?from={self.first:%Y-%m-%d}&to={self.last:%Y-%m-%d}"
        return "" if self.day == self.last_known else f"?on={self.day:%Y-%m-%d}"

    def _read(self, given: str | None) -> AskedDay:
        asked = asked_day(given)
        if asked.refused:
            self.notes.append(DayNote(DayFault.UNREADABLE, given=asked.refused))
        return asked

    def _within(self, day: date) -> date:
        """Return the nearest day we can answer for, with a note if it is another."""
        until = self.constitution.in_force_until
        fault = None
        if day < self.constitution.adopted_on:
            fault = DayFault.BEFORE_CONSTITUTION
        elif day < self.first_known:
            fault = DayFault.BEFORE_EDITIONS
        elif until and day >= until:
            fault = DayFault.AFTER_END
        elif day > self.last_known:
            fault = DayFault.AFTER_TODAY
        note = DayNote(fault, day) if fault else None
        if note and note not in self.notes:
            self.notes.append(note)
        return max(self.first_known, min(day, self.last_known))
