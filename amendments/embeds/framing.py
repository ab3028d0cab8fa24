"""The decorator that lets anyone put a page into a frame; nothing else of the site may be."""

from collections.abc import Callable
from functools import wraps

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_exempt

from amendments.embeds.look import Look

Framed = Callable[[HttpRequest, str], HttpResponseBase]

# A star means http and https only: a lesson opened from a disk is somebody's page too
_FOR_ANYONE: Callable[[Framed], Framed] = csp_replace({"frame-ancestors": ["*", "file:"]})  # type: ignore[assignment]  # Typed for views without arguments


def embeddable(
    view: Callable[[HttpRequest, str, Look], HttpResponseBase],
) -> Framed:
    """Show `view` in the language and theme of its address, to whoever frames it.

    Stands outside `@public_page`, so that a 304 says the same of frames as the page did: a
    browser takes over what it says. A text that is gone says so in the frame, with a 404.
    """

    @wraps(view)
    def framed(request: HttpRequest, slug: str) -> HttpResponseBase:
        look = Look.from_query(request.GET)
        with override(look.language):
            try:
                response = view(request, slug, look)
            except Http404:
                response = render(request, "embeds/gone.html", {"look": look}, status=404)
        response.headers["Content-Language"] = look.language
        return response

    return xframe_options_exempt(_FOR_ANYONE(framed))
