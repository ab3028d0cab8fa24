"""What templates need to show the explaining material: dates, sources, certainty."""

from collections.abc import Iterable
from typing import Any

from django import template

from amendments import known_date as dates
from amendments.models import Citation
from amendments.source_use import SourceUse
from amendments.source_use import source_uses as uses

register = template.Library()


@register.filter
def known_date(dated: dates.Dated) -> str:
    return dates.known_date(dated)


@register.filter
def machine_date(dated: dates.Dated) -> str:
    """Give the `datetime` of a time element: 2022-06-05, 2022-06 or 2022, as far as known."""
    written = dated.date.isoformat()
    return {"day": written, "year": written[:4]}.get(dated.precision, written[:7])


@register.filter
def source_uses(citations: Iterable[Citation]) -> list[SourceUse]:
    return uses(citations)


@register.filter
def as_list(item: Any) -> list[Any]:
    """Hand one thing to a component that shows several."""
    return [item]
