from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.api.fields import CODES, ApiUrl, ChoiceOrNull, Resource, Words, words
from amendments.api.out_of_date import Mark, is_marked
from quiz.api.answers import Takes, as_answer, options, rows, takes
from quiz.asking import CHOICE_TEXTS
from quiz.models import PINNED_TO, Difficulty
from quiz.question_types import TYPES
from quiz.shown_question import ShownQuestion


class AboutShape(serializers.Serializer[Any]):
    """What a question is about."""

    kind = serializers.ChoiceField(choices=PINNED_TO)
    slug = serializers.CharField()


class QuestionOutOfDate(Mark):
    """Of the prompt or of anything that can be chosen: they are told in one language."""

    def is_so(self, value: ShownQuestion) -> bool:
        texts: list[tuple[Model, str]] = [(value.question, "prompt"), (value.question, "unit")]
        texts += [(each, name) for each in value.question.choices.all() for name in CHOICE_TEXTS]
        return any(is_marked(self.context, row, name, value.asked.language) for row, name in texts)


class ListedQuestion(Resource):
    """A question, without its choices."""

    slug = serializers.CharField(source="question.slug")
    type = serializers.ChoiceField(source="question.type", choices=list(TYPES))
    takes = serializers.SerializerMethodField(help_text="What `answer` of `grade/` is.")
    category = serializers.CharField(source="question.category", allow_blank=True)
    difficulty = serializers.ChoiceField(source="question.difficulty", choices=Difficulty.choices)
    about = serializers.SerializerMethodField(allow_null=True)
    prompt = serializers.CharField(source="prompt.value")
    language = serializers.ChoiceField(
        source="asked.language", choices=CODES, help_text="That of the prompt and the options."
    )
    out_of_date = QuestionOutOfDate()
    changed = serializers.DateTimeField(source="question.changed", allow_null=True)
    url = serializers.SerializerMethodField(help_text="The page for readers.")
    api_url = ApiUrl("question-detail", "question__slug")
    grade_url = ApiUrl("question-grade", "question__slug", help_text="Send `answer` there.")

    @extend_schema_field(serializers.ChoiceField(choices=Takes.choices))
    def get_takes(self, shown: ShownQuestion) -> str:
        return takes(shown).value

    @extend_schema_field(AboutShape)
    def get_about(self, shown: ShownQuestion) -> dict[str, str] | None:
        question = shown.question
        for kind in PINNED_TO:
            if getattr(question, f"{kind}_id") is not None and question.is_about_public_things():
                return {"kind": kind, "slug": getattr(question, kind).slug}
        return None

    @extend_schema_field(serializers.URLField())
    def get_url(self, shown: ShownQuestion) -> str:
        return settings.SITE_URL + reverse("quiz:practice", args=[shown.question.slug])


class OptionShape(serializers.Serializer[Any]):
    value = serializers.CharField()
    text = serializers.CharField(trim_whitespace=False)


class WholeQuestion(ListedQuestion):
    """A question as it is asked. Nothing of it tells the key."""

    options = serializers.SerializerMethodField(help_text="What can be chosen, by its value.")
    rows = serializers.SerializerMethodField(
        help_text="In a matching question, what each option has to be found for."
    )
    options_language = serializers.ChoiceField(
        source="text_language",
        choices=CODES,
        help_text="That of the pieces, where pieces of the law are the options.",
    )
    unit = serializers.CharField(source="asked.unit", allow_blank=True)

    @extend_schema_field(OptionShape(many=True))
    def get_options(self, shown: ShownQuestion) -> Any:
        return OptionShape(options(shown), many=True).data

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_rows(self, shown: ShownQuestion) -> list[str]:
        return rows(shown)


class LineShape(serializers.Serializer[Any]):
    """One line of the answered question: what was asked, given and right."""

    text = serializers.CharField(allow_blank=True, trim_whitespace=False)
    given = serializers.CharField(allow_blank=True)
    right = serializers.CharField(allow_blank=True)
    verdict = ChoiceOrNull(["right", "wrong", "missed"])
    feedback = serializers.CharField(allow_blank=True)
    is_given = serializers.BooleanField()


class Graded:
    """An answered question, told as the shape wants it."""

    def __init__(self, shown: ShownQuestion, answer: list[str]) -> None:
        self.shown = shown
        self.question = shown.question.slug
        self.answer = answer
        self.grade = float(shown.grade or Decimal(0))
        self.is_right = shown.is_right
        self.language = shown.asked.language
        self.right_answer = as_answer(shown, shown.type.right_answer(shown.asked))
        self.lines = shown.lines


class GradedShape(Resource):
    """The verdict on an answer, with the right one and why."""

    question = serializers.CharField()
    answer = serializers.ListField(child=serializers.CharField())
    grade = serializers.FloatField(min_value=0, max_value=1, help_text="Share of the mark, 0 to 1.")
    is_right = serializers.BooleanField()
    right_answer = serializers.ListField(
        child=serializers.CharField(), help_text="An answer that gets the full mark."
    )
    language = serializers.ChoiceField(choices=CODES, help_text="That of the lines.")
    lines = serializers.SerializerMethodField(help_text="The feedback, line by line.")
    explanation = serializers.SerializerMethodField(allow_null=True)

    @extend_schema_field(Words)
    def get_explanation(self, graded: Graded) -> dict[str, Any] | None:
        text, question = graded.shown.explanation, graded.shown.question
        return words(text, is_marked(self.context, question, "explanation", text.language))

    @extend_schema_field(LineShape(many=True))
    def get_lines(self, graded: Graded) -> Any:
        lines = LineShape(graded.lines, many=True).data
        return [{**line, "text": gettext(line["text"]) if line["text"] else ""} for line in lines]
