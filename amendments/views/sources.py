from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.models import Source
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from amendments.source_page import SourcePage, SourcesPage


@require_safe
@public_page
def sources(request: HttpRequest) -> HttpResponse:
    """Show every source with how much it supports."""
    page = SourcesPage(get_language(), request.GET.get("page"))
    return render_page_or_partial(request, "amendments/sources.html", "results", {"page": page})


@require_safe
@public_page
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one source with every text that it supports."""
    found = get_object_or_404(Source, slug=slug)
    page = SourcePage(found, request.GET.get("page"))
    return render(request, "amendments/source.html", {"source": found, "page": page})
