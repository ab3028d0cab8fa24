"""The answer to a reader who writes more often than one may (`amendments.rate_limit`)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

HOUR = 60 * 60  # Seconds


def too_many(request: HttpRequest, *, back: str) -> HttpResponse:
    """Ask to come back in an hour; `back` is the address to which a link leads until then."""
    response = render(request, "quiz/too_many.html", {"back": back}, status=429)
    response["Retry-After"] = str(HOUR)
    return response
