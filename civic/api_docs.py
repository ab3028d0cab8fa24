"""The description of the API: the OpenAPI document as it was committed, and a page to read and try.

The document is not made anew for each request: a test compares it with the code.
"""

from functools import cache
from typing import Any

import yaml
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import override
from django.views.decorators.http import require_safe
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from drf_spectacular.utils import extend_schema
from markdown_it import MarkdownIt
from rest_framework.request import Request
from rest_framework.response import Response

from amendments.api.parameters import OneOf
from amendments.api.single import SingleView
from amendments.public_page import public_page

DOCUMENT = settings.BASE_DIR / "docs" / "openapi.yaml"
GUIDE = settings.BASE_DIR / "docs" / "api.md"
LOCAL = "http://127.0.0.1:8000"  # The site's address in the guide, as `make run` serves it


class Schema(SingleView):
    """The OpenAPI document, as JSON or YAML."""

    renderer_classes = (
        OpenApiJsonRenderer2,
        OpenApiJsonRenderer,
        OpenApiYamlRenderer,
        OpenApiYamlRenderer2,
    )

    def parameters(self) -> dict[str, Any]:
        return {**super().parameters(), "format": OneOf(choices=["json", "yaml"], required=False)}

    def get_renderers(self) -> list[Any]:
        wanted = self.request.query_params.get("format")
        every: list[Any] = super().get_renderers()
        return [each for each in every if each.format == wanted] or every

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        return Response(document())


@cache
def document() -> Any:
    return yaml.load(DOCUMENT.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@require_safe
@public_page
def api_docs(request: HttpRequest) -> HttpResponse:
    """Show the guide and, below it, every address, to be tried. In English, as the API's names."""
    with override("en"):
        return render(request, "api/docs.html", {"guide": guide()})


@cache
def guide() -> str:
    text = GUIDE.read_text(encoding="utf-8").replace(LOCAL, settings.SITE_URL)
    html: str = MarkdownIt("commonmark").enable("table").render(text)
    return mark_safe(html)  # noqa: S308 - our own
