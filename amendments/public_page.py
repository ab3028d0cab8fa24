"""Pages that are the same for everyone: who asks makes no difference, so everyone may keep them."""

from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Concatenate, ParamSpec

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language_from_path, get_language_from_request

from amendments.asked_language import language_of
from amendments.freshness import freshness
from amendments.page_or_partial import HTMX_HEADERS, wants_partial

P = ParamSpec("P")

# Everyone may keep the page, and asks each time whether it is still the same.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
VARY = (*HTMX_HEADERS, "Accept-Encoding")
DATA_VARY = ("Accept", "Accept-Language", "Accept-Encoding")

_ETAG = "amendments.etag"  # No client can set it: what they send is called HTTP_…
_FRESHNESS = "amendments.freshness"


def public_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Promise that `view` shows everyone the same, and answer 304 to who has seen it already.

    The promise: no session, message, user or token, no cookie, nothing inline. The guard in
    `civic.public_pages` holds the view to it. What the page says may depend on the address,
    the language, the content, the day, and on whether htmx asks for a part; on nothing else.
    A 304 costs one query and does not call the view.
    """
    return _public(view, VARY)


def public_data(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Promise of `view` what `public_page` does; it answers programs, which know no htmx.

    What it says may also depend on the languages and the media type asked for by headers.
    """
    return _public(view, DATA_VARY)


def _public(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase], vary: tuple[str, ...]
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    @wraps(view)
    def public(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return view(request, *args, **kwargs)
        etag = etag_of(request)
        response = _conditional(request, etag) if _names(request, etag) else None
        if response is None:
            response = view(request, *args, **kwargs)
            if isinstance(response, SimpleTemplateResponse):
                response.render()  # Here, so that an error in it is the view's
            if response.status_code == 200:  # Nothing else is compared with what one has
                response = _conditional(request, etag) or response
        patch_vary_headers(response, vary)
        if response.status_code in (200, 304):
            response.headers["ETag"] = etag
            response.headers["Cache-Control"] = CACHE_CONTROL
        return response

    public.is_public_page = True  # type: ignore[attr-defined]
    return public


def _names(request: HttpRequest, etag: str) -> bool:
    """Say whether the reader has this very ETag, which only a 200 had. `*` names none."""
    return etag in parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))


def _conditional(request: HttpRequest, etag: str) -> HttpResponseBase | None:
    """Return the 304 or 412 that the conditions of the request ask for, if they do."""
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    return response


def is_public_page(view: object) -> bool:
    """Find the mark of `public_page` under whatever other decorators a view wears."""
    while view is not None:
        if getattr(view, "is_public_page", False):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


def freshness_of(request: HttpRequest) -> str:
    """Return the freshness as it was when first asked for this request; one query."""
    remembered: str | None = request.META.get(_FRESHNESS)
    if remembered is None:
        remembered = request.META[_FRESHNESS] = freshness()
    return remembered


def etag_of(request: HttpRequest) -> str:
    """Return the weak ETag of the page at this address now; one query, once per request.

    The host is part of it, since feeds name it. Weak, because the compressed page and the
    plain one are the same page.
    """
    remembered: str | None = request.META.get(_ETAG)
    if remembered is None:
        seen = (
            freshness_of(request),
            f"{request.scheme}://{request.get_host()}{request.get_full_path()}",
            *_negotiated(request),
            "partial" if wants_partial(request) else "page",
        )
        digest = blake2b("\n".join(seen).encode(), digest_size=15)
        remembered = request.META[_ETAG] = f'W/"{digest.hexdigest()}"'
    return remembered


def _negotiated(request: HttpRequest) -> tuple[str, ...]:
    """Return what headers decide of an answer: nothing where the address says the language."""
    language = get_language_from_path(request.path_info)
    if language:
        return (language,)
    return (
        get_language_from_request(request),  # As LocaleMiddleware does
        language_of(request),
        request.META.get("HTTP_ACCEPT", ""),
    )
