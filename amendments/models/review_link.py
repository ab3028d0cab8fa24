"""A draft shown to an expert without an account, and what the expert says of it."""

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReviewLink(models.Model):
    """An address at which one expert reads one text for some days.

    The address itself is not kept, only a keyed hash of the secret in it.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    text = GenericForeignKey("content_type", "object_id")
    secret_hash = models.CharField(_("hash of the secret"), max_length=64, unique=True)
    expert = models.CharField(_("expert"), max_length=120)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("made by"), related_name="+"
    )
    created_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("works until"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("review link")
        verbose_name_plural = _("review links")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="links_to_a_text")]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")),
                name="a_review_link_works_for_a_while",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.expert} {self.content_type_id}:{self.object_id}"

    def is_open(self, at: datetime | None = None) -> bool:
        return self.revoked_at is None and (at or timezone.now()) < self.expires_at


class ExpertComment(models.Model):
    """What an expert wrote through a link. Written once, never changed; it moves no text.

    `wording` is the digest of the text that the expert saw.
    """

    class Verdict(models.TextChoices):
        APPROVAL = "approval", _("approves")
        OBJECTION = "objection", _("objects")

    LONGEST = 8000

    link = models.ForeignKey(
        ReviewLink, models.CASCADE, verbose_name=_("review link"), related_name="comments"
    )
    name = models.CharField(_("name"), max_length=120)
    text = models.TextField(_("comment"), max_length=LONGEST, blank=True)
    verdict = models.CharField(_("verdict"), max_length=9, choices=Verdict.choices, blank=True)
    wording = models.CharField(_("digest of what was read"), max_length=64)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("expert's comment")
        verbose_name_plural = _("experts' comments")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["link"], condition=~Q(verdict=""), name="a_review_link_takes_one_verdict"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", "approval", "objection"]),
                name="an_expert_approves_or_objects",
            ),
            models.CheckConstraint(
                condition=~Q(text="") | Q(verdict="approval"),
                name="only_an_approval_needs_no_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"
