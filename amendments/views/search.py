from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page
from amendments.search_page import SearchPage


@require_safe
@public_page
def search(request: HttpRequest) -> HttpResponse:
    """Find public texts in the language of the page (`?q=`), of one kind (`&kind=`) or all."""
    page = SearchPage(get_language(), request.GET)
    return render_page_or_partial(request, "amendments/search.html", "results", {"page": page})
