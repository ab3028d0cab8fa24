"""Kazakh pages in Latin script, where the address asks for it (`?script=latn`).

Nothing is remembered but in addresses: links, forms and redirects of such a page keep the script.
It stands right inside the guard, so that the page is checked, compressed and kept as readers get
it, and a 304 costs no transliteration.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from amendments.latin_script import address_in_latin, page_in_latin

REDIRECTS = ("Location", "HX-Redirect", "HX-Push-Url", "HX-Replace-Url")


def wants_latin(request: HttpRequest) -> bool:
    """Say whether a Kazakh page is asked for in Latin script."""
    return request.GET.get("script") == "latn" and request.path.startswith("/kk/")


class KazakhInLatinScript:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not wants_latin(request):
            return response
        for header in REDIRECTS:
            if header in response.headers:
                response.headers[header] = address_in_latin(response.headers[header])
        is_html = response.headers.get("Content-Type", "").startswith("text/html")
        if is_html and isinstance(response, HttpResponse) and response.content:
            response.content = page_in_latin(response.text).encode()
            if "Content-Length" in response.headers:
                response.headers["Content-Length"] = str(len(response.content))
        return response
