from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from amendments.languages import NAMES
from amendments.models import Amendment
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from quiz.asking import can_be_asked, languages_to_ask_in
from quiz.models import Question
from quiz.practice import Practice, question_about


@require_safe
@public_page
def practice(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask one question, and grade what the address says: no cookie, nothing stored.

    One that does not fit the law in the language of the page leads to those in which it does.
    """
    question = get_object_or_404(Question.objects.published().for_asking(), slug=slug)
    if not can_be_asked(question, get_language()):
        context = {"addresses": list(_addresses(question))}
        return render(request, "quiz/not_asked.html", context, status=404)
    page = Practice(question, get_language(), request.GET)
    return render_page_or_partial(request, "quiz/practice.html", "island", {"page": page})


def _addresses(question: Question) -> Iterator[tuple[str, str, str]]:
    for language in languages_to_ask_in(question):
        with override(language):
            yield language, NAMES[language], reverse("quiz:practice", args=[question.slug])


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
