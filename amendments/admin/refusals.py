"""A form that is refused comes back with what was typed and with the reason."""

from typing import Any

from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse

from amendments.admin.plain_words import ExplainedForm, refusal_in_words
from amendments.admin.translated import TranslatedAdmin


class RefusalsAdmin(TranslatedAdmin):
    """What the database refuses is an error of the form, never of the server."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as refusal:
            say_against(request, ValidationError(refusal_in_words(refusal), code="refused"))
            forget_messages(request)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form_class = super().get_form(request, obj, change=change, **kwargs)
        against: list[ValidationError] = getattr(request, "said_against", [])

        class Form(ExplainedForm, form_class):  # type: ignore[misc,valid-type]
            def clean(self) -> Any:
                cleaned = super().clean()
                for error in against:
                    self.add_error(None, error)
                return cleaned

        return Form


def say_against(request: HttpRequest, error: ValidationError) -> None:
    """Have the form of this request refused for a reason of its own."""
    request.said_against = [error]  # type: ignore[attr-defined]


def forget_messages(request: HttpRequest) -> None:
    """Drop what was said of a save that did not come about."""
    storage: Any = get_messages(request)
    storage._queued_messages.clear()
