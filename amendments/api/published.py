from typing import Any

from django.db.models import Model, QuerySet

from amendments.models import Reviewed


def published(model: type[Model]) -> QuerySet[Any]:
    """Return what readers may see of a model: its published rows, or all where none is a draft."""
    rows = model._default_manager.all()
    return rows.published() if issubclass(model, Reviewed) else rows  # type: ignore[attr-defined]
