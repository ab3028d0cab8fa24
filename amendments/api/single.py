"""One address of its own: what it shares with the collections."""

from typing import Any, ClassVar

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from amendments.api import parameters
from amendments.api.problems import METHODS
from amendments.api.spoken import spoken
from amendments.api.throttling import say_how_much_is_left
from amendments.public_page import public_data


class SingleView(APIView):
    """Read only, strict about its parameters, the same for everyone.

    `shape` and `operation` are what the schema says of the answer and calls the address.
    """

    shape: ClassVar[type[serializers.Serializer[Any]]]
    operation: ClassVar[str]

    http_method_names = ["get", "head"]

    @classmethod
    def as_view(cls, **options: Any) -> Any:
        return spoken(public_data(super().as_view(**options)))

    @property
    def allowed_methods(self) -> list[str]:
        return list(METHODS)

    def parameters(self) -> dict[str, Any]:
        return {"lang": parameters.language()}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if str(request.method).lower() not in self.http_method_names:
            self.http_method_not_allowed(request)
        super().initial(request, *args, **kwargs)
        self.asked = parameters.read(request.query_params, self.parameters())

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        say_how_much_is_left(request, response)
        return response
