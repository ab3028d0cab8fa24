"""Every version of a text, read from the histories of its row and of the rows that belong to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model

from amendments.content_files import Entry, Rows, kinds
from amendments.content_files.references import References
from amendments.content_files.shape import Shape
from amendments.entry_of_text import DatabaseNames, kind_of
from amendments.models import Citation, ProposedChange, Reviewed, State

ONE_SAVE = timedelta(seconds=1)  # Rows of one save are written faster, two saves slower than this


@dataclass(frozen=True)
class Event:
    """One line of a history. `state` is that of the text, empty for other rows."""

    at: datetime
    editor_id: int | None
    reason: str
    state: str = ""


@dataclass(frozen=True)
class Version:
    """What one save made of a text. Numbers count from 1 and stay, as history only grows."""

    number: int
    at: datetime
    editor: User | None
    reason: str
    state: str


def versions_of(text: Model) -> list[Version]:
    """Return the versions of a text, the oldest first. A few queries, whatever their number."""
    groups = list(_saves(events_of(text)))
    editors = User.objects.in_bulk({group[0].editor_id for group in groups} - {None})
    versions: list[Version] = []
    state = ""
    for number, group in enumerate(groups, 1):
        state = next((event.state for event in reversed(group) if event.state), state)
        editor = editors.get(group[0].editor_id or 0)
        versions.append(Version(number, group[-1].at, editor, group[0].reason, state))
    return versions


def content_at(text: Model, at: datetime) -> Entry | None:
    """Return what the text said at a moment, in the form of the content files.

    Its key facts, choices, citations and other rows are those of the moment. None before the
    text was there.
    """
    record = _record_at(text, at)
    if record is None:
        return None
    shape = kind_of(type(text)).shape
    return shape.stored(_row_then(record, shape, at), PastNames())


def public_at(text: Model, at: datetime) -> Entry | None:
    """Return what readers could read of a text at a moment; None if they could not."""
    record = _record_at(text, at)
    if record is None:
        return None
    then = record.instance
    return content_at(text, at) if not isinstance(then, Reviewed) or then.is_public(at) else None


def was_ever_approved(text: Reviewed) -> bool:
    """Say whether readers may have seen the text, now or before."""
    return bool(text.history.filter(state=State.PUBLISHED).exists())  # type: ignore[attr-defined]


class PastNames(DatabaseNames):
    """Slugs of rows that may be deleted by now."""

    def slug(self, kind: str, key: int) -> str:
        try:
            return super().slug(kind, key)
        except ObjectDoesNotExist:
            history = kinds[kind].model.history  # type: ignore[attr-defined]
            slug = history.filter(id=key).values_list("slug", flat=True).first() or f"#{key}"
            self.learn(kind, slug, key)
            return str(slug)


def events_of(text: Model) -> list[Event]:
    """Return the lines of a text and of its rows, the oldest first; of a change, its own alone."""
    own = text.history.order_by("history_date", "history_id").values_list(  # type: ignore[attr-defined]
        "history_date",
        "history_user_id",
        "history_change_reason",
        *(["state"] if isinstance(text, Reviewed) else []),
    )
    events = [Event(at, editor, reason or "", *state) for at, editor, reason, *state in own]
    if not isinstance(text, ProposedChange):
        events += _events_below(kind_of(type(text)).shape, [text.pk])
    return sorted(events, key=lambda event: event.at)


def belonging_to(field: Rows, keys: Iterable[int], parent: type[Model]) -> Any:
    """Return the history of the rows that belong, or belonged, to the rows with these keys."""
    history = field.model.history  # type: ignore[attr-defined]
    if issubclass(field.model, Citation):
        kind = ContentType.objects.get_for_model(parent)
        return history.filter(content_type=kind, object_id__in=list(keys))
    return history.filter(**{f"{field.parent}_id__in": list(keys)})


def _events_below(shape: Shape, keys: list[int]) -> Iterator[Event]:
    for field in shape.fields:
        if isinstance(field, Rows) and keys:
            below = belonging_to(field, keys, shape.model).values_list(
                "history_date", "history_user_id", "history_change_reason", "id"
            )
            yield from (Event(at, editor, reason or "") for at, editor, reason, _key in below)
            yield from _events_below(field.shape, list({key for *_rest, key in below}))


def _saves(events: list[Event]) -> Iterator[list[Event]]:
    """Put together what one editor wrote at once, for one reason."""
    group: list[Event] = []
    for event in events:
        if group and not _same_save(group[-1], event):
            yield group
            group = []
        group.append(event)
    if group:
        yield group


def _same_save(one: Event, next_one: Event) -> bool:
    same = (one.editor_id, one.reason) == (next_one.editor_id, next_one.reason)
    return same and next_one.at - one.at <= ONE_SAVE


def _record_at(text: Model, at: datetime) -> Any:
    history = text.history  # type: ignore[attr-defined]
    record = history.filter(history_date__lte=at).order_by("-history_date", "-history_id").first()
    return None if record is None or record.history_type == "-" else record


def _row_then(record: Any, shape: Shape, at: datetime) -> Any:
    """Return the row as it was, with what belonged to it where Django keeps prefetched rows."""
    row = record.instance
    related: dict[str, list[Any]] = {}
    for field in shape.fields:
        if isinstance(field, Rows):
            below = belonging_to(field, [row.pk], shape.model).filter(history_date__lte=at)
            latest = {each.id: each for each in below.order_by("history_date", "history_id")}
            there = [each for each in latest.values() if each.history_type != "-"]
            related[field.name] = [_row_then(each, field.shape, at) for each in there]
        elif isinstance(field, References):
            column: Any = shape.model._meta.get_field(field.name)
            key = f"{column.m2m_reverse_field_name()}_id"
            links = getattr(record, field.name).all()
            related[field.name] = [SimpleNamespace(pk=getattr(link, key)) for link in links]
    row._prefetched_objects_cache = related
    return row
