"""What was counted in a vote, and what was only expected: final, preliminary, exit poll."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.models.referendum import Referendum
from amendments.models.source import Certainty, Cited


class Result(Cited):
    """One set of numbers of a vote, never mixed with another.

    A vote has one final result; preliminary ones and exit polls carry what they measure in
    `note`. The numbers themselves are its counts.
    """

    class Stage(models.TextChoices):
        FINAL = "final", _("final")
        PRELIMINARY = "preliminary", _("preliminary")
        EXIT_POLL = "exit-poll", _("exit poll")

    referendum = models.ForeignKey(
        Referendum, models.PROTECT, verbose_name=_("referendum"), related_name="results"
    )
    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    stage = models.CharField(_("stage"), max_length=11, choices=Stage.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=200)
    status = models.TextField(_("what these numbers are"), blank=True)
    resolution_number = models.CharField(_("resolution number"), max_length=20, blank=True)
    resolution_date = models.DateField(_("date of the resolution"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    polling_stations = models.PositiveIntegerField(_("polling stations"), null=True, blank=True)
    polling_stations_abroad = models.PositiveSmallIntegerField(
        _("polling stations abroad"), null=True, blank=True
    )
    countries_abroad = models.PositiveSmallIntegerField(
        _("countries with polling stations"), null=True, blank=True
    )
    regions_in_favour = models.PositiveSmallIntegerField(
        _("regions with a yes majority"), null=True, blank=True
    )
    certainty = models.CharField(
        _("certainty"),
        max_length=6,
        choices=Certainty.choices,
        blank=True,
        help_text=_("Empty: not rated."),
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["referendum", "position"]
        constraints = [
            models.UniqueConstraint(
                "referendum",
                condition=Q(stage="final"),
                name="a_referendum_has_one_final_result",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class ResultCount(models.Model):
    """One number of a result: how many, and what share of whom.

    `ours` marks what we worked out ourselves from the official numbers; pages say so.
    """

    class Counted(models.TextChoices):
        ENTITLED = "entitled", _("entitled to vote")
        TOOK_PART = "took-part", _("took part")
        YES = "yes", _("yes")
        NO = "no", _("no")
        BOTH_MARKED = "both-marked", _("both options marked")
        NOT_COUNTED = "not-counted", _("counted for neither side")
        INVALID = "invalid", _("invalid")
        BLANK = "blank", _("blank")
        INVALID_OR_BOTH = "invalid-or-both", _("invalid or both options marked")

    class ShareOf(models.TextChoices):
        ENTITLED = "entitled", _("of all entitled to vote")
        TOOK_PART = "took-part", _("of those who took part")
        YES_AND_NO = "yes-and-no", _("of yes and no together")
        RESPONDENTS = "respondents", _("of those who answered the poll")

    result = models.ForeignKey(Result, models.CASCADE, related_name="counts")
    position = models.PositiveSmallIntegerField(_("position"))
    counted = models.CharField(_("what is counted"), max_length=15, choices=Counted.choices)
    count = models.PositiveIntegerField(_("number"), null=True, blank=True)
    share = models.DecimalField(
        _("share (per cent)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    share_of = models.CharField(
        _("share of whom"), max_length=11, choices=ShareOf.choices, blank=True
    )
    ours = models.BooleanField(_("our own arithmetic"), default=False)
    certainty = models.CharField(
        _("certainty"), max_length=6, choices=Certainty.choices, blank=True
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("number of a result")
        verbose_name_plural = _("numbers of a result")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["result", "counted", "share_of"], name="a_result_counts_a_thing_once"
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gte=0, share__lte=100),
                name="a_share_of_the_votes_is_between_0_and_100",
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True, share_of="")
                | (Q(share__isnull=False) & ~Q(share_of="")),
                name="a_share_of_the_votes_says_of_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.result_id} · {self.counted}"


class RegionResult(Cited):
    """How one region, city of republican significance or the capital voted.

    Shares are in per cent; NULL is unknown and drawn so. `yes_share_over` is all we know where only
    a bound was reported: more than this share said yes. `column` and `row`, from 1, place the
    region's tile on the map, north up.
    """

    class Kind(models.TextChoices):
        REGION = "region", _("region")
        CITY = "city", _("city of republican significance")
        CAPITAL = "capital", _("capital")

    referendum = models.ForeignKey(
        Referendum, models.PROTECT, verbose_name=_("referendum"), related_name="regions"
    )
    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=100)
    column = models.PositiveSmallIntegerField(_("column on the map"))
    row = models.PositiveSmallIntegerField(_("row on the map"))
    entitled = models.PositiveIntegerField(_("entitled to vote"), null=True, blank=True)
    took_part_preliminary = models.PositiveIntegerField(
        _("took part (preliminary)"), null=True, blank=True
    )
    turnout_preliminary = models.DecimalField(
        _("turnout (preliminary)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    turnout_final = models.DecimalField(
        _("turnout (final)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    yes_share = models.DecimalField(
        _("yes (preliminary)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    yes_share_over = models.DecimalField(
        _("yes, more than"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    no_share = models.DecimalField(
        _("no (preliminary)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    invalid_share = models.DecimalField(
        _("invalid (preliminary)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    both_marked_share = models.DecimalField(
        _("both options marked (preliminary)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
    )
    yes_majority = models.BooleanField(_("yes majority (final)"), null=True, blank=True)
    no_share_above_average = models.BooleanField(
        _("no share above that of the country"), null=True, blank=True
    )
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("result of a region")
        verbose_name_plural = _("results of regions")
        ordering = ["referendum", "row", "column"]
        constraints = [
            models.UniqueConstraint(
                fields=["referendum", "column", "row"], name="a_tile_of_the_map_is_one_region"
            ),
            models.CheckConstraint(
                condition=Q(column__gte=1, row__gte=1), name="tiles_are_counted_from_one"
            ),
            models.CheckConstraint(
                condition=Q(yes_share__isnull=True) | Q(yes_share_over__isnull=True),
                name="a_yes_share_is_known_or_bounded_not_both",
            ),
            *[
                models.CheckConstraint(
                    condition=Q(**{f"{share}__isnull": True})
                    | Q(**{f"{share}__gte": 0, f"{share}__lte": 100}),
                    name=f"{share}_of_a_region_is_between_0_and_100",
                )
                for share in (
                    "turnout_preliminary",
                    "turnout_final",
                    "yes_share",
                    "yes_share_over",
                    "no_share",
                )
            ],
        ]

    def __str__(self) -> str:
        return self.slug
