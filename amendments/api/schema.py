"""How the OpenAPI document tells of these addresses."""

import json
import re
from functools import cache
from typing import Any

from django.conf import settings
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse

from amendments.api.parameters import Query
from amendments.api.problems import Problem, Problems

JSON = "application/json"
EXAMPLES = settings.BASE_DIR / "docs" / "api-examples.json"

PATH = {"slug": "The slug of the thing, as the list has it."}
REFUSALS = {
    "400": "A parameter that there is not, or a value that it cannot have.",
    "404": "No such thing, or no such page of the list.",
    "406": "Not to be had in the form that `Accept` asks for.",
    "429": "Too many requests from one address: wait as long as `Retry-After` says.",
}
HEADERS = {
    "200": {
        "ETag": "Send it back as `If-None-Match`: a 304 says that nothing has changed.",
        "Content-Language": "The language asked for; each text says which one it is really in.",
        "RateLimit-Policy": 'So many requests (q) in so many seconds (w): `"address";q=300;w=60`.',
    },
    "429": {"Retry-After": "Seconds to wait."},
}


def first_paragraph(thing: type[Any]) -> str:
    return " ".join((thing.__doc__ or "").strip().partition("\n\n")[0].split())


@cache
def examples() -> dict[str, Any]:
    """Return real answers by operation, written by `manage.py write_api_schema`."""
    if not EXAMPLES.exists():
        return {}
    found: dict[str, Any] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return found


def tidy(result: Any, **kwargs: Any) -> Any:
    """Leave out of the document what says the same thing twice."""
    if isinstance(result, list):
        return [tidy(each) for each in result]
    if not isinstance(result, dict):
        return result
    if result.get("$ref", "").endswith("/NullEnum"):
        return {"type": "null"}
    tidied = {name: tidy(each) for name, each in result.items() if name != "NullEnum"}
    description = tidied.get("description")
    if isinstance(description, str) and description:
        tidied["description"] = re.sub(r"\s*\* `(.+)` - \1(?=\n|$)", "", description)
        if not tidied["description"]:
            del tidied["description"]
    if "enum" in tidied:
        tidied.pop("minLength", None)
    return tidied


REFUSED = {
    "400": (
        "The request cannot be understood",
        Problem("on", "Not a day: write YYYY-MM-DD, such as 2022-06-08.", "2022-02-30"),
    ),
    "404": ("There is no such thing", Problem("page", "The last page is 4.", "5")),
    "406": (
        "Not to be had in the form that Accept asks for",
        Problem(
            "Accept",
            "This address answers in the forms listed here, or to */*.",
            "text/csv",
            ("application/json",),
        ),
    ),
    "429": (
        "Too many requests",
        Problem("address", "Wait for as many seconds as Retry-After says."),
    ),
}


def _example_of(code: str) -> list[OpenApiExample]:
    title, problem = REFUSED[code]
    value = {"status": int(code), "title": title, "problems": [problem.shape]}
    return [OpenApiExample("As it is told", value=value, response_only=True)]


class PublicSchema(AutoSchema):
    """Takes the parameters from where they are read; adds what every address may answer."""

    def get_override_parameters(self) -> list[Any]:
        view: Any = self.view
        headers = [
            OpenApiParameter(name, str, OpenApiParameter.HEADER, description=text, response=[code])
            for code, named in HEADERS.items()
            for name, text in named.items()
        ]
        return [Query(view.parameters()), *headers]

    def _resolve_path_parameters(self, variables: Any) -> Any:
        found = super()._resolve_path_parameters(variables)  # type: ignore[no-untyped-call]
        return [{**each, "description": PATH[each["name"]]} for each in found]

    def get_serializer_name(self, serializer: Any, direction: Any) -> str:
        name: str = super().get_serializer_name(serializer, direction)
        return name.removeprefix("Whole").removesuffix("Shape")

    def get_paginated_name(self, serializer_name: str) -> str:
        return f"PageOf{serializer_name}"

    def get_description(self) -> str:  # type: ignore[override]  # Spectacular's
        return first_paragraph(type(self.view)) if not self._of_action else self._of_action

    def get_summary(self) -> str | None:
        action = getattr(self.view, "action", "")
        name = self._noun
        if action == "list":
            return f"List {name}"
        if action == "retrieve":
            return f"Get one of {name}"
        return super().get_summary()  # By `extend_schema`

    @property
    def _of_action(self) -> str:
        method = getattr(self.view, getattr(self.view, "action", "") or "get", None)
        return " ".join((method.__doc__ or "").split()) if method else ""

    @property
    def _noun(self) -> str:
        return self.get_tags()[0].replace("-", " ")

    def get_operation_id(self) -> str:
        return getattr(self.view, "operation", None) or super().get_operation_id()

    def get_tags(self) -> list[str]:
        return super().get_tags() or ["root"]

    def get_response_serializers(self) -> Any:
        answer = getattr(self.view, "shape", None) or super().get_response_serializers()
        answers = {("200", JSON): answer}
        if getattr(self.view, "action", "") == "retrieve":
            for media_type, text in getattr(self.view, "also_as", {}).items():
                answers["200", media_type] = {"type": "string", "description": text}
        refusals = {
            (code, JSON): OpenApiResponse(Problems, description=text, examples=_example_of(code))
            for code, text in REFUSALS.items()
        }
        return answers | refusals

    def get_examples(self) -> list[OpenApiExample]:
        value = examples().get(self.get_operation_id())
        if value is None:
            return []
        return [OpenApiExample("From the site", value=value, response_only=True)]
