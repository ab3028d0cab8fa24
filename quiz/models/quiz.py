"""Questions put together: one field, the vote, five minutes."""

from collections.abc import Collection
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.models import Reviewed, ReviewedQuerySet, Topic
from quiz.models.question import Question

# What else stands in addresses where the slug of a quiz stands
NOT_A_SLUG = frozenset({"attempts", "questions", "certificates", "mine", "continue", "forget"})


def is_free_as_an_address(slug: str) -> None:
    if slug in NOT_A_SLUG:
        message = _("“%(slug)s” names another page of the site.")
        raise ValidationError(message, params={"slug": slug})


class QuizQuerySet(ReviewedQuerySet["Quiz"]):
    def for_catalogue(self, left_out: Collection[int]) -> Self:
        """Add `stock`: how many published questions it holds, but for those left out."""
        askable = Question.objects.published().exclude(pk__in=left_out).values("pk")
        return self.select_related("topic").annotate(
            stock=models.Count("asked", filter=Q(asked__question__in=askable))
        )


class Quiz(Reviewed):
    """A quiz. `asks` is how many of its questions one attempt draws; all, if left out."""

    slug = models.SlugField(_("slug"), unique=True, validators=[is_free_as_an_address])
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=120)
    in_short = models.TextField(_("what it covers"), blank=True)
    topic = models.ForeignKey(
        Topic,
        models.PROTECT,
        verbose_name=_("topic"),
        related_name="quizzes",
        null=True,
        blank=True,
    )
    asks = models.PositiveSmallIntegerField(_("questions in one attempt"), null=True, blank=True)
    questions = models.ManyToManyField(
        Question, verbose_name=_("questions"), through="QuizQuestion", related_name="quizzes"
    )

    objects = QuizQuerySet.as_manager()

    stock: int  # Only after `for_catalogue()`

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("quiz")
        verbose_name_plural = _("quizzes")
        ordering = ["position", "slug"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(asks__isnull=True) | Q(asks__gt=0), name="a_quiz_asks_something"
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class QuizQuestion(models.Model):
    """A question's place in a quiz."""

    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="asked")
    question = models.ForeignKey(
        Question, models.PROTECT, verbose_name=_("question"), related_name="in_quizzes"
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("question of the quiz")
        verbose_name_plural = _("questions of the quiz")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "question"], name="a_quiz_asks_a_question_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quiz_id} · {self.position}"
