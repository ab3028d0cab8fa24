"""From which version of its source each translation was made."""

from typing import Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amendments.in_step import NONE, Basis, Standing
from amendments.languages import LANGUAGES, NAMES

IS = {
    Standing.MISSING: Q(target=NONE),
    Standing.OUT_OF_DATE: ~Q(target=NONE) & ~Q(made_from=F("source")),
    Standing.DISMISSED: ~Q(target=NONE) & Q(made_from=F("source"), dismissed_at__isnull=False),
    Standing.UP_TO_DATE: ~Q(target=NONE) & Q(made_from=F("source"), dismissed_at__isnull=True),
}


class TranslationBasisQuerySet(models.QuerySet["TranslationBasis"]):
    def standing(self, *standings: Standing) -> Self:
        """Keep those that stand in one of these ways."""
        wanted = Q(pk__in=[])
        for standing in standings:
            wanted |= IS[standing]
        return self.filter(wanted)

    def in_order(self) -> Self:
        """Put what belongs to one text together."""
        return self.order_by("text_type_id", "text_id", "pk")


class TranslationBasis(models.Model):
    """One translated field of one row in one language; there is one for every language.

    `text` is what editors see the row as part of: a choice belongs to its question, a topic to
    itself. Digests are those of `amendments.in_step`. A dismissal names who found the
    translation still right though its source had changed; it is void once the source
    changes again.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(max_length=60)
    language = models.CharField(max_length=2, choices=[(code, NAMES[code]) for code in LANGUAGES])
    text_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    text_id = models.PositiveBigIntegerField()
    source_language = models.CharField(max_length=2, blank=True)
    made_from = models.CharField(max_length=16, blank=True)
    source = models.CharField(max_length=16, blank=True)
    target = models.CharField(max_length=16, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    dismissed_at = models.DateTimeField(null=True, blank=True)

    objects = TranslationBasisQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "language"],
                name="a_translation_has_one_basis",
            ),
            models.CheckConstraint(
                condition=Q(dismissed_by__isnull=True, dismissed_at__isnull=True)
                | Q(dismissed_by__isnull=False, dismissed_at__isnull=False),
                name="a_dismissal_names_who_and_when",
            ),
        ]
        indexes = [
            models.Index(fields=["text_type", "text_id"], name="translations_of_a_text"),
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}:{self.object_id} {self.column}"

    @property
    def column(self) -> str:
        return f"{self.field}_{self.language}"

    @property
    def basis(self) -> Basis:
        return Basis(
            self.source_language,
            self.made_from,
            self.source,
            self.target,
            self.dismissed_at is not None,
        )

    @property
    def standing(self) -> Standing:
        return self.basis.standing
