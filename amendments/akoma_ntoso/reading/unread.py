"""What of a foreign document nobody looks at, so that it can be said."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from amendments.akoma_ntoso.document.names import AKN
from amendments.akoma_ntoso.faults import Where
from amendments.akoma_ntoso.reading.finding import where, within

_NEVER_READ = ("attachments", "components", "componentRef")
_LONGEST_NAME = 120


def left_unread(act: etree._Element) -> Iterator[tuple[Where, str]]:
    """Yield parts that are not read, and each namespace that is not the standard's, once."""
    for part in within(act, *_NEVER_READ):
        yield where(part), "not read: only the act itself is"
    first: dict[str, etree._Element] = {}
    counted: Counter[str] = Counter()
    for element in act.iter():
        namespace = etree.QName(element).namespace or ""
        if namespace != AKN:
            first.setdefault(namespace, element)
            counted[namespace] += 1
    for namespace, element in first.items():
        name = namespace[:_LONGEST_NAME] or "none"
        number = counted[namespace]
        yield where(element), f"{number} element{'s' if number > 1 else ''} of the namespace {name}"
