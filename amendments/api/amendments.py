from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from amendments.api import parameters
from amendments.api.amendment_shapes import ListedAmendment, WholeAmendment
from amendments.api.parameters import Filter, by_slug
from amendments.api.provisions import article_numbers
from amendments.api.redlines import RedlineShape, redline_of
from amendments.api.viewset import Collection
from amendments.days import today
from amendments.models import AmendingLaw, Amendment, Kind, Term, Topic
from amendments.models.constitution import reading_order
from amendments.with_sources import with_sources


class Amendments(Collection):
    """What each amending law did to one provision: texts, dates, our explanation, how we know.

    `law=2022-06` are the 70 changes of the referendum of 5 June 2022.
    """

    model = Amendment
    shapes = (ListedAmendment, WholeAmendment)
    filters: ClassVar = {
        "law": by_slug(AmendingLaw, "law", "Only changes by this law, such as 2022-06."),
        "article": article_numbers("provision__article"),
        "topic": by_slug(Topic, "topic", "Only changes of this topic."),
        "kind": Filter(
            parameters.OneOf(
                choices=Kind.values,
                required=False,
                help_text="What happened to the provision.",
            ),
            lambda rows, kind: rows.of_kind(Kind(kind)),
        ),
        "in_force_on": Filter(
            parameters.Day(
                required=False, help_text="Only changes whose new text was law on this day."
            ),
            lambda rows, day: rows.in_force_on(day),
        ),
    }
    orders: ClassVar = {
        "place": ["law__dated", *reading_order("provision__")],
        "in_force_from": ["in_force_from", *reading_order("provision__")],
        "slug": ["slug"],
    }
    takes_day = True

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.for_list()  # type: ignore[attr-defined,no-any-return]

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        terms = Prefetch("terms", Term.objects.published().order_by("slug"))
        return (
            with_sources(self.for_list(rows))
            .select_related("successor")
            .prefetch_related("key_facts", "misconceptions", terms)
        )

    @extend_schema(summary="Get the redline of an amendment")
    @action(detail=True, serializer_class=RedlineShape)
    def redline(self, request: Request, slug: str) -> Response:
        """What was struck and what was added, word by word."""
        day = self.asked.get("on") or today()
        return Response(self.get_serializer(redline_of(self.one(slug), day)).data)
