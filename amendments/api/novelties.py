from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from amendments.api.fields import ApiUrl, ChoiceOrNull, ReaderUrl, Resource, Translated, sources
from amendments.api.viewset import Collection
from amendments.models import Certainty, Novelty
from amendments.with_sources import with_sources


class ListedNovelty(Resource):
    """Something in the 2026 Constitution to which no amendment of 2022 corresponds."""

    slug = serializers.CharField()
    articles = serializers.CharField(help_text="Its places in the 2026 Constitution.")
    text = Translated(help_text="What is new, in our words.")
    certainty = ChoiceOrNull(Certainty.choices, help_text="Null where it was not rated.")
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("novelty-detail")


class WholeNovelty(ListedNovelty):
    """Something new in the 2026 Constitution, with how we know."""

    sources = sources()


class Novelties(Collection):
    """What the Constitution in force since 1 July 2026 has that no change of 2022 had."""

    model = Novelty
    shapes = (ListedNovelty, WholeNovelty)
    orders: ClassVar = {"position": ["position"], "slug": ["slug"]}

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(rows)
