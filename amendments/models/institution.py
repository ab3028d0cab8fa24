"""State bodies and offices: what each was before and after 2022, and since 2026."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amendments.models.reviewed import Reviewed, ReviewedQuerySet
from amendments.models.source import Certainty, Cited


class Period(models.TextChoices):
    """Which rules: up to 7 June 2022, then up to 30 June 2026, then those in force since."""

    BEFORE = "before", _("before the changes of 2022")
    AFTER = "after", _("after the changes of 2022")
    SINCE_2026 = "since-2026", _("since 1 July 2026")


class InstitutionQuerySet(ReviewedQuerySet["Institution"]):
    def for_page(self) -> Self:
        return self.prefetch_related("numbers", "applicants", "citations__source")


class Institution(Reviewed, Cited):
    """A state body or office. An empty `since_2026` means that we do not know.

    `details` holds further facts, one a line.
    """

    slug = models.SlugField(_("slug"), unique=True)
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=200)
    what = models.TextField(_("what it is"))
    before = models.TextField(_("before"))
    after = models.TextField(_("after"))
    since_2026 = models.TextField(_("since 2026"), blank=True)
    details = models.TextField(_("details, one a line"), blank=True)
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices)
    note = models.TextField(_("note"), blank=True)

    objects = InstitutionQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.slug


class InstitutionNumber(models.Model):
    """One number of a body in one period: seats, judges, years of a term.

    `ours` marks what follows from the rule by our arithmetic.
    """

    class Counted(models.TextChoices):
        SEATS = "seats", _("seats")
        MAZHILIS_SEATS = "mazhilis-seats", _("seats in the Mazhilis")
        SENATE_SEATS = "senate-seats", _("seats in the Senate")
        PARTY_LIST_SEATS = "party-list-seats", _("seats by party list")
        DISTRICT_SEATS = "district-seats", _("seats in single-member districts")
        ASSEMBLY_SEATS = "assembly-seats", _("seats filled by the Assembly")
        ELECTED_SEATS = "elected-seats", _("elected seats")
        APPOINTED_SEATS = "appointed-seats", _("seats filled by the President")
        ASSEMBLY_PROPOSED = "assembly-proposed", _("of these proposed by the Assembly")
        MEMBERS = "members", _("members")
        TERM_YEARS = "term-years", _("years of a term")
        TERMS = "terms", pgettext_lazy("of office", "terms")
        THRESHOLD_PERCENT = "threshold-percent", _("threshold for party lists (per cent)")

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="numbers")
    position = models.PositiveSmallIntegerField(_("position"))
    counted = models.CharField(_("what is counted"), max_length=17, choices=Counted.choices)
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    value = models.PositiveSmallIntegerField(_("value"))
    ours = models.BooleanField(_("our own arithmetic"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("number of an institution")
        verbose_name_plural = _("numbers of an institution")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "counted", "period"],
                name="an_institution_has_a_number_once_in_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution_id} · {self.counted} · {self.period}"


class Applicant(models.Model):
    """Who could turn to a body in one period."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="applicants")
    position = models.PositiveSmallIntegerField(_("position"))
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    who = models.CharField(_("who"), max_length=200)

    class Meta:
        verbose_name = _("applicant")
        verbose_name_plural = _("applicants")
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.institution_id} · {self.position}"


class AppointmentQuerySet(ReviewedQuerySet["Appointment"]):
    def for_diagram(self) -> Self:
        return self.select_related("institution", "by", "consent_of", "proposed_by")


class Appointment(Reviewed, Cited):
    """Who fills a post, on whose proposal and with whose consent, in one period.

    `institution` is the body in which the post is, where we describe that body. `places` is
    how many posts are filled in this way.
    """

    class Act(models.TextChoices):
        APPOINTS = "appoints", _("appoints")
        ELECTS = "elects", _("elects")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    position = models.PositiveSmallIntegerField(_("position"))
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        verbose_name=_("institution"),
        related_name="appointments",
        null=True,
        blank=True,
    )
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    post = models.CharField(_("post"), max_length=200)
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    act = models.CharField(_("act"), max_length=8, choices=Act.choices, default=Act.APPOINTS)
    by = models.ForeignKey(
        Institution, models.PROTECT, verbose_name=_("by"), related_name="appoints"
    )
    proposed_by = models.ForeignKey(
        Institution,
        models.PROTECT,
        verbose_name=_("on the proposal of"),
        related_name="proposes",
        null=True,
        blank=True,
    )
    consent_of = models.ForeignKey(
        Institution,
        models.PROTECT,
        verbose_name=_("with the consent of"),
        related_name="consents",
        null=True,
        blank=True,
    )
    articles = models.CharField(_("articles"), max_length=60, blank=True)
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices)
    note = models.TextField(_("note"), blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["position"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(consent_of__isnull=True) | ~Q(consent_of=F("by")),
                name="nobody_consents_to_their_own_appointment",
            ),
        ]

    def __str__(self) -> str:
        return self.slug
