"""What happened to a text on its way to readers: who, when, why."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.models.reviewed import State


class ReviewStep(models.Model):
    """One step of one text, or of a proposed change of it. Written once, never changed."""

    class Verb(models.TextChoices):
        SUBMIT = "submit", _("submitted for review")
        SEND_BACK = "send-back", _("sent back")
        APPROVE = "approve", _("approved")
        WITHDRAW = "withdraw", _("withdrawn")
        TAKE_UP = "take-up", _("taken up again")
        PROPOSE = "propose", _("proposed a change")
        APPLY = "apply", _("change took effect")
        DISCARD = "discard", _("discarded the proposed change")
        READ_AGAIN = "read-again", _("read again: it still fits what it is about")

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    text = GenericForeignKey("content_type", "object_id")
    verb = models.CharField(_("step"), max_length=10, choices=Verb.choices)
    state = models.CharField(_("state after it"), max_length=10, choices=State.choices)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("editor"),
        related_name="+",
        null=True,  # A change that takes effect at its minute
    )
    at = models.DateTimeField(_("at"))
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)
    comment = models.TextField(_("comment"), blank=True)

    class Meta:
        verbose_name = _("step of a review")
        verbose_name_plural = _("steps of reviews")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="steps_of_a_text")]

    def __str__(self) -> str:
        return f"{self.verb} {self.content_type_id}:{self.object_id}"
