"""Since when a modification is in force, and applied: by `temporalData` and `lifecycle`."""

from datetime import date

from lxml import etree

from amendments.akoma_ntoso.document.parts import InForce
from amendments.akoma_ntoso.reading.finding import child, within
from amendments.akoma_ntoso.reading.values import Values


class ReadPeriods:
    def __init__(self, meta: etree._Element, values: Values) -> None:
        self._values = values
        self._events = {each.get("eId", ""): each for each in within(meta, "eventRef")}
        self._groups = {each.get("eId", ""): each for each in within(meta, "temporalGroup")}

    def of(self, mod: etree._Element) -> InForce | None:
        """None for a modification that does not say since when it is in force.

        `until` is not read: it follows from what came later.
        """
        since = self._start(mod, "force")
        if since is None:
            return None
        return InForce(since, None, self._start(mod, "efficacy"))

    def _start(self, mod: etree._Element, name: str) -> date | None:
        period = child(mod, name)
        if period is None:
            return None
        given = period.get("period", "")
        interval = child(self._groups.get(given.removeprefix("#")), "timeInterval")
        if interval is None:
            self._values.fault(period, f"no <temporalGroup> with a time is {given[:60]!r}.")
            return None
        start = interval.get("start", "")
        event = self._events.get(start.removeprefix("#"))
        if event is None:
            self._values.fault(interval, f"no <eventRef> is {start[:60]!r}.")
            return None
        return self._values.optional_day(event, "date")
