"""Values of attributes, with a fault for each that cannot be read."""

from datetime import date

from lxml import etree

from amendments.akoma_ntoso.faults import Fault, Unreadable
from amendments.akoma_ntoso.reading.finding import where


class Values:
    """Collects faults; `check` raises them together."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, element: etree._Element, text: str) -> None:
        self.faults.append(Fault(where(element), text))

    def text(self, element: etree._Element, name: str) -> str:
        value = element.get(name, "")
        if not value:
            self.fault(element, f"{name} is missing.")
        return value

    def whole(self, element: etree._Element, name: str) -> int:
        value = self.text(element, name)
        if value.isascii() and value.isdigit() and len(value) < 6:
            return int(value)
        if value:
            self.fault(element, f"{name}: {value[:40]!r} is no whole number.")
        return 0

    def day(self, element: etree._Element, name: str) -> date:
        found = self.optional_day(element, name)
        if found is None and not element.get(name):
            self.fault(element, f"{name} is missing.")
        return found or date.min

    def optional_day(self, element: etree._Element, name: str) -> date | None:
        value = element.get(name, "")
        try:
            return date.fromisoformat(value[:10]) if value else None
        except ValueError:
            self.fault(element, f"{name}: {value[:40]!r} is no day; write YYYY-MM-DD.")
            return None

    def check(self) -> None:
        if self.faults:
            raise Unreadable(self.faults)
