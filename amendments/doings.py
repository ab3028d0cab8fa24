"""Who did what: the steps of reviews and the histories of all texts as one list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, TextField
from django.utils import timezone

from amendments.content_files import Kind, Rows, kinds
from amendments.models import ProposedChange, ReviewStep
from amendments.versions import ONE_SAVE, belonging_to

HISTORY = {"+": "created", "~": "changed", "-": "deleted"}
STEPS = set(ReviewStep.Verb.values)
FIRST, LAST = date(1970, 1, 1), date(9000, 1, 1)  # Nothing was done outside; the edges have no UTC


@dataclass(frozen=True)
class Asked:
    """What to look for. `editor` 0: nobody who signed in; `word`: part of what the text says."""

    editor: int | None = None
    word: str = ""
    since: date | None = None
    until: date | None = None  # That day included
    before: datetime | None = None  # For the next page


@dataclass(frozen=True)
class Doing:
    """`what` is a step of a review, or "created", "changed" or "deleted"."""

    at: datetime
    editor_id: int | None
    kind: str
    key: int
    what: str
    comment: str = ""


def doings(asked: Asked, *, limit: int) -> list[Doing]:
    """Return the newest doings first. Some 40 queries, each for no more than `limit` rows."""
    found = list(_steps(asked, limit))
    for kind in kinds:
        found += _of_kind(kind, asked, limit)
    found.sort(key=lambda doing: doing.at, reverse=True)
    return _in_one_line_each_save(found[:limit])


def names_of(found: list[Doing]) -> dict[tuple[str, int], str]:
    """Return the slugs of the texts, of deleted ones too."""
    names: dict[tuple[str, int], str] = {}
    for kind in {doing.kind for doing in found}:
        keys = {doing.key for doing in found if doing.kind == kind}
        history = kinds[kind].model.history  # type: ignore[attr-defined]
        past = history.filter(id__in=keys).order_by("history_date", "history_id")
        names |= {(kind, key): slug for key, slug in past.values_list("id", "slug")}
    return names


def _steps(asked: Asked, limit: int) -> Iterator[Doing]:
    by_type = {ContentType.objects.get_for_model(kind.model).pk: kind for kind in kinds}
    changes = ContentType.objects.get_for_model(ProposedChange).pk
    texts = Q()
    if asked.word:
        texts = Q(comment__icontains=asked.word)
        for content_type, kind in by_type.items():
            keys = list(_named(kind, asked.word))
            texts |= Q(content_type=content_type, object_id__in=keys)
        proposed = ProposedChange.objects.filter(_says(ProposedChange, asked.word)).values("pk")
        texts |= Q(content_type=changes, object_id__in=proposed)
    steps = ReviewStep.objects.filter(texts, _when("at", asked), _who("editor_id", asked))
    shown = list(steps.order_by("-at")[:limit])
    of_changes = ProposedChange.objects.in_bulk(
        [step.object_id for step in shown if step.content_type_id == changes]
    )
    for step in shown:
        content_type, key = step.content_type_id, step.object_id
        if change := of_changes.get(key) if content_type == changes else None:
            content_type, key = change.content_type_id, change.object_id
        if content_type in by_type:
            name = by_type[content_type].name
            yield Doing(step.at, step.editor_id, name, key, step.verb, step.comment)


def _of_kind(kind: Kind, asked: Asked, limit: int) -> Iterator[Doing]:
    history = kind.model.history  # type: ignore[attr-defined]
    own = _asked_of(history.exclude(history_change_reason__in=STEPS), asked)
    for record in own.filter(_says(history.model, asked.word))[:limit]:
        yield _doing(kind, record.id, record, HISTORY[record.history_type])
    for field in kind.fields:
        if isinstance(field, Rows):
            yield from _rows(kind, field, asked, limit)


def _rows(kind: Kind, field: Rows, asked: Asked, limit: int) -> Iterator[Doing]:
    parents = kind.model.history.values_list("id", flat=True)  # type: ignore[attr-defined]
    rows = _asked_of(belonging_to(field, set(parents), kind.model), asked)
    if asked.word:
        link = "object_id" if field.parent == "text" else f"{field.parent}_id"
        of_named = Q(**{f"{link}__in": list(_named(kind, asked.word))})
        rows = rows.filter(_says(rows.model, asked.word) | of_named)
    for record in rows[:limit]:
        key = record.object_id if field.parent == "text" else getattr(record, f"{field.parent}_id")
        yield _doing(kind, key, record, HISTORY["~"])


def _doing(kind: Kind, key: int, record: Any, what: str) -> Doing:
    reason = record.history_change_reason or ""
    return Doing(record.history_date, record.history_user_id, kind.name, key, what, reason)


def _asked_of(history: Any, asked: Asked) -> Any:
    asked_for = _when("history_date", asked) & _who("history_user_id", asked)
    return history.filter(asked_for).order_by("-history_date")


def _named(kind: Kind, word: str) -> Any:
    history = kind.model.history  # type: ignore[attr-defined]
    return history.filter(slug__icontains=word).values_list("id", flat=True).distinct()


def _says(model: type[Model], word: str) -> Q:
    """Look for the word in every text column; SQLite knows capital letters in Latin alone."""
    found = Q()
    if word:
        for column in model._meta.concrete_fields:
            if isinstance(column, CharField | TextField):
                for spelt in {word, word.lower(), word.capitalize()}:
                    found |= Q(**{f"{column.name}__icontains": spelt})
    return found


def _who(column: str, asked: Asked) -> Q:
    if asked.editor is None:
        return Q()
    return Q(**{column: asked.editor}) if asked.editor else Q(**{f"{column}__isnull": True})


def _when(column: str, asked: Asked) -> Q:
    bounds = Q()
    if asked.since:
        bounds &= Q(**{f"{column}__gte": _midnight(_within(asked.since))})
    if asked.until:
        bounds &= Q(**{f"{column}__lt": _midnight(_within(asked.until) + timedelta(days=1))})
    if asked.before:
        bounds &= Q(**{f"{column}__lt": asked.before})
    return bounds


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _within(day: date) -> date:
    return max(FIRST, min(day, LAST))


def _in_one_line_each_save(found: list[Doing]) -> list[Doing]:
    """Leave out what the line above says already: the other rows of the same save."""
    lines: list[Doing] = []
    for doing in found:
        for index in range(len(lines) - 1, max(len(lines) - 30, -1), -1):
            above = lines[index]
            if _same_save(above, doing):
                first = HISTORY["+"] if HISTORY["+"] in (above.what, doing.what) else above.what
                lines[index] = replace(above, what=first)
                break
        else:
            lines.append(doing)
    return lines


def _same_save(above: Doing, doing: Doing) -> bool:
    written = {above.what, doing.what} <= set(HISTORY.values())
    same = (above.editor_id, above.kind, above.key, above.comment) == (
        doing.editor_id,
        doing.kind,
        doing.key,
        doing.comment,
    )
    return written and same and above.at - doing.at <= ONE_SAVE
