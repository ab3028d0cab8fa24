"""Which rows a list holds, in order, kept by the process as long as nothing public changes.

To filter, sort and count 70,000 rows for the twenty of a page costs more than all the rest; to
keep their keys costs eight bytes each.
"""

from array import array
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")

MOST_KEYS = 1_000_000  # Of all lists together: eight megabytes


@dataclass
class Kept:
    stamp: str
    lists: dict[Hashable, "array[int]"] = field(default_factory=dict)
    others: dict[Hashable, Any] = field(default_factory=dict)
    size: int = 0


_kept = Kept("")


def kept_list(stamp: str, name: Hashable, read: Callable[[], Iterable[int]]) -> "array[int]":
    """Return the keys that `read` finds; it is asked once for each name and stamp.

    `stamp` is the freshness, read before anything else, so that no older list is kept under it.
    """
    holder = _kept_under(stamp)
    found = holder.lists.get(name)
    if found is None:
        found = holder.lists[name] = array("q", read())
        holder.size += len(found) + 100  # An empty list costs something too
    return found


def kept(stamp: str, name: Hashable, read: Callable[[], T]) -> T:
    """Return what `read` finds that hangs on nothing but the content, kept as lists are."""
    others = _kept_under(stamp).others
    if name not in others:
        others[name] = read()
    found: T = others[name]
    return found


def _kept_under(stamp: str) -> Kept:
    global _kept
    holder = _kept
    if holder.stamp != stamp or holder.size > MOST_KEYS:
        holder = _kept = Kept(stamp)
    return holder
