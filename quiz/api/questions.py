from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from amendments.api.parameters import Filter, WholeNumber, Words, by_choice, by_slug
from amendments.api.problems import CannotAnswer, Problem, not_found
from amendments.api.viewset import Collection
from amendments.models import Amendment
from quiz.api.answers import Takes, as_form, expected, takes
from quiz.api.question_shapes import Graded, GradedShape, ListedQuestion, WholeQuestion
from quiz.asking import languages_to_ask_in
from quiz.kept_questions import questions_left_out
from quiz.models import Difficulty, Question, Quiz
from quiz.practice import Practice
from quiz.question_types import TYPES
from quiz.shown_question import ShownQuestion

MOST_VALUES = 200  # Of one answer: more pieces than any text is cut into


class Questions(Collection):
    """Questions for practice, without their key; `grade/` grades an answer and tells why."""

    model = Question
    shapes = (ListedQuestion, WholeQuestion)
    filters: ClassVar = {
        "quiz": by_slug(Quiz, "quizzes", "Only questions of this quiz."),
        "amendment": by_slug(Amendment, "amendment", "Only questions about this change."),
        "type": by_choice(TYPES, "type", "Only questions of this type."),
        "difficulty": Filter(
            WholeNumber(
                min_value=1,
                max_value=3,
                required=False,
                help_text="Only questions that are easy (1), middling (2) or hard (3).",
            ),
            lambda rows, number: rows.filter(difficulty=Difficulty(number)),
        ),
    }
    orders: ClassVar = {"category": ["category", "slug"], "slug": ["slug"]}

    def rows(self) -> QuerySet[Any]:
        """Leave out what cannot be asked in the language of the answer, as the pages do."""
        return super().rows().exclude(pk__in=questions_left_out(get_language()))

    def one(self, slug: str) -> Any:
        try:
            return super().one(slug)
        except CannotAnswer:
            question = Question.objects.published().for_asking().filter(slug=slug).first()
            if question is None:
                raise
        message = gettext("This question does not fit the text of the law in this language.")
        raise not_found("lang", message, get_language(), languages_to_ask_in(question))

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.for_asking()  # type: ignore[attr-defined,no-any-return]

    def shaped(self, rows: Sequence[Any]) -> Sequence[ShownQuestion]:
        return [ShownQuestion(question, get_language()) for question in rows]

    def parameters(self) -> dict[str, Any]:
        named = super().parameters()
        if self.action == "grade":
            named["answer"] = serializers.ListField(
                child=Words(max_length=200),
                min_length=1,
                max_length=MOST_VALUES,
                error_messages={
                    "required": _("Give an answer, as “takes” of the question says."),
                    "max_length": _("At most {max_length} values."),
                },
                help_text="The answer, as `takes` of the question says: one value, or several by "
                "giving the parameter several times.",
            )
        return named

    @extend_schema(summary="Grade an answer")
    @action(detail=True, serializer_class=GradedShape)
    def grade(self, request: Request, slug: str) -> Response:
        """Grade an answer and tell what was right and why; nothing is stored.

        A plain GET, as practice on the pages is: the same answer gets the same verdict for
        everyone, so that it can be linked, kept and asked from any page without a preflight.
        """
        question, answer = self.one(slug), self.asked["answer"]
        shown = ShownQuestion(question, get_language())
        self._demand_an_answer(shown, answer)
        graded = Practice(question, get_language(), as_form(shown, answer)).shown
        if graded.fault:
            raise CannotAnswer([Problem("answer", gettext(graded.fault), ", ".join(answer)[:80])])
        return Response(self.get_serializer(Graded(graded, answer)).data)

    def _demand_an_answer(self, shown: ShownQuestion, answer: list[str]) -> None:
        if takes(shown) == Takes.NOTHING:
            raise not_found("slug", gettext("This asks nothing that could be graded."))
        number = expected(shown)
        if number is not None and len(answer) != number:
            message = gettext("Give as many values as this takes: %(number)s.")
            given = ", ".join(answer)[:80]
            raise CannotAnswer([Problem("answer", message % {"number": number}, given)])
