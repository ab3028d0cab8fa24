from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amendments.models import Correction
from amendments.public_page import public_page

PER_PAGE = 20


@require_safe
@public_page
def corrections(request: HttpRequest) -> HttpResponse:
    """Show what this site said wrongly and put right, the latest first."""
    log = Paginator(Correction.objects.published(), PER_PAGE)
    page = log.get_page(request.GET.get("page"))
    return render(request, "amendments/corrections.html", {"page": page})
