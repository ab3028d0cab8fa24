"""What became of the rules of 2022 in the Constitution in force since 1 July 2026."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.models.amendment import Amendment
from amendments.models.reviewed import Reviewed, ReviewedQuerySet
from amendments.models.source import Certainty, Cited


class SuccessorQuerySet(ReviewedQuerySet["Successor"]):
    def for_list(self) -> Self:
        return self.select_related("amendment__topic", "amendment__provision__article")


class Successor(Reviewed, Cited):
    """What became of one amendment's rule in the 2026 Constitution.

    `articles` names its places there, such as 17(2)-(3); in Articles 46, 56 and 71 the number
    in brackets is an item. What a fate means is told by the statements of the page "since
    2026". For a repealed rule, "carried over" means that it is still gone.
    """

    class Fate(models.TextChoices):
        CARRIED_OVER = "carried-over", _("carried over")
        CHANGED = "changed", _("changed")
        MOVED_TO_LAW = "moved-to-law", _("moved to law")
        REPLACED = "replaced-by-new-body", _("replaced by a new body")
        DROPPED = "dropped", _("dropped")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    amendment = models.OneToOneField(
        Amendment, models.PROTECT, verbose_name=_("amendment"), related_name="successor"
    )
    fate = models.CharField(_("fate"), max_length=20, choices=Fate.choices)
    articles = models.CharField(_("articles of 2026"), max_length=60, blank=True)
    rule = models.TextField(_("the rule since 2026"), blank=True)
    difference = models.TextField(_("difference"))
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices)
    note = models.TextField(_("note"), blank=True)

    objects = SuccessorQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("successor")
        verbose_name_plural = _("successors")
        ordering = ["amendment"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(fate="dropped") & Q(articles=""))
                | ~(Q(fate="dropped") | Q(articles="")),
                name="only_a_dropped_rule_has_no_article_in_2026",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class NoveltyQuerySet(ReviewedQuerySet["Novelty"]):
    """Reads what is public."""


class Novelty(Reviewed, Cited):
    """Something in the 2026 Constitution to which no amendment of 2022 corresponds."""

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    position = models.PositiveSmallIntegerField(_("position"))
    articles = models.CharField(_("articles of 2026"), max_length=60)
    text = models.TextField(_("text"))
    certainty = models.CharField(
        _("certainty"),
        max_length=6,
        choices=Certainty.choices,
        blank=True,
        help_text=_("Empty: not rated."),
    )

    objects = NoveltyQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("novelty of 2026")
        verbose_name_plural = _("novelties of 2026")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.slug
