from typing import Any, ClassVar

from django.conf import settings
from django.utils.translation import get_language, gettext
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from amendments.api import parameters
from amendments.api.fields import CODES, Words, api_url, words
from amendments.api.pages import Pages
from amendments.api.problems import not_found
from amendments.api.single import SingleView
from amendments.search.asking import LONGEST_QUESTION
from amendments.search.registry import registry
from amendments.search_page import Hit, SearchPage


class StretchShape(serializers.Serializer[Any]):
    text = serializers.CharField(trim_whitespace=False)
    marked = serializers.BooleanField(help_text="A word that was asked for.")


class PassageShape(serializers.Serializer[Any]):
    """The passage that fits best, in pieces; joined, they are the text."""

    language = serializers.ChoiceField(choices=CODES)
    field = serializers.CharField(help_text="Where in the text it stands.")
    stretches = StretchShape(many=True)


class HitShape(serializers.Serializer[Any]):
    """A text found."""

    kind = serializers.CharField(source="entry.kind", help_text="As `kind` takes it.")
    slug = serializers.CharField(source="entry.slug")
    title = serializers.CharField(source="title_text.value")
    language = serializers.ChoiceField(source="title_text.language", choices=CODES)
    where = serializers.SerializerMethodField(
        help_text="What the title leaves open: where it stands, who says so, when."
    )
    passage = PassageShape(allow_null=True)
    url = serializers.SerializerMethodField(help_text="The page for readers.")
    api_url = serializers.SerializerMethodField(
        help_text="The whole of it in this API, if it has a place of its own.", allow_null=True
    )

    @extend_schema_field(Words(many=True))
    def get_where(self, hit: Hit) -> list[Any]:
        return [words(text) for text in hit.context if text]

    @extend_schema_field(serializers.URLField())
    def get_url(self, hit: Hit) -> str:
        return f"{settings.SITE_URL}{hit.url}"

    @extend_schema_field(serializers.URLField())
    def get_api_url(self, hit: Hit) -> str | None:
        view = self.context["places"].get(hit.entry.model)
        return api_url(self.context, f"{view}-detail", hit.entry.slug) if view else None


class FoundShape(serializers.Serializer[Any]):
    """What was found, the best first, and what to say when that is not all of it."""

    count = serializers.IntegerField(help_text="How many there are; of each kind at most 80.")
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    more = serializers.ListField(
        child=serializers.CharField(), help_text="Kinds of which there is more than is listed."
    )
    instead = serializers.CharField(
        allow_blank=True, help_text="What was searched for in place of a slip; else empty."
    )
    left_out = serializers.ListField(
        child=serializers.CharField(), help_text="Words that no text has."
    )
    any_word = serializers.BooleanField(help_text="No text has all the words; these have some.")
    elsewhere = serializers.ListField(
        child=serializers.ChoiceField(choices=CODES),
        help_text="Languages that have the words, when this one has none.",
    )
    results = HitShape(many=True)


class Search(SingleView):
    """Everything public, in one language, endings and slips forgiven."""

    shape = FoundShape
    operation = "search"
    places: ClassVar[dict[str, str]] = {}

    def parameters(self) -> dict[str, Any]:
        return {
            **super().parameters(),
            "q": parameters.Words(
                max_length=LONGEST_QUESTION,
                help_text="Words, or the address of a provision: 72(3), Article 72.",
            ),
            "kind": parameters.OneOf(
                choices=list(registry.kinds), required=False, help_text="Only hits of this kind."
            ),
            **parameters.page(),
        }

    @extend_schema(summary="Search everything")
    def get(self, request: Request) -> Response:
        page = SearchPage(get_language(), request.query_params, self.asked["page_size"])
        last = page.page.paginator.num_pages
        if self.asked["page"] > last:
            message = gettext("The last page is %(last)s.") % {"last": last}
            raise not_found("page", message, str(self.asked["page"]))
        ways = Pages()
        ways.page, ways.request = page.page, request
        found = page.found
        shape = FoundShape(
            {
                "count": page.number,
                "next": ways.get_next_link(),
                "previous": ways.get_previous_link(),
                "more": sorted(found.more),
                "instead": found.instead,
                "left_out": found.left_out,
                "any_word": found.any_word,
                "elsewhere": found.elsewhere,
                "results": page.hits,
            },
            context={"request": request, "places": self.places},
        )
        return Response(shape.data)
