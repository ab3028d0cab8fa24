"""How much one address may ask for in a minute. What is kept ready is not counted."""

from typing import Any

from django.conf import settings
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from amendments.rate_limit import Asked, asked_by_the_clock

WITHIN = 60  # Seconds

_ASKED = "amendments.api.asked"


class PerAddress(BaseThrottle):
    """Counts what has to be worked out: a 304 and what the cache of pages holds are free."""

    def allow_request(self, request: Request, view: Any) -> bool:
        most = settings.API_REQUESTS_PER_MINUTE
        asked = asked_by_the_clock(request._request, "api", most=most, seconds=WITHIN)
        request.META[_ASKED] = self.asked = asked
        return asked.left >= 0

    def wait(self) -> float:
        return self.asked.seconds


def say_how_much_is_left(request: Request, response: Response) -> None:
    """Name the limit, and where this answer was counted what is left of it.

    As the IETF draft "RateLimit header fields for HTTP" has it.
    """
    response.headers["RateLimit-Policy"] = (
        f'"address";q={settings.API_REQUESTS_PER_MINUTE};w={WITHIN}'
    )
    asked: Asked | None = request.META.get(_ASKED)
    if asked is not None:
        response.headers["RateLimit"] = f'"address";r={max(0, asked.left)};t={asked.seconds}'
