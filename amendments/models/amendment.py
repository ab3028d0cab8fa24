"""What one amending law did to one provision, and our explanation of it."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from amendments.languages import AUTHENTIC, LANGUAGES
from amendments.models.amending_law import AmendingLaw
from amendments.models.constitution import Provision, reading_order
from amendments.models.covering import authentic_after, authentic_before
from amendments.models.reviewed import Reviewed, ReviewedQuerySet
from amendments.models.source import Certainty, Cited
from amendments.models.topic import Term, Topic
from amendments.no_change import nothing_changes


class Kind(models.TextChoices):
    """What happened to the provision: derived from its texts, never stored."""

    AMENDED = "amended", _("amended")
    ADDED = "added", _("added")
    REPEALED = "repealed", _("repealed")


def _empty(field: str) -> Q:
    """The law has no such text: empty in one language means empty in all that exist."""
    return Q(*[(f"{field}_{language}", "") for language in LANGUAGES], _connector=Q.OR)


def _no_text_written(field: str) -> Q:
    """No language has a text here that is not empty."""
    none = Q()
    for language in LANGUAGES:
        none &= Q(**{f"{field}_{language}__isnull": True}) | Q(**{f"{field}_{language}": ""})
    return none


def _texts_come_in_pairs() -> Q:
    pairs = Q()
    for language in LANGUAGES:
        pairs &= Q(**{f"before_{language}__isnull": True, f"after_{language}__isnull": True}) | Q(
            **{f"before_{language}__isnull": False, f"after_{language}__isnull": False}
        )
    return pairs


class AmendmentQuerySet(ReviewedQuerySet["Amendment"]):
    def with_end(self) -> Self:
        """Add `in_force_until`: the first day on which the *after* was no longer law, or None.

        That is the start of the next published amendment of the same provision, otherwise
        the end of the Constitution.
        """
        following = (
            Amendment.objects.published()
            .filter(provision=OuterRef("provision"), in_force_from__gt=OuterRef("in_force_from"))
            .order_by("in_force_from")
            .values("in_force_from")[:1]
        )
        return self.annotate(
            in_force_until=Coalesce(Subquery(following), F("law__constitution__in_force_until"))
        )

    def in_force_on(self, day: date) -> Self:
        """Keep the amendments whose *after* was law on `day`.

        In force from `in_force_from`, that day included, until the next amendment of the
        same provision or the end of the Constitution, that day excluded.
        """
        return self.with_end().filter(
            Q(in_force_until__isnull=True) | Q(in_force_until__gt=day), in_force_from__lte=day
        )

    def of_kind(self, kind: Kind) -> Self:
        return self.annotate(
            _kind=Case(
                When(_empty("before"), Value(Kind.ADDED.value)),
                When(_empty("after"), Value(Kind.REPEALED.value)),
                default=Value(Kind.AMENDED.value),
            )
        ).filter(_kind=kind.value)

    def in_reading_order(self) -> Self:
        """Order by law, then as the Constitution prints its provisions."""
        return self.order_by("law__dated", *reading_order("provision__"))

    def with_authentic_texts(self, languages: Iterable[str]) -> Self:
        """Add what official editions say in place of *before* and *after*, in these languages.

        For `amendments.authentic_texts`; no query more. A language in which the law does not
        exist is passed over.
        """
        published = Amendment.objects.published()
        found = {}
        for language in set(languages) & set(AUTHENTIC):
            found[f"authentic_before_{language}"] = authentic_before(language, published)
            found[f"authentic_after_{language}"] = authentic_after(language, published)
        return self.annotate(**found)

    def for_list(self) -> Self:
        return (
            self.with_end()
            .select_related("law__constitution", "topic", "provision__section")
            .select_related("provision__article__section")
            .in_reading_order()
        )

    def for_page(self) -> Self:
        return (
            self.for_list()
            .select_related("successor")
            .prefetch_related("key_facts", "misconceptions", "terms")
        )


class Amendment(Reviewed, Cited):
    """What one amending law did to one provision.

    `before` and `after` are NULL in a language without a translation and empty where the law
    had no text: an added provision has no before, a repealed one no after.
    """

    law = models.ForeignKey(
        AmendingLaw, models.PROTECT, verbose_name=_("amending law"), related_name="amendments"
    )
    provision = models.ForeignKey(
        Provision, models.PROTECT, verbose_name=_("provision"), related_name="amendments"
    )
    topic = models.ForeignKey(
        Topic, models.PROTECT, verbose_name=_("topic"), related_name="amendments"
    )
    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    title = models.CharField(_("title"), max_length=200)
    in_short = models.TextField(_("in short"), blank=True)
    before = models.TextField(_("before"), null=True, blank=True)  # noqa: DJ001 - NULL: not translated
    after = models.TextField(_("after"), null=True, blank=True)  # noqa: DJ001 - NULL: not translated
    what_changed = models.TextField(_("what changed"), blank=True)
    why_it_matters = models.TextField(_("why it matters"), blank=True)
    who_it_touches = models.TextField(_("who it touches"), blank=True)
    what_came_later = models.TextField(_("what came later"), blank=True)
    in_force_from = models.DateField(_("in force from"))
    applied_from = models.DateField(_("first applied on"), null=True, blank=True)
    in_force_note = models.TextField(_("note on the start"), blank=True)
    certainty = models.CharField(
        _("certainty of the texts"), max_length=6, choices=Certainty.choices
    )
    note = models.TextField(_("how we know the texts"), blank=True)
    terms = models.ManyToManyField(
        Term, verbose_name=_("terms"), related_name="amendments", blank=True
    )

    objects = AmendmentQuerySet.as_manager()

    in_force_until: date | None  # Only after `with_end()`

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        constraints = [
            *Reviewed.Meta.constraints,
            models.UniqueConstraint(
                fields=["law", "provision"], name="a_law_amends_a_provision_once"
            ),
            models.CheckConstraint(
                condition=Q(applied_from__isnull=True) | Q(applied_from__gte=F("in_force_from")),
                name="an_amendment_is_applied_once_it_is_in_force",
            ),
            models.CheckConstraint(
                condition=_texts_come_in_pairs(), name="before_and_after_come_together"
            ),
            models.CheckConstraint(
                condition=(~_empty("before") | _no_text_written("before"))
                & (~_empty("after") | _no_text_written("after")),
                name="added_or_repealed_holds_for_every_language",
            ),
            models.CheckConstraint(
                condition=~(_empty("before") & _empty("after")),
                name="an_amendment_has_a_before_or_an_after",
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def clean(self) -> None:
        super().clean()
        before, after = (
            {language: getattr(self, f"{side}_{language}") or "" for language in LANGUAGES}
            for side in ("before", "after")
        )
        if nothing_changes(before, after):
            raise ValidationError(
                _("Before and after are the same in every language: nothing changes."),
                code="nothing_changes",
            )

    @property
    def kind(self) -> Kind:
        if any(getattr(self, f"before_{language}") == "" for language in LANGUAGES):
            return Kind.ADDED
        if any(getattr(self, f"after_{language}") == "" for language in LANGUAGES):
            return Kind.REPEALED
        return Kind.AMENDED


class KeyFact(models.Model):
    """One short sentence worth keeping: what a reader should remember, what a quiz may ask."""

    amendment = models.ForeignKey(Amendment, models.CASCADE, related_name="key_facts")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("key fact")
        verbose_name_plural = _("key facts")
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.amendment_id} · {self.position}"


class Misconception(models.Model):
    """What people often believe of a change, and what is true instead."""

    amendment = models.ForeignKey(Amendment, models.CASCADE, related_name="misconceptions")
    slug = models.SlugField(_("slug"), unique=True, max_length=120)
    position = models.PositiveSmallIntegerField(_("position"))
    belief = models.TextField(_("belief"))
    correction = models.TextField(_("correction"))

    class Meta:
        verbose_name = _("misconception")
        verbose_name_plural = _("misconceptions")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.slug
