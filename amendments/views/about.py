from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amendments.models import Statement
from amendments.open_data.shelf import on_shelf
from amendments.public_page import public_page
from amendments.with_sources import with_sources


@require_safe
@public_page
def about(request: HttpRequest) -> HttpResponse:
    """Show who makes this site and how, every note on what is not known, and the downloads."""
    of_all_pages = Statement.objects.published()
    context = {
        "notes": list(with_sources(of_all_pages.filter(page="about"))),
        "unknown": list(with_sources(of_all_pages.filter(kind="unknown").exclude(page="about"))),
        "zips": on_shelf(),
    }
    return render(request, "amendments/about.html", context)


@require_safe
@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    """Show what the site keeps of its readers."""
    return render(request, "amendments/privacy.html")


@require_safe
@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show what was tested for readers with disabilities, and what was not."""
    return render(request, "amendments/accessibility.html")
