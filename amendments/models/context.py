"""What happened, who said what, and where the press report and the record part."""

from typing import Self

from django.db import models
from django.db.models import Q, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from amendments.models.dated import Precision, precision_is_known
from amendments.models.referendum import Referendum
from amendments.models.reviewed import Reviewed, ReviewedQuerySet
from amendments.models.source import Certainty, Cited
from amendments.models.topic import Topic


class EventQuerySet(ReviewedQuerySet["Event"]):
    """Reads what is public."""


class Event(Reviewed, Cited):
    """One entry of the timeline, 1993 to 2026.

    `needs_check` marks what was announced but not confirmed: never told as a fact.
    """

    class Phase(models.TextChoices):
        BACKGROUND = "background", _("before the reform")
        UNREST = "unrest", _("January 2022")
        PROPOSAL = "proposal", _("the proposal")
        REFERENDUM = "referendum", _("the referendum")
        AFTER_2022 = "after-2022", _("after the referendum")
        NEW_CONSTITUTION = "new-constitution", _("the new Constitution")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    date = models.DateField(_("date"))
    precision = models.CharField(
        _("what of the date is known"),
        max_length=11,
        choices=Precision.choices,
        default=Precision.DAY,
    )
    position = models.PositiveSmallIntegerField(_("order on one day"), default=0)
    phase = models.CharField(_("phase"), max_length=16, choices=Phase.choices)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    law_number = models.CharField(_("number of the law"), max_length=20, blank=True)
    referendum = models.ForeignKey(
        Referendum,
        models.PROTECT,
        verbose_name=_("referendum"),
        related_name="events",
        null=True,
        blank=True,
        help_text=_("Only where the event is the vote itself."),
    )
    needs_check = models.BooleanField(_("not confirmed"), default=False)
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices)
    note = models.TextField(_("note"), blank=True)

    objects = EventQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["date", "position"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=precision_is_known(), name="an_event_says_how_exact_its_date_is"
            ),
            models.CheckConstraint(
                condition=~Q(needs_check=True) | Q(certainty=Certainty.LOW),
                name="an_unconfirmed_event_is_of_low_certainty",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class VoiceQuerySet(ReviewedQuerySet["Voice"]):
    def on_topic(self, topic: Topic) -> Self:
        """Keep what was said of a field of the 2022 changes; the 2026 text is another matter."""
        return self.filter(topics=topic, about=Voice.About.REFORM_2022)

    def for_and_against(self, topic: Topic, each: int = 2) -> Self:
        """Keep up to `each` supportive and critical voices on a topic, in one query."""
        stances = (Voice.Stance.SUPPORTIVE, Voice.Stance.CRITICAL)
        rank = Window(RowNumber(), partition_by="stance", order_by=["date", "slug"])
        return (
            self.on_topic(topic)
            .filter(stance__in=stances)
            .annotate(place_in_stance=rank)
            .filter(place_in_stance__lte=each)
            .order_by("-stance", "date")
        )

    def for_list(self) -> Self:
        return self.prefetch_related("topics", "citations__source")


class Voice(Reviewed, Cited):
    """What a named person or body said, retold in our words.

    The stance is our reading of that statement, not of the person. The role is the one held
    at the time. Statements on how the vote came about (`on_process`) or on the world around
    it (`on_geopolitics`) belong to the page of the referendum, not to a topic.
    """

    class Group(models.TextChoices):
        OFFICIAL = "official", _("official")
        PARLIAMENT = "parliament", _("member of Parliament")
        OMBUDSMAN = "ombudsman", _("ombudsman")
        CIVIL_SOCIETY = "civil-society", _("civil society")
        ANALYST_DOMESTIC = "analyst-domestic", _("analyst in Kazakhstan")
        ANALYST_FOREIGN = "analyst-foreign", _("analyst abroad")
        FOREIGN_GOVERNMENT = "foreign-government", _("foreign government")
        INTERNATIONAL_OBSERVER = "international-observer", _("international observer")
        RIGHTS_ORGANISATION = "rights-organisation", _("human rights organisation")
        ACTIVIST = "activist", _("activist")
        VOTER = "voter", _("voter")

    class Stance(models.TextChoices):
        SUPPORTIVE = "supportive", _("supportive")
        CAUTIOUS = "cautious", _("cautious")
        CRITICAL = "critical", _("critical")
        NEUTRAL = "neutral", _("neutral")

    class About(models.TextChoices):
        REFORM_2022 = "reform-2022", _("the changes of 2022")
        CONSTITUTION_2026 = "constitution-2026", _("the Constitution of 2026")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    person = models.CharField(_("person or body"), max_length=200)
    role = models.CharField(_("role at the time"), max_length=200)
    group = models.CharField(_("group"), max_length=22, choices=Group.choices)
    stance = models.CharField(_("stance"), max_length=10, choices=Stance.choices)
    about = models.CharField(
        _("about"), max_length=17, choices=About.choices, default=About.REFORM_2022
    )
    point = models.TextField(_("point"))
    quote = models.CharField(_("words quoted"), max_length=200, blank=True)
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), related_name="voices", blank=True
    )
    on_process = models.BooleanField(_("on how the vote came about"), default=False)
    on_geopolitics = models.BooleanField(_("on the world around it"), default=False)
    date = models.DateField(_("date"))
    precision = models.CharField(
        _("what of the date is known"),
        max_length=11,
        choices=Precision.choices,
        default=Precision.DAY,
    )
    date_note = models.CharField(_("note on the date"), max_length=200, blank=True)
    certainty = models.CharField(
        _("certainty"),
        max_length=6,
        choices=Certainty.choices,
        blank=True,
        help_text=_("Empty: not rated."),
    )

    objects = VoiceQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("voice")
        verbose_name_plural = _("voices")
        ordering = ["date", "slug"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=precision_is_known(), name="a_voice_says_how_exact_its_date_is"
            ),
            models.CheckConstraint(
                condition=Q(stance__in=["supportive", "cautious", "critical", "neutral"]),
                name="a_voice_has_a_stance",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class FactCheckQuerySet(ReviewedQuerySet["FactCheck"]):
    """Reads what is public."""


class FactCheck(Reviewed, Cited):
    """One point of the press report of June 2022 beside the record.

    `report_words` is a short quotation in the language of the report; `report_claim` retells.
    Points on the vote itself hang on the referendum, all others on a topic.
    """

    class Verdict(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        IMPRECISE = "imprecise", _("imprecise")
        DIFFERS = "differs", _("differs")
        INCONSISTENT = "inconsistent-in-report", _("inconsistent in the report")
        OUTDATED = "outdated", _("outdated")
        OMITTED = "omitted-in-report", _("left out of the report")
        CANNOT_CONFIRM = "cannot-confirm", _("cannot be confirmed")

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    position = models.PositiveSmallIntegerField(_("position"))
    topic = models.ForeignKey(
        Topic,
        models.PROTECT,
        verbose_name=_("topic"),
        related_name="fact_checks",
        null=True,
        blank=True,
    )
    referendum = models.ForeignKey(
        Referendum,
        models.PROTECT,
        verbose_name=_("referendum"),
        related_name="fact_checks",
        null=True,
        blank=True,
    )
    title = models.CharField(_("title"), max_length=200)
    report_claim = models.TextField(_("what the report says"))
    report_words = models.CharField(_("words of the report"), max_length=200, blank=True)
    record = models.TextField(_("what the record says"))
    verdict = models.CharField(_("verdict"), max_length=22, choices=Verdict.choices)
    certainty = models.CharField(_("certainty"), max_length=6, choices=Certainty.choices)
    note = models.TextField(_("note"), blank=True)

    objects = FactCheckQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("fact check")
        verbose_name_plural = _("fact checks")
        ordering = ["position"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(topic__isnull=True) ^ Q(referendum__isnull=True),
                name="a_fact_check_is_of_a_topic_or_of_a_referendum",
            ),
        ]

    def __str__(self) -> str:
        return self.slug
