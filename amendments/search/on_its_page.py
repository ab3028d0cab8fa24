"""Texts whose page `PLACES` knows."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from amendments.public_address import PLACES
from amendments.search.registering import searchable
from amendments.search.registry import Kind


def find_on_its_page(
    kind: Kind, model: type[Model], title: Any, fields: Sequence[Any], **options: Any
) -> None:
    """Register a model whose pages `PLACES` knows."""
    place = PLACES[model]
    lookups = [parent.rpartition("__")[0] for parent in place.parents]
    related = {*options.pop("related", ()), *filter(None, lookups)}
    searchable(
        kind,
        model,
        title,
        fields,
        place.address,
        parents=place.parents,
        related=sorted(related),
        **options,
    )
