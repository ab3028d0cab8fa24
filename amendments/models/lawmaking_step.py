"""How a bill became a law, step by step, before and after 2022 and since 2026."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.models.institution import Institution, Period
from amendments.models.reviewed import Reviewed, ReviewedQuerySet
from amendments.models.source import Certainty, Cited


class LawmakingStepQuerySet(ReviewedQuerySet["LawmakingStep"]):
    """Reads what is public."""


class LawmakingStep(Reviewed, Cited):
    """One step of a bill on its way, for the drawing on the topic of lawmaking.

    `majority` and `time_limit` are what this step asks for, empty where the text sets none.
    """

    class LawKind(models.TextChoices):
        ORDINARY = "ordinary", _("ordinary law")
        CONSTITUTIONAL = "constitutional", _("constitutional law")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    law_kind = models.CharField(_("kind of law"), max_length=14, choices=LawKind.choices)
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    actor = models.ForeignKey(
        Institution, models.PROTECT, verbose_name=_("who acts"), related_name="lawmaking_steps"
    )
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), blank=True)
    majority = models.CharField(_("majority"), max_length=120, blank=True)
    time_limit = models.CharField(_("time limit"), max_length=60, blank=True)
    articles = models.CharField(_("articles"), max_length=60)
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices)

    objects = LawmakingStepQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("step of lawmaking")
        verbose_name_plural = _("steps of lawmaking")
        ordering = ["law_kind", "period", "position"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.UniqueConstraint(
                fields=["law_kind", "period", "position"], name="a_step_of_lawmaking_has_its_place"
            ),
        ]

    def __str__(self) -> str:
        return self.slug
