"""One sitting, and its answers."""

import uuid
from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quiz.models.learner import Learner
from quiz.models.question import Question
from quiz.models.quiz import Quiz


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def of(self, learner: Learner) -> Self:
        return self.filter(learner=learner)

    def finished(self) -> Self:
        return self.filter(finished_at__isnull=False)


class Attempt(models.Model):
    """One sitting of one learner with one quiz.

    `score` and `maximum` count marks, one for each question that asks something; `first_score`
    is what it was before a key was put right (`quiz.regrading`), NULL if none was. `deadline`
    exists only if the learner asked for a timer. `language` is that of the start.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(
        Learner, models.CASCADE, verbose_name=_("learner"), related_name="attempts"
    )
    quiz = models.ForeignKey(Quiz, models.PROTECT, verbose_name=_("quiz"), related_name="attempts")
    retry_of = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("retry of"), null=True, related_name="retries"
    )
    language = models.CharField(_("language"), max_length=2)
    on_one_page = models.BooleanField(_("all questions on one page"), default=False)
    started_at = models.DateTimeField(_("started at"))
    deadline = models.DateTimeField(_("deadline"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    maximum = models.PositiveSmallIntegerField(_("maximum"))
    score = models.DecimalField(_("score"), max_digits=8, decimal_places=5, null=True, blank=True)
    first_score = models.DecimalField(
        _("score before the key was put right"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
    )
    certificate = models.CharField(
        _("check code of the certificate"), max_length=12, unique=True, null=True, blank=True
    )

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["quiz", "finished_at"], name="finished_attempts_of_a_quiz")]
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, score__isnull=True)
                | Q(finished_at__isnull=False, score__isnull=False),
                name="a_finished_attempt_has_a_score",
            ),
            models.CheckConstraint(
                condition=Q(deadline__isnull=True) | Q(deadline__gt=models.F("started_at")),
                name="a_deadline_follows_the_start",
            ),
            models.CheckConstraint(
                condition=Q(certificate__isnull=True) | Q(finished_at__isnull=False),
                name="a_certificate_is_of_a_finished_attempt",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def is_retry(self) -> bool:
        """Whether only what was missed before is asked."""
        return self.retry_of_id is not None

    @property
    def whole(self) -> "Attempt":
        """Return the attempt of the whole quiz, of which this is a retry. One query a retry."""
        return self.retry_of.whole if self.retry_of else self


class Answer(models.Model):
    """A learner's reply to one question of an attempt; without `given`, still open.

    Made with the attempt, so that an answer is only ever filled in, once, by one UPDATE whose
    condition is that it is open. `given` is what `quiz.question_types` says it is. `grade` is
    the share of the mark; `first_grade` what it was before a key was put right.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="answers")
    question = models.ForeignKey(
        Question, models.PROTECT, verbose_name=_("question"), related_name="answers"
    )
    position = models.PositiveSmallIntegerField(_("position"))
    is_marked = models.BooleanField(_("marked for later"), default=False)
    given = models.JSONField(_("given"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=2, blank=True)
    grade = models.DecimalField(_("grade"), max_digits=6, decimal_places=5, null=True, blank=True)
    first_grade = models.DecimalField(
        _("grade before the key was put right"),
        max_digits=6,
        decimal_places=5,
        null=True,
        blank=True,
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "position"], name="a_place_in_an_attempt_is_taken_once"
            ),
            models.UniqueConstraint(
                fields=["attempt", "question"], name="an_attempt_asks_a_question_once"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, given__isnull=True, grade__isnull=True)
                | Q(answered_at__isnull=False, given__isnull=False, grade__isnull=False),
                name="an_answer_is_whole_or_open",
            ),
            models.CheckConstraint(
                condition=Q(grade__isnull=True) | Q(grade__gte=0, grade__lte=1),
                name="a_grade_is_a_share_of_the_mark",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id} · {self.position}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None

    @property
    def is_right(self) -> bool:
        return self.grade == Decimal(1)
