from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    ChoiceOrNull,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Translated,
    sources,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.viewset import Collection
from amendments.models import Term
from amendments.with_sources import with_sources


class NamesShape(serializers.Serializer[Any]):
    """The one name in each language; empty where none was found in use."""

    kk = serializers.CharField(source="name_kk", allow_null=True)
    ru = serializers.CharField(source="name_ru", allow_null=True)
    en = serializers.CharField(source="name_en", allow_null=True)


class ListedTerm(Resource):
    """A word of the law with its one name in each language and a plain definition."""

    slug = serializers.CharField()
    name = Heading("name")
    language = HeadingLanguage("name")
    out_of_date = HeadingOutOfDate("name")
    names = NamesShape(source="*")
    definition = Translated()
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("term-detail")


class WholeTerm(ListedTerm):
    """A word of the law with its other names and how we know."""

    also = Translated(help_text="Other names, one a line.")
    check_of_names = ChoiceOrNull(
        Term.Check.choices,
        help_text="How far the Kazakh and Russian names were seen in use.",
    )
    sources = sources()


class Terms(Collection):
    """The glossary: words of the law in three languages, explained for a reader of twelve."""

    model = Term
    shapes = (ListedTerm, WholeTerm)

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(rows)
