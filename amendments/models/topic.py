from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.models.reviewed import Reviewed, ReviewedQuerySet
from amendments.models.source import Certainty, Cited


class TopicQuerySet(ReviewedQuerySet["Topic"]):
    """Reads what is public."""


class Topic(Reviewed, Cited):
    """A field of power: who appoints judges, how laws are made, who runs a region.

    `before`, `after` and `since_2026` tell how it worked up to 7 June 2022, then up to 30 June
    2026, and under the Constitution in force since; the certainty and the note are of the last.
    """

    slug = models.SlugField(_("slug"), unique=True)
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=120)
    in_short = models.TextField(_("in short"), blank=True)
    before = models.TextField(_("how it worked before 2022"), blank=True)
    after = models.TextField(_("how it worked after 2022"), blank=True)
    since_2026 = models.TextField(_("how it is since 2026"), blank=True)
    since_2026_articles = models.CharField(_("articles of 2026"), max_length=60, blank=True)
    since_2026_certainty = models.CharField(
        _("certainty of what is told of 2026"),
        max_length=6,
        choices=Certainty.choices,
        blank=True,
    )
    since_2026_note = models.TextField(_("note on 2026"), blank=True)

    objects = TopicQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.slug


class TermQuerySet(ReviewedQuerySet["Term"]):
    """Reads what is public."""


class Term(Reviewed, Cited):
    """A word of the law with its one name in each language and a plain definition.

    `also` holds other names, one a line: a reader may search for them, we do not use them.
    `check` says how far the Kazakh and Russian forms were seen in use.
    """

    class Check(models.TextChoices):
        SEEN = "seen", _("seen in official use")
        PART = "part", _("seen in part")
        STANDARD = "standard", _("common form, to be checked by a native speaker")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    name = models.CharField(_("name"), max_length=200)
    also = models.TextField(_("other names, one a line"), blank=True)
    definition = models.TextField(_("definition"), blank=True)
    check_of_names = models.CharField(
        _("check of the names"), max_length=8, choices=Check.choices, blank=True
    )

    objects = TermQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug
