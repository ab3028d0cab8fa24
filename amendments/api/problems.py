"""What is answered to a request that cannot be met: always JSON, the field named, with the way out.

{"status": 400, "title": "…", "problems": [{"field": "on", "given": "…", "message": "…"}]}
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import get_language, gettext, override
from rest_framework import serializers
from rest_framework.exceptions import (
    APIException,
    MethodNotAllowed,
    NotAcceptable,
    NotFound,
    Throttled,
)
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from amendments.asked_language import language_of

JSON = "application/json"
METHODS = ("GET", "HEAD", "OPTIONS")
LONGEST_GIVEN = 80  # Characters of what was sent that are sent back


@dataclass(frozen=True)
class Problem:
    """`field` is a parameter, a part of the address or a header; `allowed` what would be right."""

    field: str
    message: str
    given: str = ""
    allowed: Sequence[str] = ()

    @property
    def shape(self) -> dict[str, Any]:
        return asdict(self) | {"allowed": list(self.allowed)}


class ProblemShape(serializers.Serializer[Any]):
    """What is wrong with one parameter, part of the address or header."""

    field = serializers.CharField(help_text="The parameter, part of the address or header.")
    message = serializers.CharField(help_text="What is wrong, and what would be right.")
    given = serializers.CharField(
        allow_blank=True, help_text="What was sent, shortened; empty where nothing was."
    )
    allowed = serializers.ListField(
        child=serializers.CharField(), help_text="All that would be right, where that is a list."
    )


class Problems(serializers.Serializer[Any]):
    """Every answer that is not 200, 304 or a redirect."""

    status = serializers.IntegerField(help_text="The HTTP status, once more.")
    title = serializers.CharField(help_text="The status in words.")
    problems = ProblemShape(many=True)


class CannotAnswer(APIException):
    """A request with problems. `status` is 400 for what no address means, else 404."""

    def __init__(self, problems: Iterable[Problem], status: int = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__()
        self.problems = list(problems)
        self.status_code = status


def not_found(
    name: str, message: str, given: str = "", allowed: Sequence[str] = ()
) -> CannotAnswer:
    return CannotAnswer([Problem(name, message, given, allowed)], HTTPStatus.NOT_FOUND)


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """Turn an error into an answer, for DRF; None for a fault of ours, which Django reports.

    It is JSON whatever form was asked for.
    """
    if isinstance(error, Http404):
        error = NotFound()
    if not isinstance(error, APIException):
        return None
    request = context["request"]
    headers = {}
    if isinstance(error, Throttled):
        headers["Retry-After"] = str(int(error.wait))  # type: ignore[attr-defined]  # Not in stubs
    problems = list(_problems(error, request))
    request.accepted_renderer, request.accepted_media_type = JSONRenderer(), JSON
    return Response(_body(error.status_code, problems), error.status_code, headers=headers)


def plain_answer(request: HttpRequest, status: int) -> JsonResponse:
    """Answer where no view was reached: an address that is none, a request that is none."""
    try:
        language = language_of(request)
    except Exception:  # A question too broken to be read is why we are here
        language = get_language() or "en"
    with override(language):
        message = {
            404: gettext("There is nothing at this address. /api/v1/ lists what there is."),
        }.get(status, gettext("The request cannot be read."))
        given = request.path[:LONGEST_GIVEN]
        response = JsonResponse(_body(status, [Problem("path", message, given)]), status=status)
    response["Content-Language"] = language
    return response


def is_for_programs(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def _body(status: int, problems: list[Problem]) -> dict[str, Any]:
    return {
        "status": int(status),
        "title": str(_TITLES.get(status, lambda: HTTPStatus(status).phrase)()),
        "problems": [each.shape for each in problems],
    }


_TITLES = {
    400: lambda: gettext("The request cannot be understood"),
    404: lambda: gettext("There is no such thing"),
    405: lambda: gettext("Only reading is possible"),
    406: lambda: gettext("Not to be had in the form that Accept asks for"),
    429: lambda: gettext("Too many requests"),
}


def _problems(error: APIException, request: Any) -> Iterable[Problem]:
    if isinstance(error, CannotAnswer):
        yield from error.problems
    elif isinstance(error, MethodNotAllowed):
        message = gettext("The data can only be read: send GET, HEAD or OPTIONS.")
        yield Problem("method", message, request.method[:LONGEST_GIVEN], METHODS)
    elif isinstance(error, NotAcceptable):
        forms = tuple(renderer.media_type for renderer in error.available_renderers or ())
        message = gettext("This address answers in the forms listed here, or to */*.")
        given = request.META.get("HTTP_ACCEPT", "")[:LONGEST_GIVEN]
        yield Problem("Accept", message, given, forms)
    elif isinstance(error, Throttled):
        yield Problem("address", gettext("Wait for as many seconds as Retry-After says."))
    elif isinstance(error, NotFound):
        message = gettext("There is nothing at this address. /api/v1/ lists what there is.")
        yield Problem("path", message, request.path[:LONGEST_GIVEN])
    else:
        yield Problem("body", str(error.detail))
