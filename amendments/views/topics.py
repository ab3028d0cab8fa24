from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.public_page import public_page
from amendments.topic_page import TopicPage, topics_with_counts


@require_safe
@public_page
def topics(request: HttpRequest) -> HttpResponse:
    """Show the fields of power, each with the number of its changes."""
    return render(request, "amendments/topics.html", {"topics": topics_with_counts()})


@require_safe
@public_page
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one field: how it worked before 2022, after it and since 2026."""
    page = TopicPage(slug, get_language(), request.GET)
    return render(request, "amendments/topic.html", {"topic": page.topic, "page": page})
