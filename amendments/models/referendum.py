"""A vote on a law or on a whole Constitution: what was asked, under which rule, who said what."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amendments.models.amending_law import AmendingLaw
from amendments.models.constitution import Constitution
from amendments.models.reviewed import Reviewed, ReviewedQuerySet
from amendments.models.source import Certainty, Cited


class ReferendumQuerySet(ReviewedQuerySet["Referendum"]):
    def for_page(self) -> Self:
        return self.prefetch_related(
            "citations__source",
            "options",
            "results__counts",
            "results__citations__source",
            "regions__citations__source",
            "points__citations__source",
        )


class Referendum(Reviewed, Cited):
    """A nationwide vote.

    The rule stands here twice: as the law has it and as the press told it. Its numbers are in
    percent and are bounds that must be passed, not reached ("more than half" is 50). NULL: we
    do not know. `regions_needed` counts regions, cities of republican significance and the
    capital alike.
    """

    slug = models.SlugField(_("slug"), unique=True)
    held_on = models.DateField(_("held on"), unique=True)
    law = models.OneToOneField(
        AmendingLaw,
        models.PROTECT,
        verbose_name=_("amending law"),
        related_name="referendum",
        null=True,
        blank=True,
    )
    constitution = models.OneToOneField(
        Constitution,
        models.PROTECT,
        verbose_name=_("constitution adopted"),
        related_name="referendum",
        null=True,
        blank=True,
    )
    name = models.CharField(_("name"), max_length=300)
    in_short = models.TextField(_("in short"), blank=True)
    question = models.TextField(_("question on the ballot"), blank=True)
    question_note = models.TextField(_("note on the question"), blank=True)
    reported_question = models.TextField(_("the question as the press gave it"), blank=True)
    options_note = models.TextField(_("note on the options"), blank=True)
    turnout_rule = models.TextField(_("when the vote is valid"), blank=True)
    adoption_rule = models.TextField(_("when the changes are adopted"), blank=True)
    rule_base = models.TextField(_("whom the percentages count"), blank=True)
    turnout_over = models.DecimalField(
        _("turnout must pass (per cent)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    yes_over = models.DecimalField(
        _("yes share must pass (per cent)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    regions_total = models.PositiveSmallIntegerField(_("regions"), null=True, blank=True)
    regions_needed = models.PositiveSmallIntegerField(
        _("regions that must say yes"), null=True, blank=True
    )
    regions_needed_note = models.TextField(_("note on the number of regions"), blank=True)
    reported_rule = models.TextField(_("the rule as the press told it"), blank=True)
    reported_yes_over = models.DecimalField(
        _("yes of all entitled must pass, as reported (per cent)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
    )
    reported_regions_needed = models.PositiveSmallIntegerField(
        _("regions that must say yes, as reported"), null=True, blank=True
    )
    rule_difference = models.TextField(_("how the two differ"), blank=True)
    reported_rule_outcome = models.TextField(_("the result under the reported rule"), blank=True)
    amendments_count = models.PositiveSmallIntegerField(
        _("changes, official count"), null=True, blank=True
    )
    articles_changed = models.PositiveSmallIntegerField(
        _("articles changed"), null=True, blank=True
    )
    articles_total = models.PositiveSmallIntegerField(
        _("articles of the Constitution"), null=True, blank=True
    )
    count_note = models.TextField(_("note on the count"), blank=True)
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices)
    note = models.TextField(_("note"), blank=True)

    objects = ReferendumQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("referendum")
        verbose_name_plural = _("referendums")
        ordering = ["held_on"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(law__isnull=True) ^ Q(constitution__isnull=True),
                name="a_referendum_is_on_a_law_or_on_a_constitution",
            ),
            models.CheckConstraint(
                condition=Q(regions_needed__isnull=True)
                | Q(regions_total__isnull=False, regions_needed__lte=F("regions_total")),
                name="a_referendum_needs_no_more_regions_than_there_are",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class BallotOption(models.Model):
    """One box on the ballot: its words, and the words that the press report gave it."""

    referendum = models.ForeignKey(Referendum, models.CASCADE, related_name="options")
    key = models.SlugField(_("key"), max_length=10)
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("text"), max_length=100)
    report_words = models.CharField(_("words of the report"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("option on the ballot")
        verbose_name_plural = _("options on the ballot")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["referendum", "key"], name="an_option_stands_once_on_a_ballot"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.referendum_id} · {self.key}"


class ReferendumPointQuerySet(ReviewedQuerySet["ReferendumPoint"]):
    """Reads what is public."""


class ReferendumPoint(Reviewed, Cited):
    """One thing worth telling of a vote: its legal basis, who watched, who criticised.

    `who` names the person or body that says so; `finding` is what an observer concluded.
    An allegation is a claim that no record we read supports or answers.
    """

    class Kind(models.TextChoices):
        LEGAL_BASIS = "legal-basis", _("legal basis")
        BALLOT = "ballot", _("the ballot")
        COUNTRY = "country", _("regions of that day")
        START = "start", _("entry into force")
        OBSERVATION = "observation", _("observers from abroad")
        DOMESTIC_OBSERVATION = "domestic-observation", _("observers in the country")
        STATEMENT = "statement", _("statements of other states")
        REPLY = "reply", _("official reply")
        CRITICISM = "criticism", _("criticism")
        SCENE = "scene", _("scenes of the day")
        COUNTING = "counting", _("how the numbers are counted")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    referendum = models.ForeignKey(
        Referendum, models.PROTECT, verbose_name=_("referendum"), related_name="points"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=300, blank=True)
    who = models.CharField(_("who says so"), max_length=300, blank=True)
    text = models.TextField(_("text"))
    finding = models.TextField(_("finding"), blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    allegation = models.BooleanField(_("allegation"), default=False)
    certainty = models.CharField(
        _("certainty"),
        max_length=6,
        choices=Certainty.choices,
        blank=True,
        help_text=_("Empty: not rated."),
    )
    note = models.TextField(_("note"), blank=True)

    objects = ReferendumPointQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("point on a referendum")
        verbose_name_plural = _("points on referendums")
        ordering = ["referendum", "position"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(
                    kind__in=["observation", "domestic-observation", "statement", "criticism"]
                )
                | (Q(who_en__isnull=False) & ~Q(who_en="")),
                name="praise_and_blame_of_a_vote_are_attributed",
            ),
            models.CheckConstraint(
                condition=Q(allegation=False) | Q(certainty=""),
                name="an_allegation_is_not_rated_as_certain",
            ),
        ]

    def __str__(self) -> str:
        return self.slug
