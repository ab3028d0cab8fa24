from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from amendments.public_page import public_page
from quiz.quiz_page import Catalogue, QuizPage, offered


@require_safe
@public_page
def catalogue(request: HttpRequest) -> HttpResponse:
    """Show all quizzes."""
    return render(request, "quiz/catalogue.html", {"page": Catalogue()})


@require_safe
@public_page
def quiz(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what a quiz covers and how long it takes."""
    found = get_object_or_404(offered(), slug=slug)
    return render(request, "quiz/quiz.html", {"page": QuizPage(found)})
