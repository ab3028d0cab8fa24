"""The rights over content of whatever kind; they hang on no single one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Editing(models.Model):
    """No table and no rows: Django wants a model to hang rights on.

    `user.has_perm("amendments.review_content")` asks for one of them.
    """

    class Meta:
        managed = False
        default_permissions = ()
        verbose_name = _("editing")
        verbose_name_plural = _("editing")
        permissions = [
            ("translate_content", _("Can change the translations of content")),
            ("review_content", _("Can approve content or send it back")),
            ("publish_content", _("Can publish content and withdraw it")),
        ]

    def __str__(self) -> str:
        return "editing"
