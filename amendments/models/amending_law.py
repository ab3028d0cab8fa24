from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.models.constitution import Constitution
from amendments.models.source import Cited


class AmendingLaw(Cited):
    """A law that changes the Constitution: how and when it was adopted, and where to read it."""

    class AdoptedBy(models.TextChoices):
        REFERENDUM = "referendum", _("referendum")
        PARLIAMENT = "parliament", _("Parliament")

    slug = models.SlugField(_("slug"), unique=True)
    constitution = models.ForeignKey(
        Constitution, models.PROTECT, verbose_name=_("constitution"), related_name="laws"
    )
    title = models.CharField(_("title"), max_length=300)
    number = models.CharField(_("official number"), max_length=20, blank=True)
    adopted_by = models.CharField(_("adopted by"), max_length=10, choices=AdoptedBy.choices)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    dated = models.DateField(_("date of the law"))
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    official_url = models.URLField(_("official text"), blank=True, max_length=500)

    class Meta:
        verbose_name = _("amending law")
        verbose_name_plural = _("amending laws")
        ordering = ["dated"]

    def __str__(self) -> str:
        return self.slug
