"""The guard over pages that are the same for everyone, and the cache of them.

A view promises by `@public_page`; here the finished response is held to it. In tests
(`PUBLIC_PAGES_STRICT`) a broken promise raises. In production it is repaired as far as it can
be and logged: no cookie leaves, and a page made for one reader is kept by nobody.
"""

import logging
import re
from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware, re_accepts_gzip
from django.utils.cache import get_conditional_response
from redis.exceptions import RedisError

from amendments.public_page import etag_of, is_public_page

log = logging.getLogger(__name__)

LONGEST_QUERY = 200  # Characters; whoever makes up longer ones does not fill the cache
MOST_PATHS = 10_000  # About a megabyte in each process

CACHE_ERRORS = (OSError, RedisError)  # A cache that fails costs time, not the page
PERSONAL_HEADERS = ("cookie", "authorization")
NOT_KEPT = ("RateLimit",)  # It tells one reader how much they have asked for
TOKEN = b"csrfmiddlewaretoken"
INLINE = {
    "a style or event attribute": re.compile(
        rb"<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE
    ),
    "a style element": re.compile(rb"<style\b", re.IGNORECASE),
    "an inline script": re.compile(  # Data in a script element is not a script
        rb"<script\b(?![^>]*\ssrc\s*=)(?![^>]*\stype=[\"']?application/(?:ld\+)?json\b)",
        re.IGNORECASE,
    ),
}


class PublicPageBroken(Exception):
    """A view that promised to be the same for everyone is not."""


class PublicPageGuard:
    """First in `MIDDLEWARE`, so that it sees the response last, with all its headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.compress = _Gzip(get_response).process_response
        self.kept_paths: set[str] = set()  # So that no other address pays for looking

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info in self.kept_paths and _may_be_kept(request):
            kept = _kept(request)
            if kept is not None:
                return kept
        response = self.get_response(request)
        match = request.resolver_match
        if match is None or not is_public_page(match.func) or response.status_code >= 500:
            return response

        personal = list(_made_for_one_reader(request, response))
        faults = [*personal, *_others(response)]
        if faults:
            if settings.PUBLIC_PAGES_STRICT:
                raise PublicPageBroken(f"{match.view_name} at {request.path}: {'; '.join(faults)}")
            for fault in faults:
                log.error("%s at %s: %s", match.view_name, request.path, fault)
            _repair(response, keep_from_all=bool(personal))
        if personal:  # Not compressed: the length would give a token in it away
            return response
        response = self.compress(request, response)
        if _is_worth_keeping(request, response):
            _keep(request, response)
            if len(self.kept_paths) >= MOST_PATHS:
                self.kept_paths.clear()
            self.kept_paths.add(request.path_info)
        return response


class _Gzip(GZipMiddleware):
    max_random_bytes = 0  # There is no secret to hide, and the same page is the same bytes


def _made_for_one_reader(request: HttpRequest, response: HttpResponseBase) -> Iterator[str]:
    """Name what makes the page one reader's: nobody else may be given it."""
    session = getattr(request, "session", None)
    if session is not None and (session.accessed or session.modified):
        yield "it uses the session"
    if hasattr(request, "_cached_user") or hasattr(request, "_acached_user"):
        yield "it asks who the user is"
    messages = getattr(request, "_messages", None)
    if messages is not None and (messages.used or messages.added_new):
        yield "it uses messages"
    if "CSRF_COOKIE_NEEDS_UPDATE" in request.META or (
        isinstance(response, HttpResponse) and TOKEN in response.content
    ):
        yield "it has a CSRF token"


def _others(response: HttpResponseBase) -> Iterator[str]:
    """Name what else is wrong, though the page itself may be the same for everyone."""
    if response.cookies:
        yield f"it sets a cookie ({', '.join(response.cookies)})"
    for name in _vary(response):
        if name.lower() in PERSONAL_HEADERS:
            yield f"it varies by {name}"
    if response.status_code != 200:
        return
    if "ETag" not in response.headers:
        yield "it has no ETag"
    policy = response.headers.get("Content-Security-Policy", "")
    if not policy:
        yield "it has no Content-Security-Policy"
    for weakness in ("'unsafe-", "'nonce-"):
        if weakness in policy:
            yield f"its Content-Security-Policy has {weakness}…'"
    is_html = response.headers.get("Content-Type", "").startswith("text/html")
    if is_html and isinstance(response, HttpResponse):
        for inline, pattern in INLINE.items():
            if pattern.search(response.content):
                yield f"it has {inline}, which its Content-Security-Policy forbids"


def _repair(response: HttpResponseBase, *, keep_from_all: bool) -> None:
    response.cookies.clear()
    if "Vary" in response.headers:
        vary = [name for name in _vary(response) if name.lower() not in PERSONAL_HEADERS]
        response.headers["Vary"] = ", ".join(vary)
    if keep_from_all:
        response.headers["Cache-Control"] = "private, no-store"
        del response.headers["ETag"]


def _vary(response: HttpResponseBase) -> list[str]:
    return re.findall(r"[^\s,]+", response.headers.get("Vary", ""))


def _may_be_kept(request: HttpRequest) -> bool:
    """Say whether the cache may answer; it never stands in for the redirect to TLS."""
    return (
        settings.PUBLIC_PAGES_CACHE_SECONDS > 0
        and request.method in ("GET", "HEAD")
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and (request.is_secure() or not settings.SECURE_SSL_REDIRECT)
    )


def _is_worth_keeping(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        response.status_code == 200
        and request.method == "GET"
        and isinstance(response, HttpResponse)
        and response.headers.get("ETag") == etag_of(request)
        and _may_be_kept(request)
    )


def _key(request: HttpRequest) -> str:
    """Name the page by its ETag, which nobody asks for once anything has changed.

    Raises DisallowedHost for a host that is not ours.
    """
    compressed = re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    return f"public-page:{etag_of(request)[3:-1]}:{'gzip' if compressed else 'plain'}"


def _kept(request: HttpRequest) -> HttpResponse | None:
    try:
        kept = cache.get(_key(request))
    except CACHE_ERRORS:
        log.exception("The cache does not answer; the page is made anew")
        return None
    if kept is None:
        return None
    headers, content = kept
    response = HttpResponse(content, headers=headers)
    return get_conditional_response(request, etag=headers["ETag"], response=response)


def _keep(request: HttpRequest, response: HttpResponseBase) -> None:
    headers = {name: value for name, value in response.headers.items() if name not in NOT_KEPT}
    kept = (headers, getattr(response, "content", b""))
    try:
        cache.set(_key(request), kept, settings.PUBLIC_PAGES_CACHE_SECONDS)
    except CACHE_ERRORS:
        log.exception("The cache does not answer; the page is not kept")
