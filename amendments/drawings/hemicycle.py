"""Seats in a half circle, as in a parliament or round a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from amendments.drawings.dots import PITCH, Dot, Frame

Seat = tuple[float, float]  # Its angle from the left end, 0, to the right end, pi; its radius

_OPEN = 0.48  # The least share of the outer radius that is left open for a number


@dataclass(frozen=True)
class Seating:
    """Seats by group, in the order of the groups from left to right.

    Within a group they stand row by row. The centre of the half circle is the origin; `radius`
    is that of the outermost row. Every seat has the same size in every seating, so two can be
    compared by eye.
    """

    groups: list[list[Dot]]
    radius: float

    def frame(self, radius: float | None = None) -> Frame:
        """Return the frame of this seating, or of one with a larger radius on the same line."""
        reach = round(max(self.radius, radius or 0)) + PITCH // 2
        return Frame(-reach, -reach, 2 * reach, reach + PITCH // 2)


def hemicycle(counts: Sequence[int]) -> Seating:
    """Seat groups of these sizes in rows round a centre, each group a wedge.

    The rows are as many as leave about half of the radius open. Neighbours in a row are as
    far apart as the rows, so every seat gets the same room.
    """
    total = sum(counts)
    rows = _rows(total)
    inner = _inner_radius(total, rows)
    radii = [(inner + i) * PITCH for i in range(rows)]
    seats: list[Seat] = []
    for radius, count in zip(radii, _share(total, radii), strict=True):
        seats += [(_angle(i, count - 1), radius) for i in range(count)]
    seats.sort()
    groups = [
        [_at(angle, radius) for angle, radius in sorted(wedge, key=lambda seat: seat[::-1])]
        for wedge in _split(seats, counts)
    ]
    return Seating(groups, radii[-1])


def half_ring(counts: Sequence[int], gap: float = 0) -> Seating:
    """Seat groups of these sizes in one row, with a gap (in seats) between the groups."""
    groups = [count for count in counts if count]
    steps = sum(groups) - 1 + gap * (len(groups) - 1)
    radius = max(steps / pi, 1.0) * PITCH
    seated: list[list[Dot]] = []
    at = 0.0
    for count in counts:
        seated.append([_at(_angle(at + i, steps), radius) for i in range(count)])
        at += count + gap if count else 0
    return Seating(seated, radius)


def rays(dots: Sequence[Dot], reach: float) -> str:
    """Return a path of lines from each dot towards the origin, ending `reach` units before it."""
    lines = []
    for dot in dots:
        distance = (dot.x**2 + dot.y**2) ** 0.5
        part = reach / distance if distance > reach else 1
        lines.append(f"M{dot.x} {dot.y}L{round(dot.x * part)} {round(dot.y * part)}")
    return "".join(lines)


def _rows(total: int) -> int:
    rows = 1
    while rows < total:
        inner = _inner_radius(total, rows + 1)
        if inner < _OPEN * (inner + rows):
            break
        rows += 1
    return rows


def _inner_radius(total: int, rows: int) -> float:
    """Solve for the radius, in pitches, at which `rows` rows hold exactly `total` seats."""
    return max(((total - rows) / pi - rows * (rows - 1) / 2) / rows, 0.0)


def _share(total: int, radii: Sequence[float]) -> list[int]:
    """Share the seats out to the rows by their length, by largest remainder."""
    wanted = [pi * radius / PITCH + 1 for radius in radii]
    scale = total / sum(wanted)
    shares = [int(want * scale) for want in wanted]
    by_remainder = sorted(
        range(len(radii)), key=lambda i: wanted[i] * scale - shares[i], reverse=True
    )
    for i in by_remainder[: total - sum(shares)]:
        shares[i] += 1
    return shares


def _angle(step: float, steps: float) -> float:
    return pi * step / steps if steps else pi / 2


def _at(angle: float, radius: float) -> Dot:
    return Dot(round(-radius * cos(angle)), round(-radius * sin(angle)))


def _split(seats: list[Seat], counts: Sequence[int]) -> list[list[Seat]]:
    groups, at = [], 0
    for count in counts:
        groups.append(seats[at : at + count])
        at += count
    return groups
