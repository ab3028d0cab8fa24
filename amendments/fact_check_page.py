"""The press report of June 2022 beside the record, point by point."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Count

from amendments.models import FactCheck, Statement
from amendments.models.context import FactCheckQuerySet
from amendments.with_sources import with_sources

PER_PAGE = 8


@dataclass(frozen=True)
class VerdictCount:
    verdict: FactCheck.Verdict
    number: int


class FactCheckPage:
    """The points of one verdict, or all; `wanted` is a verdict by its name.

    One that we do not know is left out and said so in `refused`.
    """

    def __init__(self, wanted: str, number: str | None) -> None:
        verdicts = FactCheck.Verdict
        self.verdict = verdicts(wanted) if wanted in verdicts.values else None
        self.refused = [wanted[:40]] if wanted and self.verdict is None else []
        self._number = number

    @cached_property
    def verdicts(self) -> list[VerdictCount]:
        """The verdicts in use, in the order from "confirmed" to "cannot be confirmed"."""
        counted = dict(
            FactCheck.objects.published()
            .order_by()
            .values_list("verdict")
            .annotate(number=Count("pk"))
        )
        return [VerdictCount(v, counted[v]) for v in FactCheck.Verdict if v in counted]

    @property
    def total(self) -> int:
        return sum(verdict.number for verdict in self.verdicts)

    @cached_property
    def results(self) -> Page[FactCheck]:
        points = FactCheck.objects.published()
        if self.verdict:
            points = points.filter(verdict=self.verdict)
        return Paginator(for_reading(points), PER_PAGE).get_page(self._number)

    @cached_property
    def notes(self) -> list[Statement]:
        return list(with_sources(Statement.objects.published().filter(page="fact-check")))


def for_reading(points: FactCheckQuerySet) -> FactCheckQuerySet:
    """Load what a point is shown with: its sources and the topic or the vote it belongs to."""
    shown: FactCheckQuerySet = with_sources(points).select_related("topic", "referendum")
    return shown


def point_after(point: FactCheck) -> FactCheck | None:
    """Return the point that stands after this one in the list; None after the last."""
    later: FactCheckQuerySet = FactCheck.objects.published().filter(position__gt=point.position)
    return later.order_by("position").first()
