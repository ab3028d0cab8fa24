"""What the models of this app are to editors: learners and their answers are nobody's to see."""

from amendments.roles import Sort, sort_as
from quiz.models import Choice, Question, Quiz, QuizQuestion, Regrade


def register() -> None:
    sort_as(Sort.TEXT, Choice, Question, Quiz, QuizQuestion)
    sort_as(Sort.REGRADE, Regrade)
