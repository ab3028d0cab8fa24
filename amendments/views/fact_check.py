from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from amendments.fact_check_page import FactCheckPage, for_reading, point_after
from amendments.models import FactCheck
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page


@require_safe
@public_page
def fact_check(request: HttpRequest) -> HttpResponse:
    """Show the press report beside the record, point by point; `?verdict=` keeps one verdict."""
    page = FactCheckPage(request.GET.get("verdict", ""), request.GET.get("page"))
    return render_page_or_partial(request, "amendments/fact_check.html", "results", {"page": page})


@require_safe
@public_page
def checked_point(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one point under an address of its own."""
    found = get_object_or_404(for_reading(FactCheck.objects.published()), slug=slug)
    context = {"point": found, "following": point_after(found)}
    return render(request, "amendments/checked_point.html", context)
