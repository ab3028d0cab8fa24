"""Accounts in the admin: an Administrator gives roles, and cannot make anybody more than that."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from civic.sign_in.shown_rights import ShownRights, shown_role

BEYOND_ROLES = ("is_superuser", "user_permissions")
_HELP = (  # As the script of Django's page finds it
    '{}<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>'
)
_WITH_PASSWORD = _("Whether this editor can sign in with a password.")
DATES = ("last_login", "date_joined")


class ChoosePasswordForm(AdminPasswordChangeForm):
    """Django's, with its help in the editor's language: its own is put together once, in one."""

    def __init__(self, user: User, *arguments: Any, **options: Any) -> None:
        super().__init__(user, *arguments, **options)
        if "usable_password" in self.fields:
            self.fields["usable_password"].help_text = format_html(
                _HELP,
                _WITH_PASSWORD,
                _("If not, the password there is now will be lost."),
            )


class NewAccountForm(AdminUserCreationForm):
    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["usable_password"].help_text = _WITH_PASSWORD


class AccountAdmin(ShownRights, UserAdmin):
    """Only a superuser touches a superuser, or gives a right that is no role's."""

    add_form = NewAccountForm
    change_password_form = ChoosePasswordForm
    list_display = ("username", "email", "roles", "is_staff", "is_active", "last_login")

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        return ", ".join(map(shown_role, user.groups.all())) or "–"

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, user: Any = None) -> Any:
        fields = (*super().get_readonly_fields(request, user), *DATES)
        return fields if _is_superuser(request) else (*fields, *BEYOND_ROLES)

    def has_change_permission(self, request: HttpRequest, user: Any = None) -> bool:
        return super().has_change_permission(request, user) and _may_touch(request, user)

    def has_delete_permission(self, request: HttpRequest, user: Any = None) -> bool:
        return super().has_delete_permission(request, user) and _may_touch(request, user)


def _may_touch(request: HttpRequest, user: User | None) -> bool:
    return user is None or not user.is_superuser or _is_superuser(request)


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))
