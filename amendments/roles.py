"""Five roles, each with the rights its work needs and no others. A person may have several.

Each app says in `AppConfig.ready()` what its models are to editors; what nobody has sorted,
no role may see. After every `migrate` the groups are put in step with this table, so that a
model added later is in them too, and what was added to them by hand is gone.
"""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps
from django.db import models


class Role(models.TextChoices):
    """The label is the name of the group, the same in every language."""

    WRITER = "writer", "Writer"
    TRANSLATOR = "translator", "Translator"
    REVIEWER = "reviewer", "Reviewer"
    PUBLISHER = "publisher", "Publisher"
    ADMINISTRATOR = "administrator", "Administrator"


class Sort(Enum):
    """What the rows of a model are to editors."""

    TEXT = auto()  # What editors write: each text with its parts and sources
    FACT = auto()  # The law's parts, figures of votes, sources: public at once, without a review
    LETTER = auto()  # What readers write to us, an address to answer to among it
    STEP = auto()  # A text's way to readers: written by the verbs of the review, in no form
    REGRADE = auto()  # A key put right, with the scores that changed: added, never altered
    ACCOUNT = auto()
    GROUP = auto()


SEE = ("view",)
WRITE = ("view", "add", "change")
ALL = ("view", "add", "change", "delete")

RIGHTS: Mapping[Role, Mapping[Sort, tuple[str, ...]]] = {
    Role.WRITER: {
        Sort.TEXT: WRITE,
        Sort.FACT: SEE,
        Sort.LETTER: ("view", "change"),
        Sort.STEP: SEE,
        Sort.REGRADE: SEE,
    },
    Role.TRANSLATOR: {Sort.TEXT: SEE, Sort.FACT: SEE, Sort.STEP: SEE},
    Role.REVIEWER: {
        Sort.TEXT: SEE,
        Sort.FACT: SEE,
        Sort.LETTER: ("view", "change"),
        Sort.STEP: SEE,
        Sort.REGRADE: SEE,
    },
    Role.PUBLISHER: {
        Sort.TEXT: SEE,
        Sort.FACT: SEE,
        Sort.STEP: SEE,
        Sort.REGRADE: ("view", "add"),
    },
    Role.ADMINISTRATOR: {
        Sort.TEXT: ALL,
        Sort.FACT: ALL,
        Sort.LETTER: ("view", "change", "delete"),
        Sort.STEP: SEE,
        Sort.REGRADE: ("view", "add"),
        Sort.ACCOUNT: WRITE,  # Not deleted: what they wrote names them. They are closed.
        Sort.GROUP: SEE,
    },
}

OVER_CONTENT: Mapping[Role, tuple[str, ...]] = {
    Role.WRITER: (),
    Role.TRANSLATOR: ("translate_content",),
    Role.REVIEWER: ("review_content",),
    Role.PUBLISHER: ("publish_content",),
    Role.ADMINISTRATOR: ("translate_content", "review_content", "publish_content"),
}

_sorted: dict[str, Sort] = {}


def sort_as(sort: Sort, *models: type[models.Model]) -> None:
    """Say what these models are to editors. The second time changes nothing."""
    for model in models:
        _sorted[model._meta.label_lower] = sort


def sort_of(model: type[models.Model]) -> Sort | None:
    return _sorted.get(model._meta.label_lower)


def codenames(role: Role, app_label: str) -> Iterator[str]:
    """Yield what a role may do in an app, such as "view_topic"."""
    for label, sort in _sorted.items():
        app, name = label.split(".")
        if app == app_label:
            yield from (f"{right}_{name}" for right in RIGHTS[role].get(sort, ()))
    if app_label == "amendments":
        yield from OVER_CONTENT[role]


def update_roles(
    app_config: AppConfig, using: str, apps: Apps | None = None, **options: Any
) -> None:
    """Give each role its rights in one app, and no others there. Follows each `migrate`."""
    from django.apps import apps as present

    migrated = apps or present
    try:
        groups: Any = migrated.get_model("auth", "Group")
        permissions: Any = migrated.get_model("auth", "Permission")
    except LookupError:  # Migrated back to before there were accounts
        return
    rights = permissions._default_manager.using(using)
    in_app = {
        each.codename: each for each in rights.filter(content_type__app_label=app_config.label)
    }
    for role in Role:
        group, _made = groups._default_manager.using(using).get_or_create(name=role.label)
        held = set(group.permissions.filter(content_type__app_label=app_config.label))
        wanted = {in_app[name] for name in codenames(role, app_config.label) if name in in_app}
        group.permissions.remove(*held - wanted)
        group.permissions.add(*wanted - held)
