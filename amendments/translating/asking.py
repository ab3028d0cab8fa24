"""What is to be known of translations, at the cost of one query each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model

from amendments.in_step import Standing
from amendments.languages import LANGUAGES
from amendments.models import TranslationBasis
from amendments.models.translation_basis import IS
from amendments.translating.translated_models import translated_models

Standings = Mapping[str, Mapping[str, Standing]]
"""By field, then by language."""


def standings(model: type[Model], keys: Iterable[int]) -> dict[int, Standings]:
    """Return how each translated field of these rows stands in each language.

    A field that says nothing in any language is left out, as is a row without any.
    """
    kind = ContentType.objects.get_for_model(model)
    found: dict[int, dict[str, dict[str, Standing]]] = defaultdict(lambda: defaultdict(dict))
    for each in TranslationBasis.objects.filter(content_type=kind, object_id__in=list(keys)):
        found[each.object_id][each.field][each.language] = each.standing
    return {key: {name: dict(by) for name, by in fields.items()} for key, fields in found.items()}


def out_of_date() -> frozenset[tuple[type[Model], int, str, str]]:
    """Return all that was translated from an older version of its source.

    Each as the model and key of its row, the field and the language.
    """
    models = {
        kind.pk: model
        for model, kind in ContentType.objects.get_for_models(*translated_models()).items()
    }
    stale = TranslationBasis.objects.standing(Standing.OUT_OF_DATE).order_by()
    columns = ("content_type", "object_id", "field", "language")
    return frozenset(
        (models[kind], key, field, language)
        for kind, key, field, language in stale.values_list(*columns)
        if kind in models
    )


def worst_standings(model: type[Model], keys: Iterable[int]) -> dict[int, dict[str, Standing]]:
    """Return how these texts, with all that is part of them, stand in each language.

    The worst of their fields counts: out of date, then missing, then dismissed.
    """
    kind = ContentType.objects.get_for_model(model)
    bases = TranslationBasis.objects.filter(text_type=kind, text_id__in=list(keys))
    found: dict[int, dict[str, Standing]] = defaultdict(dict)
    for each in bases:
        by_language = found[each.text_id]
        known = by_language.get(each.language, each.standing)
        by_language[each.language] = max(known, each.standing, key=_WORSE.index)
    return dict(found)


_WORSE = [Standing.UP_TO_DATE, Standing.DISMISSED, Standing.MISSING, Standing.OUT_OF_DATE]


@dataclass(frozen=True)
class Completeness:
    """How many texts a language has, of those that exist in any language."""

    language: str
    total: int
    missing: int
    out_of_date: int
    dismissed: int

    @property
    def present(self) -> int:
        return self.total - self.missing

    @property
    def in_step(self) -> int:
        return self.present - self.out_of_date

    @property
    def percent(self) -> int:
        """Rounded down: 100 means all."""
        return 100 * self.in_step // self.total if self.total else 100


def completeness(of: Iterable[type[Model]] | None = None) -> list[Completeness]:
    """Count the texts of each language, drafts too; `of` these models and what is part of them."""
    bases = TranslationBasis.objects.order_by()
    if of is not None:
        kinds = ContentType.objects.get_for_models(*of).values()
        bases = bases.filter(text_type__in=kinds)
    counted = {
        row["language"]: row
        for row in bases.values("language").annotate(
            total=Count("pk"),
            missing=Count("pk", filter=IS[Standing.MISSING]),
            out_of_date=Count("pk", filter=IS[Standing.OUT_OF_DATE]),
            dismissed=Count("pk", filter=IS[Standing.DISMISSED]),
        )
    }
    nothing = {"total": 0, "missing": 0, "out_of_date": 0, "dismissed": 0}
    return [
        Completeness(**({"language": language} | counted.get(language, nothing)))
        for language in LANGUAGES
    ]
