from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.urls import reverse as site_path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from amendments.api.fields import CODES, api_url
from amendments.api.schema import first_paragraph
from amendments.api.single import SingleView
from amendments.api.viewset import Collection


class CollectionShape(serializers.Serializer[Any]):
    name = serializers.CharField()
    url = serializers.URLField()
    description = serializers.CharField()
    is_searched = serializers.BooleanField(help_text="Whether it takes `search`.")
    filters = serializers.ListField(child=serializers.CharField())


class RootShape(serializers.Serializer[Any]):
    """What there is, and where it is described."""

    collections = CollectionShape(many=True)
    search = serializers.URLField()
    documentation = serializers.URLField()
    schema = serializers.URLField()
    site = serializers.URLField()
    languages = serializers.ListField(child=serializers.ChoiceField(choices=CODES))
    licence = serializers.CharField()


class Root(SingleView):
    """The collections, each with what it holds. Begin here."""

    shape = RootShape
    operation = "root"
    collections: ClassVar[Mapping[str, type[Collection]]] = {}

    @extend_schema(summary="List the collections")
    def get(self, request: Request) -> Response:
        context = {"request": request}
        return Response(
            {
                "collections": [
                    {
                        "name": name,
                        "url": api_url(context, f"{basename(name)}-list"),
                        "description": first_paragraph(each),
                        "is_searched": each().is_searched,
                        "filters": list(each.filters),
                    }
                    for name, each in self.collections.items()
                ],
                "search": api_url(context, "search"),
                "documentation": request.build_absolute_uri(site_path("api_docs")),
                "schema": request.build_absolute_uri(site_path("api_schema")),
                "site": settings.SITE_URL,
                "languages": CODES,
                "licence": "CC BY 4.0",
            }
        )


def basename(name: str) -> str:
    """Return what a thing of a collection is called in the names of addresses."""
    return {"quizzes": "quiz", "novelties": "novelty"}.get(name, name.removesuffix("s"))
