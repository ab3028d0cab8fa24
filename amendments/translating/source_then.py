"""The source as it was when a translation was made from it, found in the history."""

from typing import Any

from amendments.field_differences import Wording
from amendments.in_step import Standing, digest
from amendments.models import TranslationBasis

FAR_ENOUGH = 100  # Versions


def source_then(basis: TranslationBasis, row: Any, now: str) -> Wording | None:
    """Return the source before and after; None if it did not change or is not remembered.

    `now` may be what a waiting change proposes: then that is what changes. One query.
    """
    if not basis.source_language:
        return None
    column = f"{basis.field}_{basis.source_language}"
    if basis.standing is not Standing.OUT_OF_DATE:
        public = getattr(row, column) or ""
        return Wording(basis.source_language, public, now) if public != now else None
    versions = row.history.order_by("-history_date", "-history_id")
    for text in versions.values_list(column, flat=True)[:FAR_ENOUGH]:
        if digest(text) == basis.made_from:
            return Wording(basis.source_language, text, now)
    return None
