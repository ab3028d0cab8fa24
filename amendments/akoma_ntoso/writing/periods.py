"""Events and the times between them: what `lifecycle` and `temporalData` hold."""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from amendments.akoma_ntoso.document.parts import InForce
from amendments.akoma_ntoso.writing.elements import add

FORCE, EFFICACY = "force", "efficacy"


@dataclass(frozen=True)
class Event:
    """`source` is the eId of what the document refers to; `type` is the standard's, if any."""

    day: date
    name: str
    source: str
    type: str = ""

    @property
    def eid(self) -> str:
        return f"eventRef_{self.name}-{self.day.isoformat()}"


class Periods:
    """Collects the events and times that a document speaks of, each once."""

    def __init__(self, publisher: str) -> None:
        self._publisher = publisher
        self._events: dict[str, Event] = {}
        self._groups: dict[str, tuple[str, str, str]] = {}

    def note(self, event: Event) -> None:
        self._events.setdefault(event.eid, event)

    def refer(self, mod: etree._Element, in_force: InForce, start: Event) -> None:
        """Say of a modification since when it is in force and, where that differs, applied.

        An interval ends with the event on whose day it holds no longer.
        """
        self.note(start)
        end = self._end(in_force.until)
        add(mod, FORCE, {"period": f"#{self._group(FORCE, start, end)}"})
        if in_force.applied_from:
            applied = Event(in_force.applied_from, "application", start.source)
            self.note(applied)
            add(mod, EFFICACY, {"period": f"#{self._group(EFFICACY, applied, end)}"})

    def _end(self, until: date | None) -> Event | None:
        if until is None:
            return None
        for event in self._events.values():
            if event.day == until and event.type in ("amendment", "repeal"):
                return event
        end = Event(until, "end", self._publisher)
        self.note(end)
        return end

    def _group(self, of: str, start: Event, end: Event | None) -> str:
        days = "-".join(event.day.isoformat() for event in (start, end) if event)
        eid = f"tmpg_{of}-{days}"
        self._groups[eid] = (of, start.eid, end.eid if end else "")
        return eid

    def write_events(self, lifecycle: etree._Element) -> None:
        for event in sorted(self._events.values(), key=lambda each: (each.day, each.eid)):
            add(
                lifecycle,
                "eventRef",
                {
                    "eId": event.eid,
                    "date": event.day.isoformat(),
                    "type": event.type,
                    "source": f"#{event.source}",
                },
            )

    def write_temporal_data(self, meta: etree._Element) -> None:
        if not self._groups:
            return
        data = add(meta, "temporalData", {"source": f"#{self._publisher}"})
        for eid, (of, start, end) in sorted(self._groups.items()):
            group = add(data, "temporalGroup", {"eId": eid})
            attributes = {"start": f"#{start}", "end": f"#{end}" if end else ""}
            add(group, "timeInterval", attributes | {"refersTo": f"#{of}"})

    @property
    def kinds(self) -> list[str]:
        """Which kinds of time are spoken of."""
        return sorted({of for of, _start, _end in self._groups.values()})
