"""The list of sources, and one source with every text that rests on it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator

from amendments.alphabet import in_alphabet
from amendments.cited_texts import (
    CITED,
    CitedText,
    as_text,
    content_types,
    count_by_source,
    texts_resting_on,
)
from amendments.languages import LANGUAGES
from amendments.models import Citation, Source

SOURCES_PER_PAGE = 30
TEXTS_PER_PAGE = 60


@dataclass(frozen=True)
class ListedSource:
    """A source and the kinds of text it supports, each with a number."""

    source: Source
    supports: list[tuple[Any, int]]


@dataclass(frozen=True)
class SupportedText:
    """A text and the parts of it that rest on the source; none means the whole text."""

    text: CitedText
    claims: list[str]


@dataclass(frozen=True)
class SupportedKind:
    name: Any
    texts: list[SupportedText]


class SourcesPage:
    """One page of the sources, by the names that their publishers have in a language."""

    def __init__(self, language: str, number: str | None) -> None:
        names = [f"publisher_{code}" for code in LANGUAGES]
        named = Source.objects.only("slug", *names).order_by("slug")
        ordered = in_alphabet(named, "publisher", language)
        self.page: Page[Source] = Paginator(ordered, SOURCES_PER_PAGE).get_page(number)

    @cached_property
    def listed(self) -> list[ListedSource]:
        whole = Source.objects.in_bulk([source.pk for source in self.page])
        sources = [whole[source.pk] for source in self.page]
        supported = count_by_source(sources)
        return [ListedSource(source, supported[source.pk]) for source in sources]


class SourcePage:
    """One page of the texts that rest on a source, by kind."""

    def __init__(self, source: Source, number: str | None) -> None:
        self.source = source
        self.page: Page[Any] = Paginator(texts_resting_on(source), TEXTS_PER_PAGE).get_page(number)

    @cached_property
    def kinds(self) -> list[SupportedKind]:
        texts = [as_text(row) for row in self.page]
        claims = self._claims([text.pk for text in texts])
        return [
            SupportedKind(
                CITED[kind].name, [SupportedText(text, claims[kind, text.pk]) for text in found]
            )
            for kind, found in groupby(texts, key=lambda text: text.kind)
        ]

    def _claims(self, keys: list[int]) -> dict[tuple[Any, int], list[str]]:
        kinds = content_types()
        claims: dict[tuple[Any, int], list[str]] = defaultdict(list)
        for kind, key, claim in (
            Citation.objects.filter(source=self.source, object_id__in=keys)
            .exclude(claim="")
            .values_list("content_type", "object_id", "claim")
        ):
            if kind in kinds:
                claims[kinds[kind], key].append(claim)
        return claims
