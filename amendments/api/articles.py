from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.api.fields import ApiUrl, Resource
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.parameters import by_slug, by_what_is_named
from amendments.api.provisions import (
    ProvisionShape,
    RedlineOfArticle,
    ShownProvision,
    reader_url,
)
from amendments.api.viewset import Collection
from amendments.days import today
from amendments.models import AmendingLaw, Amendment, Article, Constitution, Provision, Topic
from amendments.reader import histories
from amendments.texts import text_in


class ListedArticle(Resource):
    """An article of which we hold at least one provision."""

    slug = serializers.CharField()
    constitution = serializers.CharField(source="section.constitution.slug")
    section = serializers.CharField(source="section.slug")
    number = serializers.CharField(help_text="As the law writes it: 44, 83-1.")
    amendments = serializers.IntegerField(source="changes", help_text="How many we hold of it.")
    url = serializers.SerializerMethodField(help_text="The page for readers.")
    api_url = ApiUrl("article-detail")

    @extend_schema_field(serializers.URLField())
    def get_url(self, article: Article) -> str:
        return reader_url(article)


class WholeArticle(ListedArticle):
    """An article as it read on the day asked, with what changed it."""

    section_title = serializers.SerializerMethodField()
    language = serializers.SerializerMethodField(
        help_text="The language that `section_title` is really in."
    )
    out_of_date = HeadingOutOfDate(way="section")
    provisions = serializers.SerializerMethodField(
        help_text="What we hold of it, in the order of the law, as it read on the day asked."
    )
    changes = serializers.SerializerMethodField(
        help_text="The amendments of the article, the earliest first, with their redlines."
    )

    def get_section_title(self, article: Article) -> str:
        return str(text_in(get_language(), article.section, "title"))

    def get_language(self, article: Article) -> str:
        return text_in(get_language(), article.section, "title").language

    @extend_schema_field(ProvisionShape(many=True))
    def get_provisions(self, article: Any) -> Any:
        day = self.context["on"] or today()
        shown = [ShownProvision(each, day) for each in article.held]
        return ProvisionShape(shown, many=True, context=self._inner).data

    @extend_schema_field(RedlineOfArticle(many=True))
    def get_changes(self, article: Any) -> Any:
        changes = [change for each in article.held for change in each.changes]
        changes.sort(key=lambda change: change.in_force_from)
        return RedlineOfArticle(changes, many=True, context=self._inner).data

    @property
    def _inner(self) -> dict[str, Any]:
        return {**self.context, "fields": []}


def _changed_by(relation: str) -> Any:
    def apply(rows: QuerySet[Article], named: QuerySet[Any]) -> QuerySet[Article]:
        changes = Amendment.objects.published().filter(**{f"{relation}__in": named})
        return rows.filter(Exists(changes.filter(provision__article=OuterRef("pk"))))

    return apply


class Articles(Collection):
    """Articles of the Constitution, as they read on any day since the oldest edition compared."""

    model = Article
    shapes = (ListedArticle, WholeArticle)
    filters: ClassVar = {
        "constitution": by_slug(
            Constitution, "section__constitution", "Only articles of this Constitution."
        ),
        "law": by_what_is_named(
            AmendingLaw,
            _changed_by("law"),
            "Only articles that this amending law changed, such as 2022-06.",
        ),
        "topic": by_what_is_named(
            Topic, _changed_by("topic"), "Only articles with a change of this topic."
        ),
    }
    orders: ClassVar = {"number": ["section__constitution__adopted_on", "position"]}
    takes_day = True

    def rows(self) -> QuerySet[Any]:
        return super().rows().filter(Exists(Provision.objects.filter(article=OuterRef("pk"))))

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        changes = Amendment.objects.published().filter(provision__article=OuterRef("pk"))
        numbers = changes.order_by().values("provision__article").annotate(n=Count("pk"))
        number: Any = Coalesce(Subquery(numbers.values("n")), Value(0))
        whole = rows.select_related("section__constitution")
        counted: QuerySet[Any] = whole.annotate(changes=number)
        return counted

    def shaped(self, rows: Sequence[Any]) -> Sequence[Any]:
        if self.action == "retrieve":
            for article in rows:
                found = histories(article.section.constitution, article)
                article.held = [each for each in found if each.provision.article_id]
        return rows
