"""One page of a list, with how many there are and the ways to the next and the previous one."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request

from amendments.api.problems import not_found

EXAMPLE = "https://atazan.example/api/v1/amendments/?page="


class Pages(PageNumberPagination):
    """Reads what the collection has validated already (`view.asked`)."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        paginator = Paginator(queryset, view.asked["page_size"])
        number = view.asked["page"]
        if number > paginator.num_pages:
            message = gettext("The last page is %(last)s.") % {"last": paginator.num_pages}
            raise not_found("page", message, str(number))
        self.page = paginator.page(number)
        self.request = request
        return list(self.page)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return []  # The collection names them with its others

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        shape: dict[str, Any] = super().get_paginated_response_schema(schema)
        shape["required"] = ["count", "next", "previous", "results"]
        properties = shape["properties"]
        properties["count"] |= {"description": "How many there are on all pages.", "example": 77}
        for name, page, told in (
            ("next", 3, "Address of the next page; null on the last."),
            ("previous", 1, "Address of the page before; null on the first."),
        ):
            properties[name] = {
                "type": ["string", "null"],  # Not `nullable`, which OpenAPI 3.1 does not know
                "format": "uri",
                "description": told,
                "example": f"{EXAMPLE}{page}",
            }
        return shape
