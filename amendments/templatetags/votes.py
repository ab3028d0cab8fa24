"""Votes drawn from their numbers: all entitled voters in one bar, the regions as a tile map."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amendments.electorate import Part, parts_of
from amendments.models import Certainty, RegionResult, Result, ResultCount
from amendments.texts import text_in
from amendments.tile_map import tiles_of

register = template.Library()


@register.filter
def percent(share: Decimal | None, decimals: int = 2) -> str:
    """Write a share in the page's language, with up to `decimals`; empty if unknown."""
    if share is None:
        return ""
    written = f"{share.quantize(Decimal(10) ** -decimals, ROUND_HALF_UP):f}".rstrip("0").rstrip(".")
    return _("%(number)s%%") % {"number": number_format(Decimal(written or 0))}


@register.filter
def whose(count: ResultCount) -> str:
    """Say of whom the share of a count is: "of those who took part"."""
    return str(count.get_share_of_display())


@register.filter
def has_numbers(result: Result) -> bool:
    """Whether a result counts anybody; an exit poll has shares only."""
    return any(count.count is not None for count in result.counts.all())


@register.filter
def has_more(count: ResultCount) -> bool:
    """Whether there is more to say of a number than the number."""
    unsure = count.certainty in (Certainty.MEDIUM, Certainty.LOW)
    return bool(count.ours or unsure or text_in(get_language(), count, "note"))


@register.inclusion_tag("amendments/result_bar.html")
def result_bar(result: Result) -> dict[str, Any]:
    """Draw how all entitled voters voted or did not, with the numbers in words beside.

    Costs the query for the counts unless they are prefetched, and draws nothing where we do
    not know how many were entitled.
    """
    parts = parts_of(result)
    return {
        "result": result,
        "parts": parts,
        "entitled": sum(part.count for part in parts),
        "spoken": ", ".join(_spoken(part) for part in parts),
    }


@register.inclusion_tag("amendments/tile_map.html")
def tile_map(regions: Iterable[RegionResult]) -> dict[str, Any]:
    """Draw the regions as tiles, each leading to its row in the table of the regions page."""
    return {"tiles": tiles_of(regions)}


def _spoken(part: Part) -> str:
    return f"{part.name} {percent(part.share)}"
