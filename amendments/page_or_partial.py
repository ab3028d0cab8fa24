"""One view, one template, one URL, for the page and for the part of it that htmx asks for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

HTMX_HEADERS = ("HX-Request", "HX-Boosted", "HX-History-Restore-Request")


class HtmxHttpRequest(HttpRequest):
    """A request that has passed `HtmxMiddleware`."""

    htmx: HtmxDetails


def wants_partial(request: HttpRequest) -> bool:
    """Say whether only a part of the page is asked for.

    Boosted links and a browser going back want the whole page, though htmx asks for it.
    Reads the headers in `HTMX_HEADERS` and nothing else, so that ETags can tell the two apart.
    """
    htmx = HtmxDetails(request)
    return bool(htmx) and not (htmx.boosted or htmx.history_restore_request)


def render_page_or_partial(
    request: HttpRequest, page: str, partial: str, context: dict[str, Any]
) -> HttpResponse:
    """Render the whole page, or for an htmx request only its named partial."""
    response = render(request, f"{page}#{partial}" if wants_partial(request) else page, context)
    patch_vary_headers(response, HTMX_HEADERS)
    return response
