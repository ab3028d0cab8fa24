from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from amendments.embeds.framing import embeddable
from amendments.embeds.look import Look
from amendments.public_page import public_page
from quiz.asking import can_be_asked
from quiz.models import Question
from quiz.practice import EmbeddedPractice


@require_safe
@embeddable
@public_page
def question_embed(request: HttpRequest, slug: str, look: Look) -> HttpResponse:
    """Ask one question in a frame, and grade what the address says: nothing is stored."""
    question = get_object_or_404(Question.objects.published().for_asking(), slug=slug)
    if not can_be_asked(question, look.language):
        raise Http404
    page = EmbeddedPractice(question, look.language, request.GET)
    return render(request, "quiz/embed.html", {"page": page, "look": look})
