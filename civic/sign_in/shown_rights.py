"""Roles and rights in the editor's language; the database keeps their names in English."""

from collections.abc import Callable, Mapping
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from amendments.models import Editing
from amendments.roles import Role, sort_of

_ROLES: Mapping[str, Any] = {
    Role.WRITER.label: pgettext_lazy("role", "Writer"),
    Role.TRANSLATOR.label: pgettext_lazy("role", "Translator"),
    Role.REVIEWER.label: pgettext_lazy("role", "Reviewer"),
    Role.PUBLISHER.label: pgettext_lazy("role", "Publisher"),
    Role.ADMINISTRATOR.label: pgettext_lazy("role", "Administrator"),
}
_VERBS: Mapping[str, Any] = {
    "add": pgettext_lazy("a right", "add"),
    "change": pgettext_lazy("a right", "change"),
    "delete": pgettext_lazy("a right", "delete"),
    "view": pgettext_lazy("a right", "view"),
}


def shown_role(group: Group) -> str:
    return str(_ROLES.get(group.name, group.name))


def shown_right(right: Permission) -> str:
    """Say what a right is to: "The law and its explanations | amendment | change"."""
    model: Any = right.content_type.model_class()
    verb, _underscore, of = right.codename.partition("_")
    said = _VERBS[verb] if of == right.content_type.model else gettext(right.name)
    return " | ".join(
        map(str, (model._meta.app_config.verbose_name, model._meta.verbose_name, said))
    )


def rights_of_editors() -> QuerySet[Permission]:
    """Leave out rights to what nobody edits: histories, and the tables of libraries."""
    models = [model for model in apps.get_models() if sort_of(model) or model is Editing]
    types = ContentType.objects.get_for_models(*models).values()
    return Permission.objects.filter(content_type__in=types).select_related("content_type")


_SHOWN: Mapping[Any, Callable[[Any], str]] = {Group: shown_role, Permission: shown_right}


class ShownRights:
    """For the admin of accounts and roles: names the roles and rights to choose from."""

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        chosen = db_field.remote_field.model
        if chosen is Permission:
            options["queryset"] = rights_of_editors()
        field: Any = super().formfield_for_manytomany(db_field, request, **options)  # type: ignore[misc]
        if field is not None and chosen in _SHOWN:
            field.label_from_instance = _SHOWN[chosen]
        return field

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        """Leave out the rows that only tie to a right or a role: they have no name to show."""
        ties = [
            model._meta
            for model in apps.get_models(include_auto_created=True)
            if model._meta.auto_created
        ]
        listed, counts, needed, protected = super().get_deleted_objects(objs, request)  # type: ignore[misc]
        for tie in ties:
            counts.pop(tie.verbose_name_plural, None)
        beginnings = tuple(f"{capfirst(tie.verbose_name)}:" for tie in ties)
        return _without(beginnings, listed), counts, needed, protected


def _without(beginnings: tuple[str, ...], listed: list[Any]) -> list[Any]:
    """Leave out, at any depth of Django's nested list of what goes, what begins so."""
    left = [
        _without(beginnings, each) if isinstance(each, list) else each
        for each in listed
        if isinstance(each, list) or not str(each).startswith(beginnings)
    ]
    return [each for each in left if each]


class RoleAdmin(ShownRights, GroupAdmin):  # type: ignore[misc]  # Django names the options
    list_display = ("role",)

    @admin.display(description=_("roles"), ordering="name")
    def role(self, group: Group) -> str:
        return shown_role(group)
