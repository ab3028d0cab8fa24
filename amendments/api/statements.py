from typing import Any, ClassVar

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
from amendments.api.parameters import by_choice
from amendments.api.viewset import Collection
from amendments.models import Certainty, Statement
from amendments.with_sources import with_sources


class ListedStatement(Resource):
    """One caveat or note of method, in this project's own name."""

    slug = serializers.CharField()
    page = serializers.ChoiceField(
        choices=Statement.Page.choices, help_text="The page that it is about."
    )
    kind = serializers.ChoiceField(choices=Statement.Kind.choices)
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    text = Translated()
    certainty = ChoiceOrNull(Certainty.choices, help_text="Null where it was not rated.")
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("statement-detail")


class WholeStatement(ListedStatement):
    """One caveat or note of method, with how we know."""

    sources = sources()


class Statements(Collection):
    """What this project says of how it knows, what to keep in mind, and what is not known."""

    model = Statement
    shapes = (ListedStatement, WholeStatement)
    filters: ClassVar = {
        "about": by_choice(Statement.Page.values, "page", "Only what is about this page."),
        "kind": by_choice(Statement.Kind.values, "kind", "Only this kind."),
    }
    orders: ClassVar = {"place": ["page", "position"], "slug": ["slug"]}

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(rows)
