"""Akoma Ntoso in place of JSON: where `Accept` asks for it, or at an address with `.xml`."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import get_language, gettext
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from amendments.akoma_ntoso.constitution_on_day import NotKnownOn
from amendments.akoma_ntoso.document.names import MEDIA_TYPE
from amendments.api.problems import CannotAnswer, Problem, not_found
from amendments.api.viewset import Collection


class AkomaNtoso(BaseRenderer):
    """Passes on a document that is bytes already."""

    media_type = MEDIA_TYPE
    format = "xml"
    charset = None
    render_style = "binary"

    def render(
        self, data: Any, media_type: str | None = None, context: Mapping[str, Any] | None = None
    ) -> bytes:
        document: bytes = data
        return document


class WithDocuments(Collection):
    """A collection whose things are documents of the law. Lists are JSON, and so is a refusal."""

    also_as: ClassVar[Mapping[str, str]] = {MEDIA_TYPE: "The document as Akoma Ntoso 3.0."}

    def document(self, slug: str, language: str) -> bytes:
        """Raises the model's DoesNotExist, and NotKnownOn."""
        raise NotImplementedError

    def get_renderers(self) -> list[Any]:
        every: list[Any] = super().get_renderers()
        return [*every, AkomaNtoso()] if self.action == "retrieve" else every

    @property
    def is_document(self) -> bool:
        return isinstance(getattr(self.request, "accepted_renderer", None), AkomaNtoso)

    def known_parameters(self) -> dict[str, Any]:
        """A document is whole: it has no `fields` to choose from."""
        return self.parameters() if self.is_document else super().known_parameters()

    def retrieve(self, request: Request, slug: str, format: str | None = None) -> Response:
        if not self.is_document:
            return super().retrieve(request, slug)
        try:
            return Response(self.document(slug, get_language()))
        except self.model.DoesNotExist as error:  # type: ignore[attr-defined]  # Every model has it
            known = list(self.rows().values_list("slug", flat=True))
            message = gettext("There is none of this name; those that there are, are listed.")
            raise not_found("slug", message, slug, known) from error
        except NotKnownOn as error:
            raise CannotAnswer([Problem("on", _known(error), str(error.day))]) from error

    def handle_exception(self, exc: Exception) -> Response:
        if self.is_document:
            self.request.accepted_renderer = JSONRenderer()
            self.request.accepted_media_type = JSONRenderer.media_type
        return super().handle_exception(exc)


def _known(error: NotKnownOn) -> str:
    if error.last:
        days = {"first": error.first, "last": error.last}
        return gettext("The text is known from %(first)s to %(last)s.") % days
    return gettext("The text is known from %(first)s on.") % {"first": error.first}
