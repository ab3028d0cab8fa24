from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from amendments.models import Topic, Voice
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from amendments.voices_page import VoicesPage
from amendments.with_sources import with_sources


@require_safe
@public_page
def voices(request: HttpRequest) -> HttpResponse:
    """Show who said what, filtered by stance and topic, and how far each topic is balanced."""
    page = VoicesPage(request.GET)
    return render_page_or_partial(request, "amendments/voices.html", "results", {"page": page})


@require_safe
@public_page
def voice(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one statement under an address of its own."""
    topics = Prefetch("topics", Topic.objects.published())
    published = with_sources(Voice.objects.published()).prefetch_related(topics)
    found = get_object_or_404(published, slug=slug)
    return render(request, "amendments/voice.html", {"voice": found})
