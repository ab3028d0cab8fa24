"""A link by which an editor chooses a password, once; nobody else ever knows it."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import PasswordResetConfirmView
from django.urls import reverse, reverse_lazy
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _


def password_link(user: User) -> str:
    """Return an address that works until a password is chosen, and at most a day."""
    name, token = (
        urlsafe_base64_encode(force_bytes(user.pk)),
        default_token_generator.make_token(user),
    )
    return f"{settings.SITE_URL}{reverse('admin:set_password', args=[name, token])}"


class SetPassword(PasswordResetConfirmView):
    template_name = "admin/sign_in/set_password.html"
    success_url = reverse_lazy("admin:login")
    title = _("Choose a password")

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return {**admin.site.each_context(self.request), **super().get_context_data(**context)}
