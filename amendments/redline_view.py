"""The five ways to look at a change, each with an address of its own."""

from typing import Any

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _


class RedlineView(TextChoices):
    SIDE_BY_SIDE = "side-by-side", _("Side by side")
    INLINE = "inline", _("In one text")
    CHANGES = "changes", _("Only changes")
    BEFORE = "before", _("Before")
    AFTER = "after", _("After")

    @classmethod
    def from_query(cls, query: QueryDict | dict[str, Any]) -> "RedlineView":
        """Read `?view=`; an unknown value shows the texts side by side."""
        given = query.get("view")
        return cls(given) if given in cls.values else cls.SIDE_BY_SIDE
