from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.addresses import address
from amendments.api.fields import ApiUrl, Resource
from amendments.api.law_texts import LawText, on_day
from amendments.api.parameters import Filter, by_slug, by_what_is_named
from amendments.api.viewset import Collection
from amendments.days import today
from amendments.models import AmendingLaw, Amendment, Article, Constitution, Provision
from amendments.models.constitution import reading_order
from amendments.reader import ProvisionHistory, histories_of


class ShownProvision:
    """A provision as it read on a day; its fields are those of the shape."""

    def __init__(self, history: ProvisionHistory, day: date) -> None:
        self.provision = history.provision
        self.history = history
        self.on_day = history.on(day, get_language())
        self.amendments = [change.slug for change in history.changes]


class ProvisionShape(Resource):
    """The smallest unit with an address of its own, as it read on the day asked."""

    slug = serializers.CharField(source="provision.slug")
    constitution = serializers.CharField(source="provision.constitution.slug")
    article = serializers.CharField(
        source="provision.article.number",
        default=None,
        allow_null=True,
        help_text="Number of the article; null for the heading of a section.",
    )
    part = serializers.ChoiceField(source="provision.part", choices=Provision.Part.choices)
    paragraph = serializers.CharField(source="provision.paragraph", allow_blank=True)
    subparagraph = serializers.CharField(source="provision.subparagraph", allow_blank=True)
    address = serializers.SerializerMethodField(help_text="Where it stands, in words.")
    text = serializers.SerializerMethodField()
    amendments = serializers.ListField(
        child=serializers.CharField(), help_text="Slugs of what changed it, the earliest first."
    )
    url = serializers.SerializerMethodField(help_text="The page for readers.")
    api_url = ApiUrl("provision-detail", "provision__slug")

    def get_address(self, shown: ShownProvision) -> str:
        return address(shown.provision)

    @extend_schema_field(LawText)
    def get_text(self, shown: ShownProvision) -> dict[str, Any]:
        return on_day(shown.on_day, self.context)

    @extend_schema_field(serializers.URLField())
    def get_url(self, shown: ShownProvision) -> str:
        return reader_url(shown.provision.article)


class RedlineOfArticle(Resource):
    """An amendment of the article, and where its redline is."""

    slug = serializers.CharField()
    law = serializers.CharField(source="law.slug")
    in_force_from = serializers.DateField()
    api_url = ApiUrl("amendment-detail")
    redline_url = ApiUrl("amendment-redline", help_text="What was struck and added, word by word.")


def reader_url(article: Article | None) -> str:
    """Return the page that shows an article, or the Constitution for what is in none."""
    if article is None:
        return settings.SITE_URL + reverse("amendments:constitution")
    return settings.SITE_URL + reverse("amendments:article", args=[article.number])


def _changed_by(rows: QuerySet[Provision], laws: QuerySet[AmendingLaw]) -> QuerySet[Provision]:
    changes = Amendment.objects.published().filter(provision=OuterRef("pk"), law__in=laws)
    return rows.filter(Exists(changes))


def _of_constitution(
    rows: QuerySet[Provision], constitutions: QuerySet[Constitution]
) -> QuerySet[Provision]:
    return rows.filter(
        Q(article__section__constitution__in=constitutions)
        | Q(section__constitution__in=constitutions)
    )


def article_numbers(relation: str) -> Filter:
    """Filter by the number of an article: "44", "83-1"."""
    return by_slug(Article, relation, "Only this article, by its number: 44, 83-1.", "number")


class Provisions(Collection):
    """Paragraphs, sub-paragraphs and headings, with their text on any day."""

    model = Provision
    shapes = (ProvisionShape, ProvisionShape)
    filters: ClassVar = {
        "constitution": by_what_is_named(
            Constitution, _of_constitution, "Only provisions of this Constitution."
        ),
        "article": article_numbers("article"),
        "law": by_what_is_named(AmendingLaw, _changed_by, "Only what this amending law changed."),
    }
    orders: ClassVar = {"place": reading_order()}
    takes_day = True

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.select_related("section__constitution", "article__section__constitution")

    def shaped(self, rows: Sequence[Any]) -> Sequence[ShownProvision]:
        day = self.asked.get("on") or today()
        return [ShownProvision(history, day) for history in histories_of(rows)]
