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
from amendments.api.parameters import by_choice
from amendments.api.viewset import Collection
from amendments.models import Certainty, LawmakingStep, Period
from amendments.with_sources import with_sources


class ListedLawmakingStep(Resource):
    """One step of a bill on its way to a law."""

    slug = serializers.CharField()
    law_kind = serializers.ChoiceField(choices=LawmakingStep.LawKind.choices)
    period = serializers.ChoiceField(choices=Period.choices)
    position = serializers.IntegerField(help_text="Its place in this way, from 1.")
    actor = PublicSlug("actor", help_text="Slug of the body that acts.")
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    text = Translated()
    majority = Translated(help_text="What is asked for; null where the text sets none.")
    time_limit = Translated(help_text="Within which time; null where the text sets none.")
    articles = serializers.CharField()
    certainty = serializers.ChoiceField(choices=Certainty.choices)
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("lawmaking-step-detail")


class WholeLawmakingStep(ListedLawmakingStep):
    """One step of a bill on its way to a law, with how we know."""

    sources = sources()


class LawmakingSteps(Collection):
    """How a bill became law, step by step: before 2022, after, and since 2026."""

    model = LawmakingStep
    shapes = (ListedLawmakingStep, WholeLawmakingStep)
    filters: ClassVar = {
        "law_kind": by_choice(LawmakingStep.LawKind.values, "law_kind", "Only this kind of law."),
        "period": by_choice(Period.values, "period", "Only this period."),
    }
    orders: ClassVar = {"place": ["law_kind", "period", "position"], "slug": ["slug"]}

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.select_related("actor")

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(self.for_list(rows))
