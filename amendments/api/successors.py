from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from amendments.api.fields import ApiUrl, PublicSlug, ReaderUrl, Resource, Translated, sources
from amendments.api.parameters import by_choice, by_slug
from amendments.api.viewset import Collection
from amendments.models import Amendment, Certainty, Successor, Topic
from amendments.models.constitution import reading_order
from amendments.with_sources import with_sources


class ListedSuccessor(Resource):
    """What became of one amendment's rule in the 2026 Constitution."""

    slug = serializers.CharField()
    amendment = serializers.CharField(source="amendment.slug")
    topic = PublicSlug("amendment__topic")
    fate = serializers.ChoiceField(choices=Successor.Fate.choices)
    articles = serializers.CharField(
        allow_blank=True, help_text="Its places in the 2026 Constitution, such as 17(2)-(3)."
    )
    difference = Translated()
    certainty = serializers.ChoiceField(choices=Certainty.choices)
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("successor-detail")
    amendment_url = ApiUrl("amendment-detail", "amendment__slug", help_text="The amendment.")


class WholeSuccessor(ListedSuccessor):
    """What became of a rule: the rule since 2026, how it differs, how we know."""

    rule = Translated(help_text="The rule since 2026.")
    note = Translated()
    sources = sources()


class Successors(Collection):
    """What became of each rule of 2022 in the Constitution in force since 1 July 2026."""

    model = Successor
    shapes = (ListedSuccessor, WholeSuccessor)
    filters: ClassVar = {
        "fate": by_choice(Successor.Fate.values, "fate", "Only rules that met this fate."),
        "topic": by_slug(Topic, "amendment__topic", "Only rules of this topic."),
    }
    orders: ClassVar = {
        "place": ["amendment__law__dated", *reading_order("amendment__provision__")],
        "slug": ["slug"],
    }

    def rows(self) -> QuerySet[Any]:
        return super().rows().filter(amendment__in=Amendment.objects.published())

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.select_related("amendment__topic")

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(self.for_list(rows))
