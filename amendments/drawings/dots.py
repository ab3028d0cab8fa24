"""Dots, and the path that draws them all at once."""

from collections.abc import Iterable
from dataclasses import dataclass

PITCH = 20  # Units from one dot to its neighbour


@dataclass(frozen=True)
class Dot:
    """The centre of a dot, in whole units; y grows downwards, as in SVG."""

    x: int
    y: int


@dataclass(frozen=True)
class Frame:
    """The part of the plane that a drawing fills, in units."""

    left: int
    top: int
    width: int
    height: int

    @property
    def view_box(self) -> str:
        return f"{self.left} {self.top} {self.width} {self.height}"


def path(dots: Iterable[Dot]) -> str:
    """Return an SVG path of one line without length for each dot, in the order given.

    The caps of the stroke make it a dot (round) or a square (square). Steps are relative, so
    that dots in a row take a few bytes each.
    """
    steps, at = [], Dot(0, 0)
    for dot in dots:
        x, y = dot.x - at.x, dot.y - at.y
        steps.append(f"m{x}{'' if y < 0 else ' '}{y}h0")
        at = dot
    return "".join(steps)


def row(count: int) -> list[Dot]:
    """Set dots side by side, the first in the middle of a square whose corner is the origin."""
    return [Dot(PITCH * i + PITCH // 2, PITCH // 2) for i in range(count)]


def row_frame(columns: int) -> Frame:
    return Frame(0, 0, PITCH * columns, PITCH)
