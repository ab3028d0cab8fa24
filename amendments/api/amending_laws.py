from typing import Any, ClassVar

from django.db.models import Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.akoma_ntoso.exporting import akn_of_law
from amendments.api.akoma_ntoso import WithDocuments
from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Translated,
    api_url,
    sources,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.parameters import by_choice, by_slug
from amendments.models import AmendingLaw, Amendment, Constitution
from amendments.with_sources import with_sources


class ListedLaw(Resource):
    """A law that changed the Constitution."""

    slug = serializers.CharField()
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    constitution = serializers.CharField(source="constitution.slug")
    number = serializers.CharField(allow_blank=True, help_text="The official number.")
    adopted_by = serializers.ChoiceField(choices=AmendingLaw.AdoptedBy.choices)
    adopted_on = serializers.DateField(allow_null=True)
    dated = serializers.DateField()
    in_force_from = serializers.DateField(
        allow_null=True, help_text="Of the law as a whole; an amendment may start later."
    )
    summary = Translated()
    official_url = serializers.CharField(
        allow_blank=True, help_text="The official text, where its address is known."
    )
    amendments = serializers.IntegerField(
        source="changes", help_text="How many of its amendments we hold."
    )
    amendments_url = serializers.SerializerMethodField(help_text="They, as a list.")
    url = ReaderUrl()
    api_url = ApiUrl("amending-law-detail")

    @extend_schema_field(serializers.URLField())
    def get_amendments_url(self, law: AmendingLaw) -> str:
        return f"{api_url(self.context, 'amendment-list')}?law={law.slug}"


class WholeLaw(ListedLaw):
    """A law that changed the Constitution, with how we know."""

    sources = sources()


class AmendingLaws(WithDocuments):
    """Laws that changed the Constitution: how each was adopted, when, and what it changed."""

    model = AmendingLaw
    shapes = (ListedLaw, WholeLaw)
    filters: ClassVar = {
        "constitution": by_slug(
            Constitution, "constitution", "Only laws that changed this Constitution."
        ),
        "adopted_by": by_choice(
            AmendingLaw.AdoptedBy.values, "adopted_by", "Only laws adopted so."
        ),
    }
    orders: ClassVar = {"dated": ["dated"], "slug": ["slug"]}

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        changes = Amendment.objects.published().filter(law=OuterRef("pk"))
        numbers = changes.order_by().values("law").annotate(n=Count("pk"))
        number: Any = Coalesce(Subquery(numbers.values("n")), Value(0))
        counted: QuerySet[Any] = rows.select_related("constitution").annotate(changes=number)
        return counted

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(self.for_list(rows))

    def document(self, slug: str, language: str) -> bytes:
        return akn_of_law(slug, language)
