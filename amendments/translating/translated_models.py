"""What is translated: the models with their fields, the source of each, the text it is part of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import Model
from modeltranslation.translator import translator

from amendments import models
from amendments.content_files.kinds import kinds
from amendments.content_files.rows import Rows
from amendments.in_step import source_of
from amendments.languages import LANGUAGES

# Names and other people's words: each language has its own, none is made from another
EACH_ITS_OWN: Mapping[type[Model], set[str]] = {
    models.AmendingLaw: {"title"},
    models.BallotOption: {"text"},
    models.Constitution: {"title"},
    models.Institution: {"name"},
    models.Referendum: {"name", "question"},
    models.RegionResult: {"name"},
    models.Source: {"publisher", "title"},
    models.Term: {"name", "also"},
    models.Voice: {"person", "quote"},
}
# The law itself: Kazakh and Russian are authentic, English is made from them
LAW: Mapping[type[Model], set[str]] = {
    models.Amendment: {"before", "after"},
    models.Provision: {"text"},
}
AUTHENTIC = ("kk", "ru")
# What one language says need not exist in the next: nothing is missing
NOT_PARALLEL: Mapping[type[Model], set[str]] = {models.Term: {"also"}}


@dataclass(frozen=True)
class Field:
    """A translated field. `keeps_empty`: an empty text is one, "the law says nothing here"."""

    model: type[Model]
    name: str
    keeps_empty: bool

    @property
    def is_parallel(self) -> bool:
        return self.name not in NOT_PARALLEL.get(self.model, ())

    @property
    def columns(self) -> list[str]:
        return [f"{self.name}_{language}" for language in LANGUAGES]

    def texts(self, row: Mapping[str, Any]) -> dict[str, str | None]:
        """Return what a row says by language, None where it is not translated.

        Nothing at all where no language says anything: there is nothing to translate.
        """
        said = {language: row[f"{self.name}_{language}"] for language in LANGUAGES}
        if not any(said.values()):
            return {}
        return {
            language: text if text or (self.keeps_empty and text == "") else None
            for language, text in said.items()
        }

    def source_language(self, language: str, texts: Mapping[str, str | None]) -> str:
        """Return the language that a translation into `language` is made from, or ""."""
        if self.name in EACH_ITS_OWN.get(self.model, ()):
            return ""
        if self.name in LAW.get(self.model, ()):
            return "" if language in AUTHENTIC else source_of(texts, AUTHENTIC)
        written_in = settings.MODELTRANSLATION_DEFAULT_LANGUAGE
        return "" if language == written_in else written_in


def translated_models() -> list[type[Model]]:
    """Return every model of any app that has translated fields."""
    return [
        model
        for model in translator.get_registered_models(abstract=False)
        if not model._meta.proxy and not model.__name__.startswith("Historical")
    ]


@cache
def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """Raises NotRegistered for a model without translated fields."""
    empty = getattr(translator.get_options_for_model(model), "empty_values", None)
    kept = empty if isinstance(empty, dict) else {}
    names = translator.get_options_for_model(model).get_field_names()
    return tuple(Field(model, name, name in kept) for name in names)


@cache
def parents() -> Mapping[type[Model], tuple[type[Model], str]]:
    """Return of which model the rows of another are part, and by which field they say so."""
    return {
        rows.model: (kind.model, rows.parent) for kind in kinds for rows in _rows_in(kind.fields)
    }


def text_of(row: Model) -> Model:
    """Return the text of which a row is part, or the row. A query if it is not loaded."""
    parent = parents().get(type(row))
    return getattr(row, parent[1]) if parent else row


def _rows_in(fields: Any) -> Iterator[Rows]:
    for field in fields:
        if isinstance(field, Rows):
            yield field
