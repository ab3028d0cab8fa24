from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    PublicSlug,
    ReaderUrl,
    Resource,
    Translated,
    sources,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.parameters import by_choice, by_slug
from amendments.api.viewset import Collection
from amendments.models import Certainty, FactCheck, Topic
from amendments.with_sources import with_sources


class ListedFactCheck(Resource):
    """One point of the press report of June 2022 beside the record."""

    slug = serializers.CharField()
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    topic = PublicSlug("topic")
    referendum = PublicSlug("referendum")
    verdict = serializers.ChoiceField(choices=FactCheck.Verdict.choices)
    report_claim = Translated(help_text="What the report says, in our words.")
    record = Translated(help_text="What the record says.")
    certainty = serializers.ChoiceField(choices=Certainty.choices)
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("fact-check-detail")


class WholeFactCheck(ListedFactCheck):
    """One point of the press report beside the record, with how we know."""

    report_words = serializers.CharField(
        allow_blank=True, help_text="A few words of the report, in its own language."
    )
    note = Translated()
    sources = sources()


class FactChecks(Collection):
    """Points of the press report of June 2022 that meet the record, or part from it."""

    model = FactCheck
    shapes = (ListedFactCheck, WholeFactCheck)
    filters: ClassVar = {
        "verdict": by_choice(FactCheck.Verdict.values, "verdict", "Only this verdict."),
        "topic": by_slug(Topic, "topic", "Only points of this topic."),
    }
    orders: ClassVar = {"position": ["position"], "slug": ["slug"]}

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.select_related("topic", "referendum")

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(self.for_list(rows))
