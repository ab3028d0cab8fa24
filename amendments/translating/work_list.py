"""What there is to translate, a page at a time: source and target side by side."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst

from amendments.in_step import Standing
from amendments.models import ProposedChange, Reviewed, TranslationBasis
from amendments.models.translation_basis import TranslationBasisQuerySet
from amendments.translating.translated_models import (
    fields_of,
    parents,
    translated_models,
)

TO_DO = (Standing.OUT_OF_DATE, Standing.MISSING)


@dataclass(frozen=True)
class Item:
    """One translation to look at, with its texts as they are now."""

    basis: TranslationBasis
    name: str
    kind: str
    field: str
    source: str
    source_language: str
    target: str
    change_waits: bool

    @property
    def standing(self) -> str:
        return self.basis.standing.value


def text_models(editor: User) -> list[type[models.Model]]:
    """Return the models that are texts of their own and that the editor may see."""
    own = [model for model in translated_models() if model not in parents()]
    return [model for model in own if may_see(editor, model)]


def may_see(editor: User, model: type[models.Model]) -> bool:
    app, name = model._meta.app_label, model._meta.model_name
    return editor.has_perm(f"{app}.view_{name}") or editor.has_perm(f"{app}.change_{name}")


def wanted(
    language: str, standings: Iterable[Standing], of: Iterable[type[models.Model]]
) -> TranslationBasisQuerySet:
    """Keep the translations into a language that stand so; `of` texts of these models."""
    kinds = ContentType.objects.get_for_models(*of).values()
    of_kinds = TranslationBasis.objects.filter(language=language, text_type__in=kinds)
    return of_kinds.standing(*standings).in_order()


def after(bases: TranslationBasisQuerySet, basis: TranslationBasis) -> TranslationBasis | None:
    """Return the next of the list."""
    kind, text = basis.text_type_id, basis.text_id
    return bases.filter(
        Q(text_type_id__gt=kind)
        | Q(text_type_id=kind, text_id__gt=text)
        | Q(text_type_id=kind, text_id=text, pk__gt=basis.pk)
    ).first()


def items(bases: Iterable[TranslationBasis]) -> list[Item]:
    """Return what to show of each; queries for each kind among them, and one for the changes."""
    bases = list(bases)
    rows = _rows({(each.content_type_id, each.object_id) for each in bases})
    texts = _rows({(each.text_type_id, each.text_id) for each in bases})
    waiting = _with_a_change(bases)
    return [
        _item(each, row, texts.get((each.text_type_id, each.text_id)), waiting)
        for each in bases
        if (row := rows.get((each.content_type_id, each.object_id))) is not None
    ]


def label_of(basis: TranslationBasis, row: models.Model) -> str:
    """Name the field, and the part of the text that it is in."""
    label = capfirst(str(row._meta.get_field(basis.field).verbose_name))  # type: ignore[union-attr]
    if type(row) not in parents():
        return label
    return f"{capfirst(str(row._meta.verbose_name))} {getattr(row, 'position', row.pk)} · {label}"


def _item(
    basis: TranslationBasis,
    row: models.Model,
    text: models.Model | None,
    waiting: set[tuple[int, int]],
) -> Item:
    said = {each.name: each for each in fields_of(type(row))}[basis.field]
    texts = said.texts({column: getattr(row, column) for column in said.columns})
    others = (code for code, each in texts.items() if each and code != basis.language)
    beside = basis.source_language or next(others, "")
    return Item(
        basis=basis,
        name=str(text or row),
        kind=capfirst(str((text or row)._meta.verbose_name)),
        field=label_of(basis, row),
        source=texts.get(beside) or "",
        source_language=beside,
        target=texts.get(basis.language) or "",
        change_waits=(basis.text_type_id, basis.text_id) in waiting,
    )


def _rows(wanted: set[tuple[int, int]]) -> dict[tuple[int, int], models.Model]:
    by_kind: dict[int, set[int]] = defaultdict(set)
    for kind, key in wanted:
        by_kind[kind].add(key)
    found: dict[tuple[int, int], models.Model] = {}
    for kind, keys in by_kind.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None:
            rows = model._base_manager.filter(pk__in=keys)
            found |= {(kind, row.pk): row for row in rows}
    return found


def _with_a_change(bases: list[TranslationBasis]) -> set[tuple[int, int]]:
    kinds = {
        each.text_type_id
        for each in bases
        if issubclass(_model(each.text_type_id) or models.Model, Reviewed)
    }
    if not kinds:
        return set()
    waiting = ProposedChange.objects.waiting().order_by()
    keys = {each.text_id for each in bases}
    return set(
        waiting.filter(content_type__in=kinds, object_id__in=keys).values_list(
            "content_type_id", "object_id"
        )
    )


def _model(kind: int) -> type[models.Model] | None:
    return ContentType.objects.get_for_id(kind).model_class()
