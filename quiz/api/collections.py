from amendments.api.viewset import Collection
from quiz.api.questions import Questions
from quiz.api.quizzes import Quizzes

COLLECTIONS: dict[str, type[Collection]] = {"quizzes": Quizzes, "questions": Questions}
