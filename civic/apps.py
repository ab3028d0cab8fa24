from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CivicConfig(AppConfig):
    name = "civic"

    def ready(self) -> None:
        from django.contrib.auth.models import Group, User

        from amendments.roles import Sort, sort_as

        sort_as(Sort.ACCOUNT, User)
        sort_as(Sort.GROUP, Group)
        _name_second_factors()


def _name_second_factors() -> None:
    """Say in the editor's language what goes when an account is deleted; the library cannot."""
    from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
    from django_otp.plugins.otp_totp.models import TOTPDevice

    for model, one, many in (
        (TOTPDevice, _("phone for signing in"), _("phones for signing in")),
        (StaticDevice, _("list of recovery codes"), _("lists of recovery codes")),
        (StaticToken, _("recovery code"), _("recovery codes")),
    ):
        model._meta.verbose_name = one
        model._meta.verbose_name_plural = many
