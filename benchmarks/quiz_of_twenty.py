"""A quiz of twenty shipped questions with one answer to choose, and attempts at it."""

from django.utils import timezone

from amendments.days import today
from amendments.models import State
from quiz.attempts import start
from quiz.learners import new_learner
from quiz.models import Attempt, Question, Quiz, QuizQuestion

ASKED = 20
SLUG = "twenty"
CHOICE = "a"  # There in each question, right in some


def quiz_of_twenty() -> Quiz:
    """Put the quiz together; the shipped content is loaded already."""
    found = Question.objects.published().filter(type="single", choices__key=CHOICE)
    quiz = Quiz.objects.create(
        slug=SLUG, position=99, title_en="Twenty questions", state=State.PUBLISHED
    )
    QuizQuestion.objects.bulk_create(
        QuizQuestion(quiz=quiz, question=question, position=position)
        for position, question in enumerate(found.order_by("slug")[:ASKED], 1)
    )
    return quiz


def begun(quiz: Quiz) -> Attempt:
    """Start an attempt of somebody new."""
    attempt = start(quiz, learner=new_learner(today()), language="en", now=timezone.now())
    if attempt.maximum != ASKED:
        raise RuntimeError(f"{attempt.maximum} of the shipped questions can be asked, not {ASKED}")
    return attempt
