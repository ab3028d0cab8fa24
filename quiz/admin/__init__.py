"""The admin of questions and quizzes. Learners and their answers are nobody's to look at."""

from quiz.admin import questions, quizzes, regrading

__all__ = ["questions", "quizzes", "regrading"]
