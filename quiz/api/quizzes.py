from typing import Any, ClassVar

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    PublicSlug,
    Resource,
    Translated,
    api_url,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.parameters import by_slug
from amendments.api.viewset import Collection
from amendments.models import Topic
from quiz.kept_questions import questions_left_out
from quiz.models import Quiz


class QuizShape(Resource):
    """Questions put together: one field, the vote, five minutes."""

    slug = serializers.CharField()
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    in_short = Translated(help_text="What it covers.")
    topic = PublicSlug("topic")
    asks = serializers.IntegerField(
        allow_null=True, help_text="How many questions one sitting draws; null: all."
    )
    stock = serializers.IntegerField(help_text="How many questions there are to ask.")
    questions_url = serializers.SerializerMethodField(help_text="Its questions, as a list.")
    changed = serializers.DateTimeField(allow_null=True)
    url = serializers.SerializerMethodField(help_text="The page for readers.")
    api_url = ApiUrl("quiz-detail")

    @extend_schema_field(serializers.URLField())
    def get_questions_url(self, quiz: Quiz) -> str:
        return f"{api_url(self.context, 'question-list')}?quiz={quiz.slug}"

    @extend_schema_field(serializers.URLField())
    def get_url(self, quiz: Quiz) -> str:
        return settings.SITE_URL + reverse("quiz:quiz", args=[quiz.slug])


class Quizzes(Collection):
    """Quizzes: what each covers, and its questions for practice."""

    model = Quiz
    shapes = (QuizShape, QuizShape)
    filters: ClassVar = {"topic": by_slug(Topic, "topic", "Only quizzes on this topic.")}
    orders: ClassVar = {"position": ["position", "slug"], "slug": ["slug"]}

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        left_out = questions_left_out(get_language())
        return rows.for_catalogue(left_out)  # type: ignore[attr-defined,no-any-return]
