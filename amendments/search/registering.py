"""How an app has its own models found: in `AppConfig.ready`, one call for each."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model

from amendments.search.registry import Kind, Parts, Searchable, registry
from amendments.search.signals import keep_right
from amendments.texts import Text


def searchable(
    kind: Kind,
    model: type[Model],
    title: str | Callable[[Any, str], Text],
    fields: Sequence[str | Parts],
    address: Callable[..., str],
    **options: Any,
) -> None:
    """Have `model` found from now on, and its entries kept right; see `Searchable`."""
    added = Searchable(kind, model, title, fields, address, **options)
    registry.add(added)
    keep_right(added)
