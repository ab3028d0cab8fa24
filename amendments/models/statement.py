"""What this project says in its own name about how it knows, and what it does not know."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.models.reviewed import Reviewed, ReviewedQuerySet
from amendments.models.source import Certainty, Cited


class StatementQuerySet(ReviewedQuerySet["Statement"]):
    """Reads what is public."""


class Statement(Reviewed, Cited):
    """One caveat or note of method, shown on the page it is about and listed on "about"."""

    class Page(models.TextChoices):
        ABOUT = "about", _("about")
        TIMELINE = "timeline", _("timeline")
        REFERENDUM = "referendum", _("referendum")
        INSTITUTIONS = "institutions", _("institutions")
        VOICES = "voices", _("voices")
        FACT_CHECK = "fact-check", _("fact check")
        SINCE_2026 = "since-2026", _("since 2026")

    class Kind(models.TextChoices):
        METHOD = "method", _("how we know")
        CAVEAT = "caveat", _("what to keep in mind")
        UNKNOWN = "unknown", _("what we do not know")
        MEANING = "meaning", _("what a word means here")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    page = models.CharField(_("page"), max_length=12, choices=Page.choices)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    certainty = models.CharField(
        _("certainty"),
        max_length=6,
        choices=Certainty.choices,
        blank=True,
        help_text=_("Empty: not rated."),
    )

    objects = StatementQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["page", "position"]

    def __str__(self) -> str:
        return self.slug
