"""One number that changes when anything public changes; ETags and caches hang on it.

It is made of four parts: the release (what the code and templates say), the count of public
changes, the local day (what is said of a text turns over with the day) and the last moment at
which something written earlier came due. So nothing has to run on time for a page to change.

Writes that send no signals (`bulk_create`, `update`, raw SQL) must call `note_public_change`.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import blake2b
from os.path import relpath
from pathlib import Path
from random import randint
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import F, Max, Min, Q, Value
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from django.utils import timezone
from simple_history.models import HistoricalChanges

from amendments.models import (
    ExpertComment,
    ProposedChange,
    PublicChange,
    Report,
    Reviewed,
    ReviewLink,
    ReviewStep,
    SearchEntry,
    SearchWord,
    ShippedEntry,
    State,
)

log = logging.getLogger(__name__)

NEVER_SHOWN: tuple[type[models.Model], ...] = (
    ExpertComment,
    HistoricalChanges,
    ProposedChange,
    PublicChange,
    Report,
    ReviewLink,
    ReviewStep,
    SearchEntry,  # Only ever changes with the text it was made from
    SearchWord,
    ShippedEntry,
)

# Asked on every request for a public page; building it by the ORM takes ten times as long
_COUNT = "SELECT count FROM amendments_publicchange WHERE id = 1"

_noted_together: ContextVar[bool] = ContextVar("public changes are noted together", default=False)


@dataclass(frozen=True)
class _Due:
    """The last and the next moment at which something comes due, at one count of changes."""

    count: int
    last: datetime | None
    following: datetime | None

    def holds(self, count: int, now: datetime) -> bool:
        return (
            self.count == count
            and (self.last is None or self.last <= now)
            and (self.following is None or now < self.following)
        )


_due: _Due | None = None

# What is done, by whoever asks first, once an approved change of a text has come due
when_due: list[Callable[[datetime], int]] = []


def public_changes() -> int:
    """Return a number that grows with every change of content. One query.

    For what does not hang on the day or on moments to come; pages ask `freshness`.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COUNT)
        (count,) = cursor.fetchone() or (0,)
    return int(count)


def freshness() -> str:
    """Return a short text that differs from every earlier one if any public page may differ.

    Costs one query, and a second one after a change and after each moment something was due.
    """
    return freshness_on(timezone.localdate(timezone=timezone.get_default_timezone()))


def freshness_on(day: date) -> str:
    """Return it for what reads the law on a day of its own, whatever the day."""
    global _due
    now = timezone.now()
    count = public_changes()
    due = _due
    if due is None or not due.holds(count, now):
        last, following, is_a_change_due = _last_and_next_due(now)
        if is_a_change_due and _put_in_place(now):
            return freshness_on(day)
        due = _due = _Due(count, last, following)
    return f"{release()} {count} {day} {due.last and due.last.isoformat()}"


def _put_in_place(now: datetime) -> bool:
    """Have approved changes take effect whose moment has come; True if one did.

    What goes wrong is logged: no page shall fail for it.
    """
    try:
        return any([work(now) for work in when_due])
    except Exception:
        log.exception("An approved change could not take effect")
        return False


def _last_and_next_due(now: datetime) -> tuple[datetime | None, datetime | None, bool]:
    """Return the last and the next moment, and whether an approved change waits for us."""
    first, *others = (
        models.QuerySet(model)  # Not the manager, which adds every translated column
        .order_by()
        .filter(state=State.PUBLISHED, publish_at__isnull=False)
        .filter(**_STILL_TO_COME if model is ProposedChange else {})
        .values(is_change=Value(int(model is ProposedChange)))
        .annotate(
            last=Max("publish_at", filter=Q(publish_at__lte=now)),
            following=Min("publish_at", filter=Q(publish_at__gt=now)),
        )
        .values_list("is_change", "last", "following")
        for model in apps.get_models()
        if issubclass(model, Reviewed) and not model._meta.proxy
    )
    rows = list(first.union(*others, all=True))
    lasts = [last for _is_change, last, _following in rows if last]
    followings = [following for _is_change, _last, following in rows if following]
    is_a_change_due = any(is_change and last for is_change, last, _following in rows)
    return max(lasts, default=None), min(followings, default=None), is_a_change_due


_STILL_TO_COME = {"applied_at__isnull": True, "conflict": ""}


def note_public_change() -> None:
    """Say that something public changed, in the transaction that changes it.

    One UPDATE; until that transaction ends, others who note a change wait for it. The count
    grows by a random step: a number seen in a transaction that was rolled back, or before a
    backup was restored, does not come again with other content behind it.
    """
    grown = F("count") + randint(1, 2**31)  # noqa: S311 - no secret, only unlikely to recur
    row = PublicChange.objects.filter(pk=1)
    if not row.update(count=grown):
        PublicChange.objects.bulk_create([PublicChange(pk=1)], ignore_conflicts=True)
        row.update(count=grown)


@contextmanager
def one_public_change() -> Iterator[None]:
    """Save many things in one transaction and note one change for them all, at its end."""
    with transaction.atomic():
        token = _noted_together.set(True)
        try:
            yield
        finally:
            _noted_together.reset(token)
        if not _noted_together.get():
            note_public_change()


def makes_pages_stale(model: type[models.Model]) -> None:
    """From now on note a public change whenever a `model` is saved or deleted through Django."""
    for signal in (post_save, post_delete):
        signal.connect(_note, sender=model, dispatch_uid=f"freshness of {model._meta.label}")
    for field in model._meta.local_many_to_many:
        through = field.remote_field.through
        m2m_changed.connect(_note, sender=through, dispatch_uid=f"freshness of {field}")


def connect_freshness() -> None:
    """Connect every model of `amendments` that readers see; for `AppConfig.ready`."""
    for model in apps.get_app_config("amendments").get_models():
        if not issubclass(model, NEVER_SHOWN):
            makes_pages_stale(model)
    post_migrate.connect(
        _note_migrations,
        sender=apps.get_app_config("amendments"),
        dispatch_uid="freshness after migrations",
    )


def _note(*, action: str = "post_", **signal: Any) -> None:
    if action.startswith("post_") and not _noted_together.get():
        note_public_change()


def _note_migrations(*, plan: Any = (), **signal: Any) -> None:
    """Note what data migrations did: they write without our signals."""
    if plan and PublicChange._meta.db_table in connection.introspection.table_names():
        note_public_change()


def release() -> str:
    """Return sixteen digits that change with the code, templates and static files.

    Read once per process (some 20 ms), or each time under DEBUG, where templates change
    without a restart. Equal on every machine that runs the same release.
    """
    return _digest_of_release.__wrapped__() if settings.DEBUG else _digest_of_release()


@cache
def _digest_of_release() -> str:
    root = Path(settings.BASE_DIR)
    digest = blake2b(digest_size=8)
    digest.update(f"{django.__version__} {getattr(settings, 'SITE_URL', '')}".encode())
    for path in sorted(_files_of_release(root)):
        digest.update(relpath(path, root).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _files_of_release(root: Path) -> Iterator[Path]:
    packages = [Path(app.path) for app in apps.get_app_configs() if root == Path(app.path).parent]
    for folder in (*packages, root / "templates", root / "requirements"):
        for path in folder.rglob("*"):
            if path.suffix in {".py", ".html", ".txt", ".xml", ".svg", ".mo"} and path.is_file():
                yield path
    manifest = Path(settings.STATIC_ROOT or root) / "staticfiles.json"
    described = (root / "docs" / name for name in ("api.md", "openapi.yaml"))  # Served as they are
    yield from filter(Path.is_file, (manifest, *described))
