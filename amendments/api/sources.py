from typing import Any, ClassVar

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils.translation import get_language
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Translated,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.viewset import Collection
from amendments.languages import FALLBACKS
from amendments.models import Source


class SourceShape(Resource):
    """Something published, with its address where one is known."""

    slug = serializers.CharField()
    publisher = Heading("publisher")
    title = Heading(allow_blank=True)
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    source_url = serializers.CharField(
        source="url", allow_blank=True, help_text="Its own address; empty where none is known."
    )
    dated = serializers.CharField(allow_blank=True, help_text="The date, as given.")
    note = Translated(help_text="How it was read: in full, as an excerpt, in a copy.")
    url = ReaderUrl(help_text="Our page on it, with every text that rests on it.")
    api_url = ApiUrl("source-detail")


class Sources(Collection):
    """Everything that a claim on this site rests on."""

    model = Source
    shapes = (SourceShape, SourceShape)
    orders: ClassVar = {"publisher": ["publisher_shown", "slug"], "slug": ["slug"]}

    def rows(self) -> QuerySet[Any]:
        names = [NullIf(f"publisher_{code}", Value("")) for code in FALLBACKS[get_language()]]
        rows: QuerySet[Any] = super().rows().alias(publisher_shown=Lower(Coalesce(*names)))
        return rows
