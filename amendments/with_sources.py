"""Texts with their sources at hand, for one query more whatever the number."""

from typing import Any, TypeVar

from django.db.models import Prefetch, QuerySet

from amendments.models import Citation

Texts = TypeVar("Texts", bound="QuerySet[Any]")


def with_sources(texts: Texts) -> Texts:
    """Load the citations of each text together with the sources they name."""
    return texts.prefetch_related(Prefetch("citations", Citation.objects.select_related("source")))
