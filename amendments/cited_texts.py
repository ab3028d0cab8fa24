"""Which texts rest on which sources: all kinds of text in one query."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from amendments.languages import LANGUAGES
from amendments.models import (
    AmendingLaw,
    Amendment,
    Appointment,
    Constitution,
    Event,
    FactCheck,
    Institution,
    LawmakingStep,
    Novelty,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    Reviewed,
    Source,
    Statement,
    Successor,
    Term,
    Topic,
    Voice,
)
from amendments.public_address import PLACES


@dataclass(frozen=True)
class Kind:
    """What readers call a kind of text, and the fields by which one of them is named.

    The first field with a text in a language names it in that language.
    """

    name: Any
    titles: tuple[str, ...] = ("title",)


CITED: dict[type[models.Model], Kind] = {
    Amendment: Kind(_("Changes")),
    Successor: Kind(_("What became of a rule"), ("amendment__title",)),
    Novelty: Kind(_("New in 2026"), ("text",)),
    Topic: Kind(_("Topics")),
    LawmakingStep: Kind(_("How a bill became law")),
    Institution: Kind(_("Institutions"), ("name",)),
    Appointment: Kind(_("Who appoints whom"), ("post",)),
    Referendum: Kind(_("Referendums"), ("name",)),
    Result: Kind(_("Results")),
    RegionResult: Kind(_("Results by region"), ("name",)),
    ReferendumPoint: Kind(_("About the vote"), ("title", "text")),
    Event: Kind(_("Timeline")),
    Voice: Kind(_("Voices"), ("person",)),
    FactCheck: Kind(_("Fact check")),
    Term: Kind(_("Glossary"), ("name",)),
    Constitution: Kind(_("Constitutions")),
    AmendingLaw: Kind(_("Laws")),
    Statement: Kind(_("Notes of this project")),
}
"""Another app adds its own in `AppConfig.ready()`, as to `PLACES`."""

CALLED = [f"called_{language}" for language in LANGUAGES]


@dataclass(frozen=True)
class CitedText:
    """A text as a list of them shows it; `title` in each language, empty where there is none."""

    kind: type[models.Model]
    pk: int
    title_kk: str
    title_ru: str
    title_en: str
    address: str


def count_by_source(sources: list[Source]) -> dict[int, list[tuple[Any, int]]]:
    """Return for each source, by its key, the kinds of text it supports and how many of each."""

    def counted(kind: type[models.Model], place: int) -> Any:
        found = _published(kind).filter(citations__source__in=sources).order_by()
        return (
            found.values("citations__source")
            .annotate(place=Value(place), uses=Count("pk", distinct=True))
            .values_list("citations__source", "place", "uses")
        )

    counts: dict[int, list[tuple[Any, int]]] = {source.pk: [] for source in sources}
    if sources:
        for source, place, number in sorted(_together(counted)):
            counts[source].append((CITED[_kinds()[place]].name, number))
    return counts


def texts_resting_on(source: Source) -> Any:
    """Return a query of the published texts that cite `source`, each once, kind by kind.

    Slice it, then turn its rows into texts with `as_text`.
    """

    def rows(kind: type[models.Model], place: int) -> Any:
        parents = [F(lookup) for lookup in PLACES[kind].parents]
        first, second, *_more = [*parents, Value(""), Value("")]
        return (
            _published(kind)
            .filter(citations__source=source)
            .order_by()
            .annotate(
                place=Value(place),
                address_slug=_first(F("slug")),
                parent=_first(first),
                parent_too=_first(second),
                **{f"called_{language}": _title(kind, language) for language in LANGUAGES},
            )
            .values_list("place", "pk", "address_slug", "parent", "parent_too", *CALLED)
            .distinct()
        )

    return _together(rows).order_by("place", "pk")


def as_text(row: tuple[int, int, str, str, str, str, str, str]) -> CitedText:
    place, pk, slug, first, second, kk, ru, en = row
    kind = _kinds()[place]
    return CitedText(kind, pk, kk, ru, en, PLACES[kind].address(slug, first, second))


def content_types() -> dict[int, type[models.Model]]:
    """Return the kinds of text by the key of their content type; cached by Django."""
    found = ContentType.objects.get_for_models(*CITED)
    return {content_type.pk: kind for kind, content_type in found.items()}


def _published(kind: type[models.Model]) -> Any:
    texts = kind._default_manager.all()
    return texts.published() if issubclass(kind, Reviewed) else texts  # type: ignore[attr-defined]


def _kinds() -> list[type[models.Model]]:
    return list(CITED)


def _together(rows_of: Callable[[type[models.Model], int], Any]) -> Any:
    first, *others = (rows_of(kind, place) for place, kind in enumerate(_kinds()))
    return first.union(*others, all=True)


def _title(kind: type[models.Model], language: str) -> Any:
    fields = (F(f"{field}_{language}") for field in CITED[kind].titles)
    return _first(*(NullIf(field, Value(""), output_field=models.TextField()) for field in fields))


def _first(*values: Any) -> Any:
    """The first value that is not NULL, else an empty text; one type, as a union needs."""
    return Coalesce(*values, Value(""), Value(""), output_field=models.TextField())
