"""The way of a bill from hand to hand: one lane for each hand, one station for each step."""

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.drawings.dots import Dot, Frame

LANE = 24  # Units from one lane to its neighbour
HEIGHT = 28  # Of the part with the station; below it the way runs on, however long the words
STATION = 18


@dataclass(frozen=True)
class Hop:
    """One step: the way from the step before, the stations, and the way on.

    `stations` has one dot for each lane that takes part, `bar` joins them if they are several.
    `trunk` is where the way goes on downwards, None after the last step.
    """

    way: str
    stations: list[Dot]
    bar: str
    trunk: int | None


def hops(steps: Sequence[Sequence[int]]) -> list[Hop]:
    """Draw the way through `steps`; each names the lanes, counted from 0, that take part."""
    drawn = []
    for i, lanes in enumerate(steps):
        here = _middle(lanes)
        last = i == len(steps) - 1
        way = _curve(_middle(steps[i - 1]), here) if i else f"M{here} {STATION}"
        stations = [Dot(_centre(lane), STATION) for lane in lanes]
        bar = f"M{stations[0].x} {STATION}H{stations[-1].x}" if len(stations) > 1 else ""
        drawn.append(
            Hop(way + ("" if last else f"V{HEIGHT}"), stations, bar, None if last else here)
        )
    return drawn


def guides(lanes: int) -> str:
    """Return a path with a line down the middle of each lane."""
    return "".join(f"M{_centre(lane)} 0V{HEIGHT}" for lane in range(lanes))


def hop_frame(lanes: int) -> Frame:
    return Frame(0, 0, lanes * LANE, HEIGHT)


def _centre(lane: int) -> int:
    return lane * LANE + LANE // 2


def _middle(lanes: Sequence[int]) -> int:
    return sum(_centre(lane) for lane in lanes) // len(lanes)


def _curve(before: int, here: int) -> str:
    if before == here:
        return f"M{here} 0V{STATION}"
    half = STATION // 2
    return f"M{before} 0C{before} {half} {here} {half} {here} {STATION}"
