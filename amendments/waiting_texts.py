"""What waits for an editor, and what waits for its minute: one query over all that is reviewed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q, Value
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst

from amendments.models import ProposedChange, Reviewed, State
from amendments.review import REVIEW


@dataclass(frozen=True)
class Waiting:
    """A text, or a proposed change of one, that is not where it is going."""

    kind: str
    slug: str
    state: str
    is_change: bool
    publish_at: datetime | None
    conflict: str
    address: str

    @property
    def is_scheduled(self) -> bool:
        return self.state == State.PUBLISHED and not self.conflict

    @property
    def is_stuck(self) -> bool:
        """Whether it was approved and could not take effect."""
        return self.state == State.PUBLISHED and bool(self.conflict)

    @property
    def is_to_be_reviewed(self) -> bool:
        return self.state == State.IN_REVIEW


def waiting_for(editor: User, now: datetime) -> list[Waiting]:
    """Return what others have submitted, the editor's drafts, and all that is scheduled.

    Approved changes that could not take effect, too, for whoever can do something about them.
    In order of publication, then of kind. Only kinds that the editor may see; others' texts
    in review only for those who may approve them.
    """
    may_review = editor.has_perm(REVIEW)
    wanted = Q(state=State.PUBLISHED, publish_at__gt=now) | Q(state=State.DRAFT, author=editor)
    if may_review:
        wanted |= Q(state=State.IN_REVIEW) & (~Q(author=editor) | Q(author__isnull=True))
    seen = [model for model in reviewed_models() if _may_see(editor, model)]
    labels = {model._meta.label_lower: model for model in seen}
    queries = [_rows(model, wanted) for model in seen if model is not ProposedChange]
    queries.append(_changes(wanted, editor, seen, may_review))
    first, *others = queries
    found = [_waiting(labels, *row) for row in first.union(*others, all=True)]
    return sorted(found, key=lambda each: (each.publish_at or now, each.kind, each.slug))


def reviewed_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Reviewed) and not model._meta.proxy
    ]


def _may_see(editor: User, model: type[models.Model]) -> bool:
    app, name = model._meta.app_label, model._meta.model_name
    return editor.has_perm(f"{app}.view_{name}") or editor.has_perm(f"{app}.change_{name}")


def _may_write(editor: User, model: type[models.Model]) -> bool:
    return editor.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")


_COLUMNS = ("label", "key", "slug", "state", "is_change", "publish_at", "conflict")


def _rows(model: type[models.Model], wanted: Q) -> models.QuerySet[Any, Any]:
    text = models.TextField()
    return (  # type: ignore[no-any-return]
        models.QuerySet(model)  # Not the manager, which adds every translated column
        .order_by()
        .filter(wanted)
        .annotate(
            label=Value(model._meta.label_lower, output_field=text),
            key=F("pk"),
            is_change=Value(0),
            conflict=Value("", output_field=text),
        )
        .values_list(*_COLUMNS)
    )


def _changes(
    wanted: Q, editor: User, seen: list[type[models.Model]], may_review: bool
) -> models.QuerySet[Any, Any]:
    """Changes in conflict wait for whoever can send them back, write them anew or discard them."""
    written = [model._meta.label_lower for model in seen if _may_write(editor, model)]
    conflicts = Q(state=State.PUBLISHED) & ~Q(conflict="")
    if not may_review:
        conflicts &= Q(author=editor) | Q(label__in=written)
    label = models.functions.Concat(
        F("content_type__app_label"),
        Value("."),
        F("content_type__model"),
        output_field=models.TextField(),
    )
    return (  # type: ignore[no-any-return]
        models.QuerySet(ProposedChange)
        .order_by()
        .annotate(label=label, key=F("object_id"), is_change=Value(1))
        .filter(wanted | conflicts, applied_at__isnull=True)
        .filter(label__in=[model._meta.label_lower for model in seen])
        .values_list(*_COLUMNS)
    )


def _waiting(
    labels: dict[str, type[models.Model]],
    label: str,
    key: int,
    slug: str,
    state: str,
    is_change: int,
    publish_at: datetime | None,
    conflict: str,
) -> Waiting:
    opts = labels[label]._meta
    try:
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[key])
    except NoReverseMatch:  # No form of its own
        address = ""
    kind = str(capfirst(opts.verbose_name))
    return Waiting(kind, slug, state, bool(is_change), publish_at, conflict, address)
