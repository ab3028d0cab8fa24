from typing import Any, ClassVar

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    ChoiceOrNull,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Translated,
    api_url,
    sources,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.viewset import Collection
from amendments.models import Certainty, Topic
from amendments.with_sources import with_sources


class ListedTopic(Resource):
    """A field of power: who appoints judges, how laws are made, who runs a region."""

    slug = serializers.CharField()
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    in_short = Translated()
    amendments_url = serializers.SerializerMethodField(help_text="The changes of this topic.")
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("topic-detail")

    @extend_schema_field(serializers.URLField())
    def get_amendments_url(self, topic: Topic) -> str:
        return f"{api_url(self.context, 'amendment-list')}?topic={topic.slug}"


class WholeTopic(ListedTopic):
    """A field of power, as it worked before and after 2022 and since 2026."""

    before = Translated(help_text="How it worked up to 7 June 2022.")
    after = Translated(help_text="How it worked then, up to 30 June 2026.")
    since_2026 = Translated(help_text="How it works under the Constitution in force since.")
    since_2026_articles = serializers.CharField(allow_blank=True)
    since_2026_certainty = ChoiceOrNull(Certainty.choices)
    since_2026_note = Translated()
    sources = sources()


class Topics(Collection):
    """Fields of power that the 2022 referendum changed: essays on before, after and since 2026."""

    model = Topic
    shapes = (ListedTopic, WholeTopic)
    orders: ClassVar = {"position": ["position"], "slug": ["slug"]}

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(rows)
