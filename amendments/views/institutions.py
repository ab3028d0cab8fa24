from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from amendments.institution_page import InstitutionPage
from amendments.models import Institution, Statement
from amendments.public_page import public_page
from amendments.with_sources import with_sources


@require_safe
@public_page
def institutions(request: HttpRequest) -> HttpResponse:
    """Show the state bodies, and how the pages on them are meant."""
    context = {
        "institutions": Institution.objects.published(),
        "notes": list(with_sources(Statement.objects.published().filter(page="institutions"))),
    }
    return render(request, "amendments/institutions.html", context)


@require_safe
@public_page
def institution(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one body before and after 2022 and since 2026."""
    found = get_object_or_404(
        with_sources(Institution.objects.published()).prefetch_related("numbers", "applicants"),
        slug=slug,
    )
    page = InstitutionPage(found)
    return render(request, "amendments/institution.html", {"institution": found, "page": page})
