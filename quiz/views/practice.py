from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.models import Amendment
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from quiz.models import Question
from quiz.practice import Practice, question_about


@require_safe
@public_page
def practice(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask one question, and grade what the address says: no cookie, nothing stored."""
    question = get_object_or_404(Question.objects.published().for_asking(), slug=slug)
    page = Practice(question, get_language(), request.GET)
    return render_page_or_partial(request, "quiz/practice.html", "island", {"page": page})


@require_safe
@public_page
def check_yourself(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask one question about a change; the same page as that of the question itself."""
    change = get_object_or_404(Amendment.objects.published(), slug=slug)
    question = question_about(change, get_language())
    if question is None:
        return render(request, "quiz/no_question.html", {"change": change})
    page = Practice(question, get_language(), request.GET)
    return render_page_or_partial(request, "quiz/practice.html", "island", {"page": page})
