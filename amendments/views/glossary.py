from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.glossary_page import GlossaryPage, TermPage
from amendments.models import Term
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from amendments.with_sources import with_sources


@require_safe
@public_page
def glossary(request: HttpRequest) -> HttpResponse:
    """Show the words of the law in alphabetical order; `?q=` finds one by any of its names."""
    page = GlossaryPage(get_language(), request.GET.get("q", ""), request.GET.get("page"))
    return render_page_or_partial(request, "amendments/glossary.html", "results", {"page": page})


@require_safe
@public_page
def term(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one word: its names, its meaning, the changes in which it stands."""
    found = get_object_or_404(with_sources(Term.objects.published()), slug=slug)
    page = TermPage(found, get_language())
    return render(request, "amendments/term.html", {"term": found, "page": page})
