"""How we know: one list of sources, and the claims each one supports."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Certainty(models.TextChoices):
    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


class Source(models.Model):
    """Something published, with its address where one is known.

    `note` says how it was read: opened in full, seen as an excerpt, read in a copy.
    """

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    publisher = models.CharField(_("publisher"), max_length=200)
    title = models.CharField(_("title"), max_length=500, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    dated = models.CharField(_("date, as given"), max_length=60, blank=True)
    note = models.TextField(_("how it was read"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["publisher", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=~models.Q(url=""),
                name="an_address_is_one_source",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Citation(models.Model):
    """One source for one claim of one text.

    `claim` names the field that the source supports, such as "before" or "why_it_matters";
    empty means the whole entry.
    """

    source = models.ForeignKey(
        Source, models.PROTECT, verbose_name=_("source"), related_name="citations"
    )
    claim = models.SlugField(_("claim"), max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    text = GenericForeignKey("content_type", "object_id")

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="citations_of_a_text")]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "source", "claim"],
                name="a_claim_cites_a_source_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} · {self.claim}"


class Cited(models.Model):
    """A text that says where its claims come from."""

    citations = GenericRelation(Citation)

    class Meta:
        abstract = True
