"""Which rows a list holds, in order, kept by the process as long as nothing public changes.

To filter, sort and count 70,000 rows for the twenty of a page costs more than all the rest; to
keep their keys costs eight bytes each.
"""

from array import array
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

MOST_KEYS = 1_000_000  # Of all lists together: eight megabytes


@dataclass
class Kept:
    stamp: str
    lists: dict[Hashable, "array[int]"] = field(default_factory=dict)
    size: int = 0


_kept = Kept("")


def kept_list(stamp: str, name: Hashable, read: Callable[[], Iterable[int]]) -> "array[int]":
    """Return the keys that `read` finds; it is asked once for each name and stamp.

    `stamp` is the freshness, read before anything else, so that no older list is kept under it.
    """
    global _kept
    kept = _kept
    if kept.stamp != stamp or kept.size > MOST_KEYS:
        kept = _kept = Kept(stamp)
    found = kept.lists.get(name)
    if found is None:
        found = kept.lists[name] = array("q", read())
        kept.size += len(found) + 100  # An empty list costs something too
    return found
