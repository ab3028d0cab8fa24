"""Bounds on time that hold on any machine, however slow or busy."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import thread_time


@contextmanager
def at_most(counts: int) -> Iterator[None]:
    """Fail if the work takes the processor longer than so many counts to a million right after.

    A count takes some 50 ms on a machine of 2022. What must never go on for minutes gets room.
    """
    began = thread_time()
    yield
    took = thread_time() - began
    began, total = thread_time(), 0
    for number in range(1_000_000):
        total += number
    count = thread_time() - began
    assert took <= counts * count, f"{took:.2f} s, {took / count:.0f} counts"
