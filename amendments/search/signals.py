"""What is saved or deleted is found, or not, from that moment on."""

from functools import partial
from typing import Any

from django.db.models import ManyToOneRel, Model
from django.db.models.signals import post_delete, post_save

from amendments.models import SearchEntry
from amendments.search.indexing import index
from amendments.search.registry import Searchable


def keep_right(searchable: Searchable) -> None:
    """Index an item whenever it, a row that belongs to it or a text it follows is saved."""
    model, label = searchable.model, searchable.label
    _connect(post_save, model, _saved, searchable, f"search: {label} saved")
    _connect(post_delete, model, _deleted, searchable, f"search: {label} deleted")
    for relation in searchable.rows:
        related = model._meta.get_field(relation)
        assert isinstance(related, ManyToOneRel)  # noqa: S101 - what `Searchable.fields` allows
        changed = partial(_row_changed, owner=related.field.attname)
        for signal, verb in ((post_save, "saved"), (post_delete, "deleted")):
            uid = f"search: {label}.{relation} {verb}"
            _connect(signal, related.related_model, changed, searchable, uid)
    for followed, lookup in searchable.follows.items():
        changed = partial(_followed_changed, lookup=lookup)
        _connect(post_save, followed, changed, searchable, f"search: {label} follows {lookup}")


def _connect(
    signal: Any, sender: type[Model], receiver: Any, searchable: Searchable, uid: str
) -> None:
    signal.connect(
        partial(receiver, searchable=searchable), sender=sender, weak=False, dispatch_uid=uid
    )


def _saved(*, instance: Model, searchable: Searchable, **signal: Any) -> None:
    index(searchable, [instance.pk])


def _deleted(*, instance: Model, searchable: Searchable, **signal: Any) -> None:
    SearchEntry.objects.filter(model=searchable.label, object_id=instance.pk).delete()


def _row_changed(*, instance: Model, searchable: Searchable, owner: str, **signal: Any) -> None:
    key = getattr(instance, owner)
    if key is not None:
        index(searchable, [key])


def _followed_changed(
    *, instance: Model, searchable: Searchable, lookup: str, created: bool = False, **signal: Any
) -> None:
    if not created:  # Nothing can hang on it yet
        items = searchable.model._default_manager.filter(**{lookup: instance})
        index(searchable, list(items.values_list("pk", flat=True)))
