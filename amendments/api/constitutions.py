from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.akoma_ntoso.exporting import akn_of_constitution
from amendments.api.akoma_ntoso import WithDocuments
from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Translated,
    sources,
)
from amendments.api.law_texts import StandingOnDay, StatusOnDay, status_shape
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.days import today
from amendments.models import Article, Constitution, Section
from amendments.with_sources import with_sources


class ListedConstitution(Resource):
    """A whole basic law with its days in force."""

    slug = serializers.CharField()
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    adopted_on = serializers.DateField()
    in_force_from = serializers.DateField(
        allow_null=True, help_text="Null where no source we read gives the day."
    )
    in_force_until = serializers.DateField(
        allow_null=True, help_text="First day on which it was law no longer."
    )
    texts_known_from = serializers.DateField(
        allow_null=True, help_text="Day of the oldest edition compared; before it we know no text."
    )
    status = serializers.SerializerMethodField(help_text="How it stands on the day asked.")
    end_note = Translated(help_text="How it ended.")
    authentic_url_kk = serializers.CharField(help_text="The official text in Kazakh.")
    authentic_url_ru = serializers.CharField(help_text="The official text in Russian.")
    url = ReaderUrl()
    api_url = ApiUrl("constitution-detail")

    @extend_schema_field(StatusOnDay)
    def get_status(self, constitution: Constitution) -> dict[str, Any]:
        day = self.context["on"] or today()
        since, until = constitution.in_force_from, constitution.in_force_until
        standing = StandingOnDay.IN_FORCE
        if day < (since or constitution.adopted_on):
            standing = StandingOnDay.NOT_YET
        elif until and day >= until:
            standing = StandingOnDay.ENDED
        return status_shape(day, standing, since, until)


class ArticleOfSection(serializers.Serializer[Any]):
    slug = serializers.CharField()
    number = serializers.CharField()
    api_url = ApiUrl("article-detail")


class SectionShape(serializers.Serializer[Any]):
    """A section with the articles that we hold, in the order of the law."""

    slug = serializers.CharField()
    number = serializers.CharField()
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    articles = ArticleOfSection(many=True, source="articles.all")


class WholeConstitution(ListedConstitution):
    """A basic law with its sections, their articles and how we know."""

    sections = SectionShape(many=True, source="sections.all")
    sources = sources()


class Constitutions(WithDocuments):
    """Basic laws of Kazakhstan: that of 1995, which the 2022 referendum amended, that of 2026."""

    model = Constitution
    shapes = (ListedConstitution, WholeConstitution)
    orders: ClassVar = {"adopted_on": ["adopted_on"], "slug": ["slug"]}
    takes_day = True

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        articles = Article.objects.order_by("position")
        sections = Section.objects.order_by("position")
        return with_sources(rows).prefetch_related(
            Prefetch("sections", sections.prefetch_related(Prefetch("articles", articles)))
        )

    def document(self, slug: str, language: str) -> bytes:
        return akn_of_constitution(slug, self.asked.get("on"), language)
