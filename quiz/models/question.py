"""What is asked, and what may be answered."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amendments.models import (
    Amendment,
    Cited,
    Provision,
    Referendum,
    Reviewed,
    ReviewedQuerySet,
    State,
    Successor,
)
from quiz.question_types import TYPES

# Lookups of all that a question can be about, with what a page says of it
SUBJECTS = (
    "amendment__provision__article",
    "amendment__law__constitution",
    "amendment__topic",
    "provision__article",
    "successor__amendment__provision__article",
    "successor__amendment__topic",
    "referendum",
)
PINNED_TO = ("amendment", "provision", "successor", "referendum")


class Difficulty(models.IntegerChoices):
    EASY = 1, _("easy")
    MIDDLE = 2, _("middle")
    HARD = 3, _("hard")


def _about_one_thing() -> Q:
    """Exactly one of the links is set."""
    one = Q()
    for name in PINNED_TO:
        one |= Q(**{f"{other}__isnull": other != name for other in PINNED_TO})
    return one


class QuestionQuerySet(ReviewedQuerySet["Question"]):
    def with_subject(self) -> Self:
        """Load what the questions are about: for asking, grading and telling stale ones."""
        return self.select_related(*SUBJECTS)

    def for_asking(self) -> Self:
        return self.with_subject().prefetch_related("choices")


class Question(Reviewed, Cited):
    """One question, pinned to the text it is about.

    `written_against` is the fingerprint of that text when the question was last read against
    it (`quiz.pinning`); once the text says something else, the question is stale. `category` is
    the shelf it stands on here and in other systems' files: a topic's slug, or "referendum".
    `name` and `idnumber` are what such a file called it.
    """

    slug = models.SlugField(_("slug"), unique=True, max_length=120)
    type = models.CharField(
        _("type"), max_length=20, choices=[(name, _(each.label)) for name, each in TYPES.items()]
    )
    category = models.CharField(_("category"), max_length=250, blank=True)
    name = models.CharField(_("name"), max_length=250, blank=True)
    idnumber = models.CharField(_("number in another system"), max_length=100, blank=True)
    difficulty = models.PositiveSmallIntegerField(
        _("difficulty"), choices=Difficulty.choices, default=Difficulty.MIDDLE
    )
    amendment = models.ForeignKey(
        Amendment,
        models.PROTECT,
        verbose_name=_("amendment"),
        related_name="questions",
        null=True,
        blank=True,
    )
    provision = models.ForeignKey(
        Provision,
        models.PROTECT,
        verbose_name=_("provision"),
        related_name="questions",
        null=True,
        blank=True,
    )
    successor = models.ForeignKey(
        Successor,
        models.PROTECT,
        verbose_name=_("what became of a rule"),
        related_name="questions",
        null=True,
        blank=True,
    )
    referendum = models.ForeignKey(
        Referendum,
        models.PROTECT,
        verbose_name=_("referendum"),
        related_name="questions",
        null=True,
        blank=True,
    )
    prompt = models.TextField(_("prompt"))
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    explanation = models.TextField(_("explanation"), blank=True)
    written_against = models.TextField(_("written against"), blank=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["category", "slug"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | _about_one_thing(),
                name="a_published_question_is_about_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(difficulty__in=Difficulty.values), name="a_difficulty_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def subject(self) -> Amendment | Provision | Successor | Referendum | None:
        """What the question is about; no query after `with_subject()`."""
        for name in PINNED_TO:
            if getattr(self, f"{name}_id") is not None:
                subject: Amendment | Provision | Successor | Referendum = getattr(self, name)
                return subject
        return None

    @property
    def change(self) -> Amendment | None:
        """The change of 2022 it is about, itself or by what became of it."""
        return self.successor.amendment if self.successor else self.amendment

    def is_about_public_things(self) -> bool:
        """Say whether readers may see what it is about. No query after `with_subject()`."""
        subjects = (self.amendment, self.successor, self.change, self.referendum)
        return all(subject is None or subject.is_public() for subject in subjects)

    @property
    def kind_of_type(self) -> str:
        return gettext(TYPES[self.type].label)


class Choice(models.Model):
    """One answer to choose from, a step, a pair or an accepted value.

    `key` names it within its question, also in the answers that are kept, so it never changes.
    `weight` is per cent of the mark. `misconception` is the slug of what whoever chooses it
    believes.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="choices")
    key = models.SlugField(_("key"), max_length=20)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    text = models.TextField(_("text"), blank=True)
    match = models.TextField(_("match"), blank=True)
    number = models.DecimalField(
        _("number"), max_digits=24, decimal_places=8, null=True, blank=True
    )
    tolerance = models.DecimalField(
        _("tolerance"),
        max_digits=24,
        decimal_places=8,
        default=0,
        validators=[MinValueValidator(0)],
    )
    weight = models.DecimalField(
        _("weight, per cent"),
        max_digits=8,
        decimal_places=5,
        default=0,
        validators=[MinValueValidator(-100), MaxValueValidator(100)],
    )
    feedback = models.TextField(_("feedback"), blank=True)
    misconception = models.SlugField(_("misconception"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "key"], name="a_key_names_one_choice_of_a_question"
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=-100, weight__lte=100), name="a_weight_is_per_cent"
            ),
            models.CheckConstraint(
                condition=Q(tolerance__gte=0), name="a_tolerance_is_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return self.key
