from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from amendments.change_list import choices, read_filters
from amendments.models import Amendment
from amendments.page_or_partial import render_page_or_partial
from amendments.public_page import public_page

PER_PAGE = 20


@require_safe
@public_page
def change_list(request: HttpRequest) -> HttpResponse:
    """Show all changes, filtered by law, topic, article, kind and start date."""
    offered = choices()
    filters = read_filters(request.GET, offered)
    amendments = filters.apply(Amendment.objects.published().for_list())
    page = Paginator(amendments, PER_PAGE).get_page(request.GET.get("page"))
    return render_page_or_partial(
        request,
        "amendments/change_list.html",
        "results",
        {"page": page, "filters": filters, "choices": offered},
    )
