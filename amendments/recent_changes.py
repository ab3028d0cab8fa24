"""What was changed in the content of late: all kinds of text in one query."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amendments.languages import LANGUAGES
from amendments.models import (
    Amendment,
    Correction,
    Event,
    FactCheck,
    Institution,
    Reviewed,
    ReviewedQuerySet,
    Term,
    Topic,
    Voice,
)
from amendments.public_address import PLACES

LOOK_BACK = 200  # Saves of each kind; who saves one text that often hides the others


@dataclass(frozen=True)
class Told:
    """What one text of a kind is called, and the fields that name it and say what it says.

    `topic` is the lookup of the topics it belongs to; empty for a kind that belongs to none.
    """

    name: Any
    title: str
    summary: str
    topic: str = ""


TOLD: Mapping[type[Reviewed], Told] = {
    Correction: Told(_("Correction"), "title", "what_it_says_now"),
    Amendment: Told(pgettext_lazy("of a law", "Change"), "title", "in_short", "topic"),
    Topic: Told(_("Topic"), "title", "in_short", "pk"),
    Institution: Told(_("Institution"), "name", "what"),
    Event: Told(_("Event"), "title", "text"),
    Voice: Told(_("Voice"), "person", "point", "topics"),
    FactCheck: Told(_("Fact check"), "title", "record", "topic"),
    Term: Told(_("Word of the law"), "name", "definition"),
}
KINDS = list(TOLD)
_TEXTS = [f"told_{part}_{code}" for part in ("title", "summary") for code in LANGUAGES]


@dataclass(frozen=True)
class ChangedText:
    """A published text and when it last became what it is; `text_in` reads title and summary."""

    kind: type[Reviewed]
    slug: str
    parent: str
    changed: datetime
    title_kk: str
    title_ru: str
    title_en: str
    summary_kk: str
    summary_ru: str
    summary_en: str

    @property
    def kind_name(self) -> str:
        return str(TOLD[self.kind].name)

    @property
    def address(self) -> str:
        """Its path in the active language."""
        return PLACES[self.kind].address(self.slug, self.parent)


def recent_changes(most: int, *, topic: Topic | None = None) -> list[ChangedText]:
    """Return the texts that changed last, the latest first, each once. One query.

    With a topic: only those of its texts that are among the last to change of their kind.
    """
    kinds = [
        _changed(kind, place, topic)
        for place, kind in enumerate(KINDS)
        if topic is None or TOLD[kind].topic
    ]
    first, *others = kinds
    rows = first.union(*others, all=True).order_by("-changed", "place", "address_slug")[:most]
    return [
        ChangedText(KINDS[place], slug, parent, changed, *texts)
        for place, slug, parent, changed, *texts in rows
    ]


def last_saved(kind: type[models.Model]) -> Subquery:
    """When a row was last saved, by its history; for `annotate`."""
    versions = kind.history.model.objects  # type: ignore[attr-defined]  # Added by simple_history
    own = versions.filter(id=OuterRef("pk")).order_by("-history_date")
    return Subquery(own.values("history_date")[:1], output_field=models.DateTimeField())


def changed_since(texts: QuerySet[Any], moment: datetime) -> QuerySet[Any]:
    """Keep the texts that were saved, or appeared, at `moment` or later."""
    versions = texts.model.history.model.objects
    saved = versions.filter(history_date__gte=moment).values("id")
    return texts.filter(Q(pk__in=saved) | Q(publish_at__gte=moment))


def last_changed(kind: type[models.Model]) -> Any:
    """When a published text last became what it is; for `annotate`. None: nobody noted it."""
    saved = last_saved(kind)
    return Coalesce(Greatest(saved, F("publish_at")), saved)


def _changed(kind: type[Reviewed], place: int, topic: Topic | None) -> Any:
    """The texts of a kind among its last saves; the index on their dates finds those."""
    versions = kind.history.model.objects  # type: ignore[attr-defined]  # Added by simple_history
    told = TOLD[kind]
    parts = {"title": told.title, "summary": told.summary}
    within = {told.topic: topic.pk} if topic else {}
    return (
        ReviewedQuerySet(kind)  # Not the manager, which puts translated columns in disorder
        .published()
        .filter(**within)
        .filter(pk__in=versions.order_by("-history_date").values("id")[:LOOK_BACK])
        .order_by()
        .annotate(
            place=Value(place),
            address_slug=_text(F("slug")),
            parent=_text(*(F(lookup) for lookup in PLACES[kind].parents)),
            changed=last_changed(kind),
            **{
                f"told_{part}_{code}": _text(F(f"{field}_{code}"))
                for part, field in parts.items()
                for code in LANGUAGES
            },
        )
        .values_list("place", "address_slug", "parent", "changed", *_TEXTS)
    )


def _text(*values: Any) -> Any:
    """The first value that is not NULL, else an empty text; one type, as a union needs."""
    return Coalesce(*values, Value(""), Value(""), output_field=models.TextField())
