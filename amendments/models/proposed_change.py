"""An edit of published content that readers do not see until it is approved."""

from datetime import datetime

from django.contrib.auth.models import User
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.models.reviewed import Reviewed, ReviewedQuerySet, State


class ProposedChangeQuerySet(ReviewedQuerySet["ProposedChange"]):
    def waiting(self) -> "ProposedChangeQuerySet":
        """Keep those that have neither taken effect nor been discarded."""
        return self.filter(applied_at__isnull=True).exclude(state=State.WITHDRAWN)

    def of(self, text: Reviewed) -> "ProposedChangeQuerySet":
        kind = ContentType.objects.get_for_model(text)
        return self.filter(content_type=kind, object_id=text.pk)

    def due(self, now: datetime) -> "ProposedChangeQuerySet":
        """Keep those that are approved, whose moment has come, and that nothing hinders."""
        return self.waiting().published(now).filter(conflict="")


class ProposedChange(Reviewed):
    """A whole published text as it shall read, beside the one that readers see.

    `entry` and `base` are what the content files would say (YAML, `amendments.content_files`):
    the text as proposed, and as it was public when the proposal was last saved. *Published*
    means approved: it takes effect at `publish_at`, or at once, and `applied_at` says when it
    did. `conflict` says why it could not.
    """

    ON_ITS_WAY = (*Reviewed.ON_ITS_WAY, "conflict")

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    text = GenericForeignKey("content_type", "object_id")
    kind = models.CharField(_("kind of content"), max_length=40)
    slug = models.SlugField(_("slug"), max_length=120)
    entry = models.TextField(_("as proposed"))
    base = models.TextField(_("as it was"))
    proposed_at = models.DateTimeField(_("proposed at"))
    applied_at = models.DateTimeField(_("took effect at"), null=True, blank=True)
    conflict = models.TextField(_("why it did not take effect"), blank=True)

    objects = ProposedChangeQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["-proposed_at"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=Q(applied_at__isnull=True) & ~Q(state=State.WITHDRAWN),
                name="a_text_has_one_proposed_change_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True) | Q(state=State.PUBLISHED),
                name="only_an_approved_change_takes_effect",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"

    def has_come(self) -> bool:
        """Say whether it took effect, or does so with the next page that somebody asks for."""
        return self.applied_at is not None or (self.is_public() and not self.conflict)

    def is_in_conflict(self) -> bool:
        """Say whether it is approved and could not take effect."""
        return self.state == State.PUBLISHED and bool(self.conflict)

    def is_own_draft_of(self, editor: User | None) -> bool:
        """Say whether nobody's words but the editor's would go if another were put in its place."""
        return self.state == State.DRAFT and editor is not None and self.author_id == editor.pk

    def is_of_public(self) -> bool:
        """Say whether its text is published now. One query."""
        model = self.content_type.model_class()
        texts = {"pk": self.object_id, "state": State.PUBLISHED}
        return model is not None and model._base_manager.filter(**texts).exists()
