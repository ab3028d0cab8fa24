"""A map of equal tiles: each region where it lies, with what is known of its vote drawn to scale.

A tile's picture is 100 units wide, one for each per cent, and has two bars: turnout above, the
votes below, yes from the left and no from the right. What is not known is drawn as such.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from amendments.models import RegionResult

WIDTH = 100


@dataclass(frozen=True)
class Span:
    """A stretch of a bar, in units; `kind` is yes, no, other (known, neither) or unknown."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True)
class Tile:
    """A region on the map; `number` is its number in the table beside."""

    number: int
    region: RegionResult
    turnout: str
    votes: list[Span]


def tiles_of(regions: Iterable[RegionResult]) -> list[Tile]:
    return [
        Tile(number, region, _units(region.turnout_preliminary), _votes(region))
        for number, region in enumerate(regions, start=1)
    ]


def _votes(region: RegionResult) -> list[Span]:
    """Draw the votes of a region: between yes and no lies what is neither, or is not known.

    A yes share of which only a lower bound is known is drawn up to that bound.
    """
    yes = region.yes_share if region.yes_share is not None else region.yes_share_over
    is_known = region.yes_share is not None and region.no_share is not None
    spans, start, end = [], yes or Decimal(0), WIDTH - (region.no_share or Decimal(0))
    if yes is not None:
        spans.append(Span("yes", "0", _units(yes)))
    if end > start:
        spans.append(Span("other" if is_known else "unknown", _units(start), _units(end - start)))
    if region.no_share is not None:
        spans.append(Span("no", _units(end), _units(region.no_share)))
    return spans


def _units(share: Decimal | None) -> str:
    """Write a share for SVG: a plain number whatever the language; empty if unknown."""
    return "" if share is None else f"{share:.4g}"
