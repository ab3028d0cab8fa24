"""The addresses of the API: the collections of both apps under one root, its schema and pages."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from amendments.api.collections import COLLECTIONS
from amendments.api.root import Root, basename
from amendments.api.search import Search
from civic.api_docs import Schema, api_docs
from quiz.api.collections import COLLECTIONS as QUIZ_COLLECTIONS

collections = {**COLLECTIONS, **QUIZ_COLLECTIONS}

router = SimpleRouter()
for name, collection in collections.items():
    router.register(name, collection, basename=basename(name))

places = {each.model._meta.label_lower: basename(name) for name, each in collections.items()}

versioned = [
    path("", Root.as_view(collections=collections), name="root"),
    path("search/", Search.as_view(places=places), name="search"),
    *[
        path(
            f"{name}/<slug:slug>.xml",
            each.as_view({"get": "retrieve"}, schema=None),  # Told at the address without .xml
            {"format": "xml"},
            name=f"{basename(name)}-document",
        )
        for name, each in collections.items()
        if each.also_as
    ],
    *router.urls,
]

urlpatterns = [
    path("v1/", include((versioned, "api"))),
    path("schema/", Schema.as_view(), name="api_schema"),
    path("docs/", api_docs, name="api_docs"),
]
