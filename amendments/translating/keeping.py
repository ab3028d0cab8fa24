"""Bases are written with the texts they are of, in the same transaction.

Writes that send no signals (`update`, `bulk_create`, raw SQL) must call `keep_in_step`; every
`migrate` that did something is followed by it. A translation of which nothing is known counts
as made from the source as it is.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any

from django.apps import AppConfig
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connections, models, transaction
from django.db.models.signals import post_delete, post_migrate, post_save

from amendments.in_step import NONE, digest, followed
from amendments.models import TranslationBasis
from amendments.translating.translated_models import fields_of, parents, translated_models

log = logging.getLogger(__name__)

BATCH = 200

_SAME = ["content_type", "object_id", "field", "language"]
_KEPT = [
    "text_type",
    "text_id",
    "source_language",
    "made_from",
    "source",
    "target",
    "dismissed_by",
    "dismissed_at",
]

Key = tuple[int, str, str]
"""A row, a field, a language."""

# Model → rows that wait for the end of `kept_together`
_waiting: ContextVar[dict[type[models.Model], set[int]] | None] = ContextVar(
    "translations to keep in step", default=None
)


def keep_in_step(model: type[models.Model], keys: Iterable[int]) -> int:
    """Bring the bases of these rows up to date; return how many were written or deleted.

    Two queries for 200 rows, and one or two where something changed.
    """
    with transaction.atomic():
        return sum(_keep(model, some) for some in _in_batches(sorted(set(keys))))


def keep_everything_in_step(of: Iterable[type[models.Model]] | None = None) -> int:
    """Do so for all rows of these models, or of every translated one."""
    written = 0
    for model in translated_models() if of is None else of:
        kind = ContentType.objects.get_for_model(model)
        known = TranslationBasis.objects.filter(content_type=kind)
        keys = set(models.QuerySet(model).order_by().values_list("pk", flat=True))
        keys.update(known.values_list("object_id", flat=True).distinct())
        written += keep_in_step(model, keys)
    return written


@contextmanager
def kept_together() -> Iterator[None]:
    """Save many things in one transaction and write their bases at its end, in bulk."""
    with transaction.atomic():
        if _waiting.get() is not None:
            yield
            return
        waiting: dict[type[models.Model], set[int]] = defaultdict(set)
        token = _waiting.set(waiting)
        try:
            yield
        finally:
            _waiting.reset(token)
        for model, keys in waiting.items():
            keep_in_step(model, keys)


def connect() -> None:
    """Keep every translated model in step from now on; for `AppConfig.ready`."""
    for model in translated_models():
        name = model._meta.label
        post_save.connect(_saved, sender=model, dispatch_uid=f"in step: {name} saved")
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"in step: {name} deleted")
    post_migrate.connect(_migrated, dispatch_uid="in step after migrations")


def _saved(*, sender: type[models.Model], instance: models.Model, **signal: Any) -> None:
    waiting = _waiting.get()
    if signal.get("raw"):
        return
    if waiting is not None:
        waiting[sender].add(instance.pk)
    else:
        keep_in_step(sender, [instance.pk])


def _deleted(*, sender: type[models.Model], instance: models.Model, **signal: Any) -> None:
    kind = ContentType.objects.get_for_model(sender)
    TranslationBasis.objects.filter(content_type=kind, object_id=instance.pk).delete()


def _migrated(*, app_config: AppConfig, using: str, plan: Any = (), **signal: Any) -> None:
    """Look at the rows that were there before their bases were, and at data migrations' work."""
    of = [model for model in translated_models() if model._meta.app_label == app_config.label]
    if not of or not plan or any(backwards for _migration, backwards in plan):
        return
    tables = connections[using].introspection.table_names()
    needed = {model._meta.db_table for model in of} | {TranslationBasis._meta.db_table}
    if not needed <= set(tables):
        return
    try:
        with transaction.atomic():
            keep_everything_in_step(of)
    except DatabaseError:  # Migrated to a point from which the models are still some way off
        log.info("The translations of %s are not yet in step", app_config.label)


def _keep(model: type[models.Model], keys: list[int]) -> int:
    kind = ContentType.objects.get_for_model(model)
    bases = TranslationBasis.objects.filter(content_type=kind, object_id__in=keys)
    known: dict[Key, TranslationBasis] = {
        (each.object_id, each.field, each.language): each for each in bases
    }
    changed = []
    for each in _as_they_are(model, kind, keys):
        before = known.pop((each.object_id, each.field, each.language), None)
        if _follow(each, before):
            changed.append(each)
    if known:
        TranslationBasis.objects.filter(pk__in=[each.pk for each in known.values()]).delete()
    TranslationBasis.objects.bulk_create(
        changed, BATCH, update_conflicts=True, unique_fields=_SAME, update_fields=_KEPT
    )
    return len(changed) + len(known)


def _follow(now: TranslationBasis, before: TranslationBasis | None) -> bool:
    """Take over what is known from before; say whether anything differs."""
    basis = followed(before.basis if before else None, now.source_language, now.source, now.target)
    now.made_from = basis.made_from
    if before is None:
        return True
    if basis.is_dismissed:
        now.dismissed_by_id, now.dismissed_at = before.dismissed_by_id, before.dismissed_at
    return any(
        getattr(now, name) != getattr(before, name)
        for name in ("text_type_id", "text_id", "dismissed_at")
    ) or (basis != before.basis)


def _as_they_are(
    model: type[models.Model], kind: ContentType, keys: list[int]
) -> Iterator[TranslationBasis]:
    """Yield a basis for each field of each row in each language, as if all had been made now."""
    fields = [field for field in fields_of(model) if field.is_parallel]
    owner, by = parents().get(model, (model, "pk"))
    text_type = ContentType.objects.get_for_model(owner)
    columns = {"pk", by, *(column for field in fields for column in field.columns)}
    unmanaged: models.QuerySet[Any] = models.QuerySet(model)  # The manager would translate
    rows = unmanaged.order_by("pk").filter(pk__in=keys)
    for row in rows.values(*columns):
        for field in fields:
            texts = field.texts(row)
            for language, text in texts.items():
                source_language = field.source_language(language, texts)
                yield TranslationBasis(
                    content_type=kind,
                    object_id=row["pk"],
                    field=field.name,
                    language=language,
                    text_type=text_type,
                    text_id=row[by],
                    source_language=source_language,
                    source=digest(texts[source_language]) if source_language else NONE,
                    target=digest(text),
                )


def _in_batches(items: Iterable[int]) -> Iterator[list[int]]:
    iterator = iter(items)
    while some := list(islice(iterator, BATCH)):
        yield some
