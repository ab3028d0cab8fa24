"""What editors changed last, of what one editor may see: one query over all histories."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import F, Value
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from amendments.content_files import kinds
from amendments.review import Verb

FAR_ENOUGH = timedelta(days=60)  # So that the database need not sort all that ever happened


@dataclass(frozen=True)
class Change:
    """One save by an editor; `what` is a word such as "changed", or a step of a review."""

    at: datetime
    editor: str
    kind: str
    slug: str
    what: str
    address: str


def last_changes(
    now: datetime, may_see: Callable[[type[models.Model]], bool], *, limit: int
) -> list[Change]:
    """Return the newest first. What commands wrote is no editor's and left out."""
    seen = {kind.name: kind.model for kind in kinds if may_see(kind.model)}
    if not seen:
        return []
    first, *others = (_of(name, model, now) for name, model in seen.items())
    rows = first.union(*others, all=True).order_by("-history_date")[:limit]
    return [_change(seen[name], *row) for name, *row in rows]


def _of(name: str, model: Any, now: datetime) -> models.QuerySet[Any, Any]:
    return (  # type: ignore[no-any-return]
        models.QuerySet(model.history.model)
        .order_by()
        .filter(history_user__isnull=False, history_date__gte=now - FAR_ENOUGH)
        .annotate(
            name_of_kind=Value(name, output_field=models.TextField()),
            key=F("id"),
            editor=F("history_user__username"),
        )
        .values_list(
            "name_of_kind",
            "key",
            "slug",
            "history_date",
            "history_type",
            "history_change_reason",
            "editor",
        )
    )


def _change(
    model: type[models.Model],
    key: int,
    slug: str,
    at: datetime,
    type_: str,
    reason: str | None,
    editor: str,
) -> Change:
    opts = model._meta
    try:
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[key])
    except NoReverseMatch:  # No form of its own
        address = ""
    what = Verb(reason).label if reason in _STEPS else _WHAT[type_]
    return Change(at, editor, str(capfirst(opts.verbose_name)), slug, str(what), address)


_STEPS = set(Verb.values)
_WHAT = {"+": _("created"), "~": _("changed"), "-": _("deleted")}
