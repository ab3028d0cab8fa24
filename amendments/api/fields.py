"""How a translated text, an address, a source stand in an answer.

The heading of a thing (`title`, `name`) is a plain text, and `language` beside it says which one
it is in. Every longer text says its own: `{"text": "…", "language": "ru"}`, or null.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from amendments.api.out_of_date import HELP, MARK, HeadingOutOfDate, is_marked
from amendments.languages import LANGUAGES
from amendments.models import Reviewed
from amendments.public_address import public_address
from amendments.texts import Text, text_in

CODES = list(LANGUAGES)


class Resource(serializers.Serializer[Any]):
    """One thing; with `fields` in the context only these of its fields."""

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        is_whole = self.parent is None or (
            isinstance(self.parent, serializers.ListSerializer) and self.parent.parent is None
        )
        chosen = self.context.get("fields") if is_whole else None
        return {name: each for name, each in fields.items() if not chosen or name in chosen}


class Words(serializers.Serializer[Any]):
    """A text and the language it is really in."""

    text = serializers.CharField()
    language = serializers.ChoiceField(choices=CODES)
    out_of_date = serializers.BooleanField(required=False, help_text=HELP)


def words(text: Text, is_out_of_date: bool = False) -> dict[str, Any] | None:
    if not text:
        return None
    mark = {MARK: True} if is_out_of_date else {}
    return {"text": text.value, "language": text.language, **mark}


class Heading(serializers.CharField):
    """The title or name of a thing; `language` beside it says which language it is in."""

    def __init__(self, column: str = "title", **options: Any) -> None:
        self.column = column
        super().__init__(source="*", read_only=True, **options)

    def to_representation(self, value: Any) -> str:
        return str(text_in(get_language(), value, self.column))


class HeadingLanguage(serializers.ChoiceField):
    def __init__(self, column: str = "title", **options: Any) -> None:
        self.column = column
        options.setdefault("help_text", "The language that the heading is really in.")
        super().__init__(choices=CODES, source="*", read_only=True, **options)

    def to_representation(self, value: Any) -> str:
        return text_in(get_language(), value, self.column).language


@extend_schema_field(Words)
class Translated(serializers.Field[Any, Any, Any, Any]):
    """A text with its language; null where no language has one. Reads its own name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(source="*", read_only=True, allow_null=True, **options)

    def to_representation(self, value: Any) -> dict[str, Any] | None:
        text = text_in(get_language(), value, str(self.field_name))
        is_marked_so = is_marked(self.context, value, str(self.field_name), text.language)
        return words(text, is_marked_so)


class ReaderUrl(serializers.URLField):
    """The page for readers, in the language asked for."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "The page for readers, in the language asked for.")
        options.setdefault("source", "*")
        super().__init__(read_only=True, **options)

    def to_representation(self, value: Any) -> str:
        return f"{settings.SITE_URL}{public_address(value)}"


class ApiUrl(serializers.URLField):
    """The same thing in this API; `to` names another collection, `slug` the way to its slug."""

    def __init__(self, view: str, slug: str = "slug", **options: Any) -> None:
        self.view = view
        self.slug = slug
        options.setdefault("help_text", "The whole of it in this API.")
        super().__init__(source="*", read_only=True, **options)

    def to_representation(self, value: Any) -> str | None:  # type: ignore[override]
        for name in self.slug.split("__"):
            value = getattr(value, name, None)
        return None if value is None else api_url(self.context, self.view, str(value))


def api_url(context: Mapping[str, Any], view: str, *arguments: str) -> str:
    """Return an absolute address in this API, on the host that was asked."""
    return reverse(f"api:{view}", args=arguments, request=context.get("request"))


class CitedSource(serializers.Serializer[Any]):
    """A source and the claim it supports."""

    source = serializers.CharField(  # type: ignore[assignment]  # A column, no attribute
        source="source.slug", help_text="Slug of the source."
    )
    claim = serializers.CharField(
        allow_blank=True, help_text="The field that rests on it; empty for the whole."
    )
    publisher = serializers.SerializerMethodField()
    title = serializers.SerializerMethodField()
    language = serializers.SerializerMethodField()
    out_of_date = HeadingOutOfDate(way="source")
    source_url = serializers.CharField(
        source="source.url", allow_blank=True, help_text="Where it was published, if that is known."
    )
    api_url = ApiUrl("source-detail", "source__slug")

    def get_publisher(self, citation: Any) -> str:
        return str(text_in(get_language(), citation.source, "publisher"))

    def get_title(self, citation: Any) -> str:
        return str(text_in(get_language(), citation.source, "title"))

    @extend_schema_field(serializers.ChoiceField(choices=CODES))
    def get_language(self, citation: Any) -> str:
        return text_in(get_language(), citation.source, "title").language


class ChoiceOrNull(serializers.ChoiceField):
    """One of the choices; null where the column is empty."""

    def __init__(self, choices: Any, **options: Any) -> None:
        super().__init__(choices=choices, allow_null=True, **options)

    def to_representation(self, value: Any) -> Any:
        return super().to_representation(value) or None


class Slugs(serializers.ListField):
    """The slugs of related things, loaded already."""

    child = serializers.CharField()

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, **options)

    def to_representation(self, data: Any) -> list[str]:
        return [each.slug for each in data.all()]


class PublicSlug(serializers.CharField):
    """The slug of a related thing, loaded already; null where readers may not see it."""

    def __init__(self, way: str, **options: Any) -> None:
        self.way = way
        super().__init__(source="*", read_only=True, allow_null=True, **options)

    def to_representation(self, value: Any) -> str | None:  # type: ignore[override]  # Null too
        for name in self.way.split("__"):
            value = getattr(value, name, None)
            if isinstance(value, Reviewed) and not value.is_public():
                return None
        return str(value.slug) if value else None


def sources() -> "serializers.BaseSerializer[Any]":
    return CitedSource(many=True, source="citations.all", read_only=True)
