"""What the catalogue and the page of one quiz show. The same for everyone."""

from functools import cached_property
from math import ceil

from django.db.models import QuerySet
from django.utils.translation import get_language

from quiz.kept_questions import questions_left_out
from quiz.models import Quiz

SECONDS_A_QUESTION = 40


def offered() -> QuerySet[Quiz]:
    """Return the published quizzes, each with what it can ask in the language of the page."""
    quizzes: QuerySet[Quiz] = Quiz.objects.published()
    return quizzes.for_catalogue(questions_left_out(get_language()))  # type: ignore[attr-defined,no-any-return]


class QuizPage:
    """One of the quizzes that are `offered`. No query of its own."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz

    @property
    def count(self) -> int:
        """How many questions one attempt asks."""
        return min(self.quiz.asks or self.quiz.stock, self.quiz.stock)

    @property
    def minutes(self) -> int:
        return max(1, ceil(self.count * SECONDS_A_QUESTION / 60))

    @property
    def is_a_draw(self) -> bool:
        return self.count < self.quiz.stock


class Catalogue:
    """All quizzes that have a question: first the mixed ones, then one for each topic."""

    @cached_property
    def _pages(self) -> list[QuizPage]:
        return [QuizPage(quiz) for quiz in offered() if quiz.stock]

    @property
    def mixed(self) -> list[QuizPage]:
        return [page for page in self._pages if page.quiz.topic_id is None]

    @property
    def of_topics(self) -> list[QuizPage]:
        return [page for page in self._pages if page.quiz.topic_id is not None]
