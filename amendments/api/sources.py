from typing import ClassVar

from django.db.models.functions import Lower
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Translated,
)
from amendments.api.viewset import Collection
from amendments.models import Source


class SourceShape(Resource):
    """Something published, with its address where one is known."""

    slug = serializers.CharField()
    publisher = serializers.CharField()
    title = Heading(allow_blank=True)
    language = HeadingLanguage()
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
    orders: ClassVar = {"publisher": [Lower("publisher"), "slug"], "slug": ["slug"]}
