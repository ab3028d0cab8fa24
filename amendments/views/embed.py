from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from amendments.change_page import ChangePage
from amendments.embeds import oembed as protocol
from amendments.embeds.framing import embeddable
from amendments.embeds.look import Look
from amendments.models import Amendment
from amendments.public_page import public_page
from amendments.redline_view import RedlineView


@require_safe
@embeddable
@public_page
def change_embed(request: HttpRequest, slug: str, look: Look) -> HttpResponse:
    """Show one change in a frame: its status on the day, its texts, the way to its page."""
    change = get_object_or_404(
        Amendment.objects.published().for_list().select_related("successor"), slug=slug
    )
    page = ChangePage(change, look.language, request.GET)
    if "view" not in request.GET:
        page.shown = RedlineView.INLINE  # A frame is narrow
    return render(request, "amendments/embed.html", {"change": change, "page": page, "look": look})


@require_safe
@public_page
def oembed(request: HttpRequest) -> HttpResponse:
    """Answer programs that know only the address of a page; any site may ask."""
    try:
        response = JsonResponse(protocol.answer(request.GET))
    except protocol.NotAnswered as fault:
        response = JsonResponse({fault.parameter: [fault.message]}, status=fault.status)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
