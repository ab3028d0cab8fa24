"""Questions of the database → a file, with what was left out of it."""

from collections.abc import Iterable
from dataclasses import replace

from quiz.exchange.formats import Format
from quiz.exchange.question import CannotCarry, ExchangedQuestion, Refused, Written, title_of
from quiz.exchange.stored import exchanged
from quiz.models import Question


def chosen_questions(
    *, category: str = "", quiz: str = "", published: bool = False
) -> list[Question]:
    """Return the questions of a category, of a quiz in its order, or all."""
    questions = Question.objects.prefetch_related("choices")
    if published:
        questions = questions.published()
    if category:
        questions = questions.filter(category=category)
    if quiz:
        questions = questions.filter(in_quizzes__quiz__slug=quiz).order_by("in_quizzes__position")
    return list(questions)


def export_questions(questions: Iterable[Question], into: Format, *, language: str) -> Written:
    """Write questions in one language; those without a translation are listed as refused."""
    ready: list[ExchangedQuestion] = []
    refused: list[Refused] = []
    for question in questions:
        try:
            ready.append(exchanged(question, language))
        except CannotCarry as error:
            refused.append(Refused(question.name or title_of(question.slug), str(error)))
    written = into.write(ready)
    return replace(written, refused=[*refused, *written.refused])
