"""Seats two by two in a strip: where members come in pairs, the pairs can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.drawings.dots import PITCH, Dot, Frame

_GAP = 0.7  # Between groups, in seats


@dataclass(frozen=True)
class Strip:
    """Seats by group in columns of two, from left to right, the upper one of a pair first."""

    groups: list[list[Dot]]
    width: int

    def frame(self, width: int = 0) -> Frame:
        """Return the frame of this strip, or of a wider one that begins at the same place."""
        return Frame(0, 0, max(self.width, width), 2 * PITCH)


def strip(counts: Sequence[int]) -> Strip:
    """Set groups of these sizes in columns of two; an odd one out ends its group."""
    groups: list[list[Dot]] = []
    left = 0.0
    for count in counts:
        groups.append([_at(left, i) for i in range(count)])
        left += (count + 1) // 2 + _GAP if count else 0
    return Strip(groups, round(max(left - _GAP, 0) * PITCH))


def links(dots: Sequence[Dot]) -> str:
    """Return a path with a line from the upper to the lower seat of each pair."""
    return "".join(
        f"M{upper.x} {upper.y}V{lower.y}"
        for upper, lower in zip(dots[::2], dots[1::2], strict=False)
    )


def _at(left: float, i: int) -> Dot:
    return Dot(round((left + i // 2 + 0.5) * PITCH), round((i % 2 + 0.5) * PITCH))
