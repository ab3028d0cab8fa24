"""The timeline: all events by phase and year, or one phase with texts and sources."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from amendments.models import Event, Statement
from amendments.with_sources import with_sources

Phase = Event.Phase


@dataclass(frozen=True)
class YearOfEvents:
    year: int
    events: list[Event]


@dataclass(frozen=True)
class PhaseOfEvents:
    phase: Event.Phase
    years: list[YearOfEvents]


class TimelinePage:
    """What happened, in order; `wanted` is a phase by its name, anything else means all.

    What is left out so is said in `refused`.
    """

    def __init__(self, wanted: str) -> None:
        self.phase = Phase(wanted) if wanted in Phase.values else None
        self.refused = [wanted[:40]] if wanted and self.phase is None else []
        self.phases = list(Phase)

    @cached_property
    def shown(self) -> list[PhaseOfEvents]:
        """The events by phase and year; with their sources where one phase is asked for."""
        events = Event.objects.published()
        if self.phase:
            events = with_sources(events.filter(phase=self.phase).select_related("referendum"))
        by_phase: dict[str, list[Event]] = {phase: [] for phase in Phase}
        for event in events:
            by_phase[event.phase].append(event)
        return [
            PhaseOfEvents(Phase(phase), _by_year(found))
            for phase, found in by_phase.items()
            if found
        ]

    @cached_property
    def notes(self) -> list[Statement]:
        return list(with_sources(Statement.objects.published().filter(page="timeline")))

    @property
    def previous(self) -> Event.Phase | None:
        return self._beside(-1)

    @property
    def following(self) -> Event.Phase | None:
        return self._beside(1)

    def _beside(self, step: int) -> Event.Phase | None:
        if self.phase is None:
            return None
        at = self.phases.index(self.phase) + step
        return self.phases[at] if 0 <= at < len(self.phases) else None


def _by_year(events: list[Event]) -> list[YearOfEvents]:
    return [
        YearOfEvents(year, list(found))
        for year, found in groupby(events, key=lambda event: event.date.year)
    ]
