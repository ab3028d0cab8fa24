"""The zips of everything, as `export_open_data` made them."""

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import condition, require_safe

from amendments.open_data.packing import digest
from amendments.open_data.shelf import TYPES, file_of, on_shelf
from amendments.public_page import CACHE_CONTROL


def _etag(request: HttpRequest, name: str) -> str | None:
    """Return the sum, which the listing has for a zip: whoever has these bytes is told so."""
    path = file_of(name)
    if path is None:
        return None
    sums = {each.name: each.sha256 for each in on_shelf()}
    return f'"{sums.get(name) or digest(path.read_bytes())}"'


@require_safe
@condition(etag_func=_etag)
def open_data(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give a zip, the listing of them or their sums. Its ETag is the SHA-256, not the day."""
    path = file_of(name)
    if path is None:
        raise Http404
    response = FileResponse(path.open("rb"), content_type=TYPES[name], filename=name)
    response.headers["Cache-Control"] = CACHE_CONTROL
    return response
