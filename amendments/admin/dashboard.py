"""What the first page of the admin shows. Another app adds its own panel in `AppConfig.ready()`:

    panels.add(Panel("stale-questions", _("Stale questions"), "admin/quiz/stale.html", stale))

A panel's function gets the editor and returns what its template shows, or None where this
editor has nothing to see. Each costs a query or two: what is dear is remembered while nothing
public changes (`while_nothing_changes`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.core.cache import cache
from django.utils.functional import Promise

from amendments.freshness import freshness

T = TypeVar("T")
REMEMBERED = 15 * 60  # Seconds


@dataclass(frozen=True)
class Panel:
    """One part of the dashboard; `template` is given what `content` returns as `panel`."""

    name: str
    title: str | Promise
    template: str
    content: Callable[[User], Any]


@dataclass(frozen=True)
class Shown:
    """A panel with what it has for one editor."""

    panel: Panel
    content: Any


@dataclass
class Panels:
    """The panels by name, in the order in which they came."""

    by_name: dict[str, Panel] = field(default_factory=dict)

    def add(self, *panels: Panel) -> None:
        """Show panels from now on; one of the same name takes the place of the earlier."""
        self.by_name |= {panel.name: panel for panel in panels}

    def shown_to(self, editor: User) -> Iterator[Shown]:
        for panel in self.by_name.values():
            content = panel.content(editor)
            if content is not None:
                yield Shown(panel, content)


panels = Panels()


def remembered(name: str) -> Any:
    """Return what `while_nothing_changes` keeps under a name, or None; one or two queries."""
    return cache.get(_key(name))


def while_nothing_changes(name: str, work_out: Callable[[], T]) -> T:
    """Return what was worked out since anything public changed last, or work it out."""
    key = _key(name)
    known: T | None = cache.get(key)
    if known is None:
        known = work_out()
        cache.set(key, known, REMEMBERED)
    return known


def _key(name: str) -> str:
    return f"dashboard {name} {freshness()}".replace(" ", "-")
