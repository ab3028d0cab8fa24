"""The types of question: how each is asked, read, graded and shown. Pure Python."""

from quiz.question_types.asked import Asked, AskedChoice, Form, Given
from quiz.question_types.question_type import BadAnswer, Line, QuestionType
from quiz.question_types.registry import TYPES, question_type

__all__ = [
    "TYPES",
    "Asked",
    "AskedChoice",
    "BadAnswer",
    "Form",
    "Given",
    "Line",
    "QuestionType",
    "question_type",
]
