"""What is written by one person, checked by another and shown to everyone."""

from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

M = TypeVar("M", bound=models.Model)


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in-review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ReviewedQuerySet(models.QuerySet[M]):
    def published(self, at: datetime | None = None) -> Self:
        """Keep what readers may see at `at` (now, if left out).

        Something published for a later minute is left out until that minute, so nothing has
        to run on time for it to appear.
        """
        due = Q(publish_at__isnull=True) | Q(publish_at__lte=at or timezone.now())
        return self.filter(due, state=State.PUBLISHED)


class Reviewed(models.Model):
    """Content with the states draft → in review → published (→ withdrawn).

    Author and approver are two people. What ships with the project has neither: it was
    reviewed like code and counts as published by the project.
    """

    # What the steps of a review write, and no word of the text
    ON_ITS_WAY: ClassVar[tuple[str, ...]] = ("state", "author", "approver", "publish_at")

    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.DRAFT)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("author"),
        related_name="+",
        null=True,
        blank=True,
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("approver"),
        related_name="+",
        null=True,
        blank=True,
    )
    publish_at = models.DateTimeField(_("publish at"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(author__isnull=True)
                | Q(approver__isnull=True)
                | ~Q(author=F("approver")),
                name="nobody_approves_their_own_%(class)s",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED)
                | Q(author__isnull=True, approver__isnull=True)
                | Q(author__isnull=False, approver__isnull=False),
                name="a_published_%(class)s_was_approved_or_ships",
            ),
        ]

    def is_public(self, at: datetime | None = None) -> bool:
        """Say of one text what `published` says of many."""
        due = self.publish_at is None or self.publish_at <= (at or timezone.now())
        return self.state == State.PUBLISHED and due
