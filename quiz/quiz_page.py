"""What the catalogue and the page of one quiz show. The same for everyone."""

from functools import cached_property
from math import ceil

from quiz.models import Quiz

SECONDS_A_QUESTION = 40


class QuizPage:
    """One quiz from `for_catalogue()`. No query of its own."""

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
        return [QuizPage(quiz) for quiz in Quiz.objects.published().for_catalogue() if quiz.stock]

    @property
    def mixed(self) -> list[QuizPage]:
        return [page for page in self._pages if page.quiz.topic_id is None]

    @property
    def of_topics(self) -> list[QuizPage]:
        return [page for page in self._pages if page.quiz.topic_id is not None]
