from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet

from amendments.api.referendum_shapes import ListedReferendum, WholeReferendum
from amendments.api.viewset import Collection
from amendments.models import Referendum, ReferendumPoint
from amendments.with_sources import with_sources


class Referendums(Collection):
    """Votes: the question, the rule, results never mixed, regions, observers and critics."""

    model = Referendum
    shapes = (ListedReferendum, WholeReferendum)
    orders: ClassVar = {"held_on": ["held_on"], "slug": ["slug"]}

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.select_related("law", "constitution")

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        points = with_sources(ReferendumPoint.objects.published())
        return with_sources(self.for_list(rows)).prefetch_related(
            "options", "results__counts", "regions", Prefetch("points", points)
        )
