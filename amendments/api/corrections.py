from typing import ClassVar

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
from amendments.models import Correction


class CorrectionShape(Resource):
    """What a page said wrongly, and what it says now."""

    slug = serializers.CharField()
    date = serializers.DateField()
    page = serializers.CharField(
        allow_blank=True, help_text="Its path without a language; empty for the whole site."
    )
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    what_was_wrong = Translated()
    what_it_says_now = Translated()
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("correction-detail")


class Corrections(Collection):
    """The public log of what was put right, the newest first."""

    model = Correction
    shapes = (CorrectionShape, CorrectionShape)
    orders: ClassVar = {"newest": ["-date", "slug"], "slug": ["slug"]}
