from quiz.models.attempt import Answer, Attempt
from quiz.models.learner import DeviceCode, Learner
from quiz.models.question import PINNED_TO, SUBJECTS, Choice, Difficulty, Question
from quiz.models.quiz import Quiz, QuizQuestion
from quiz.models.regrade import Regrade

__all__ = [
    "PINNED_TO",
    "SUBJECTS",
    "Answer",
    "Attempt",
    "Choice",
    "DeviceCode",
    "Difficulty",
    "Learner",
    "Question",
    "Quiz",
    "QuizQuestion",
    "Regrade",
]
