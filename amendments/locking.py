"""One at a time: whoever would write to the same text waits for the end of the transaction."""

from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from amendments.models import ProposedChange

M = TypeVar("M", bound=Model)


def locked(text: M) -> M:
    """Return a text as it is now, kept as it is until the transaction ends.

    Before a change its text is locked, always in this order: so no two wait for each other.
    SQLite has no such locks: there every transaction waits for the one before from its start.
    """
    if isinstance(text, ProposedChange):
        lock_text(text.content_type, text.object_id)
    return type(text)._base_manager.select_for_update().get(pk=text.pk)


def lock_text(kind: ContentType, key: int) -> None:
    """Lock the text of that kind and key, if there is one."""
    model = kind.model_class()
    if model is not None:
        list(model._base_manager.select_for_update().filter(pk=key).values_list("pk"))
