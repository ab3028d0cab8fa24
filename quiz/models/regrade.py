"""The log of keys that were put right."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quiz.models.question import Question


class Regrade(models.Model):
    """Who had a question's answers graded anew, when and why, and how many changed."""

    question = models.ForeignKey(
        Question, models.PROTECT, verbose_name=_("question"), related_name="regrades"
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("editor"), related_name="+"
    )
    reason = models.TextField(_("reason"))
    at = models.DateTimeField(_("at"))
    answers = models.PositiveIntegerField(_("answers graded anew"))
    changed = models.PositiveIntegerField(_("answers whose grade changed"))

    class Meta:
        verbose_name = _("regrade")
        verbose_name_plural = _("regrades")
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_regrade_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} · {self.at:%Y-%m-%d}"
