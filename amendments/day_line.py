"""The days on which the law changed, as stops on a line."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from amendments.reading_days import ReadingDays

MOST_STOPS = 8  # More do not fit beside each other: the select alone remains


@dataclass(frozen=True)
class Stop:
    """A day to choose, with the number of changes that took effect on it."""

    day: date
    changes: int
    is_first: bool
    is_here: bool


class DayLine:
    """The oldest edition compared, each day of change, the last day, and what was asked for.

    A day that was typed in is a stop too, so that slider, select and line say the same.
    """

    def __init__(self, days: ReadingDays, changes: Counter[date]) -> None:
        known = {days.first_known, days.last_known, days.first, days.last}
        known |= {day for day in changes if days.first_known < day <= days.last_known}
        here = {days.first, days.last} if days.compares else {days.day}
        self.stops = [
            Stop(day, changes[day], day == days.first_known, day in here) for day in sorted(known)
        ]
        self.at = next(i for i, stop in enumerate(self.stops) if stop.day == days.day)

    @property
    def is_drawn(self) -> bool:
        return 1 < len(self.stops) <= MOST_STOPS

    @property
    def last_index(self) -> int:
        return len(self.stops) - 1

    @property
    def days(self) -> list[date]:
        return [stop.day for stop in self.stops]
