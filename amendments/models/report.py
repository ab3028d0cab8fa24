"""What a reader says is wrong, for editors only; and what was put right, in public."""

from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.languages import LANGUAGES, NAMES
from amendments.models.reviewed import Reviewed, ReviewedQuerySet


class Report(models.Model):
    """Something a reader found wrong. Who it was is not kept, but for an address left to answer to.

    That address goes as soon as the report is closed or known as spam: nobody will answer then,
    and at the latest after `REPORT_CONTACT_DAYS`. `amendments.reports` has the verbs.
    `page` is a path with its language and query, empty for the site as a whole.
    """

    class State(models.TextChoices):
        NEW = "new", _("new")
        ANSWERED = "answered", _("answered")
        SPAM = "spam", _("spam")
        CLOSED = "closed", _("closed")

    OVER = (State.SPAM, State.CLOSED)
    LONGEST_PAGE = 300
    LONGEST_WHAT = 4000

    page = models.CharField(_("page"), max_length=LONGEST_PAGE, blank=True)
    what = models.TextField(_("what is wrong"), max_length=LONGEST_WHAT)
    where = models.CharField(_("where on the page"), max_length=200, blank=True)
    contact = models.EmailField(_("address to answer to"), blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=[(code, NAMES[code]) for code in LANGUAGES]
    )
    created = models.DateTimeField(_("received"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.NEW)
    fix = models.CharField(
        _("what put it right"),
        max_length=LONGEST_PAGE,
        blank=True,
        validators=[RegexValidator(r"^(/(?![/\\])|https?://)\S*$")],
        help_text=_("An address: of the page as it is now, or of the change."),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("answered by"),
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-created", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["spam", "closed"]) | Q(contact=""),
                name="a_report_that_is_over_keeps_no_address",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="an_answer_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page or '/'}: {self.what[:60]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.state in self.OVER:
            self.contact = ""
        super().save(*args, **kwargs)


class CorrectionQuerySet(ReviewedQuerySet["Correction"]):
    """Reads what is public."""


class Correction(Reviewed):
    """One entry of the public log: what a page said wrongly, and what it says now.

    `page` is a path without its language, since the page has one in each; empty for the site
    as a whole.
    """

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    date = models.DateField(_("date"))
    page = models.CharField(
        _("page"),
        max_length=Report.LONGEST_PAGE,
        blank=True,
        validators=[RegexValidator(r"^/(?![/\\])\S*$")],
        help_text=_("Its address without the language, such as /glossary/. Empty: the whole site."),
    )
    title = models.CharField(_("title"), max_length=200)
    what_was_wrong = models.TextField(_("what was wrong"))
    what_it_says_now = models.TextField(_("what it says now"))
    report = models.ForeignKey(
        Report,
        models.SET_NULL,
        verbose_name=_("report"),
        related_name="corrections",
        null=True,
        blank=True,
        help_text=_("The reader's report that led to it; not shown."),
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta(Reviewed.Meta):
        abstract = False
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-date", "slug"]
        constraints = [
            *Reviewed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(page="") | Q(page__startswith="/") & ~Q(page__startswith="//"),
                name="a_correction_names_a_page_of_this_site",
            ),
        ]

    def __str__(self) -> str:
        return self.slug
