"""A basic law and its parts, down to the smallest unit with an address of its own."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amendments.languages import AUTHENTIC
from amendments.models.covering import authentic_unamended
from amendments.models.source import Cited


class Constitution(Cited):
    """A whole basic law with its days in force.

    `in_force_from` is left open where no source we read gives the day.
    `in_force_until` is exclusive: 2026-07-01 means that 30 June 2026 was the last day.
    `texts_known_from` is the day of the oldest edition compared: what was said before that
    day, this project cannot vouch for.
    """

    slug = models.SlugField(_("slug"), unique=True)
    title = models.CharField(_("title"), max_length=300)
    adopted_on = models.DateField(_("adopted on"))
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateField(_("in force until (exclusive)"), null=True, blank=True)
    texts_known_from = models.DateField(_("texts known from"), null=True, blank=True)
    end_note = models.TextField(_("how it ended"), blank=True)
    authentic_url_kk = models.URLField(_("authentic text in Kazakh"), blank=True, max_length=500)
    authentic_url_ru = models.URLField(_("authentic text in Russian"), blank=True, max_length=500)

    class Meta:
        verbose_name = _("constitution")
        verbose_name_plural = _("constitutions")
        ordering = ["adopted_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(in_force_until__isnull=True)
                | Q(in_force_from__isnull=True)
                | Q(in_force_until__gt=F("in_force_from")),
                name="a_constitution_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Section(models.Model):
    constitution = models.ForeignKey(
        Constitution,
        models.PROTECT,
        verbose_name=_("constitution"),
        related_name="sections",
    )
    slug = models.SlugField(_("slug"), unique=True)
    number = models.CharField(_("number"), max_length=10)
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=300)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["constitution", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["constitution", "number"], name="a_section_number_stands_once"
            ),
            models.UniqueConstraint(
                fields=["constitution", "position"], name="a_section_has_its_own_place"
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Article(models.Model):
    """An article, numbered as in the law: 44, 83-1, 94-2."""

    section = models.ForeignKey(
        Section, models.PROTECT, verbose_name=_("section"), related_name="articles"
    )
    slug = models.SlugField(_("slug"), unique=True)
    number = models.CharField(
        _("number"),
        max_length=6,
        validators=[RegexValidator(r"^[1-9]\d{0,2}(-[1-9])?$")],
    )
    position = models.PositiveSmallIntegerField(_("position"), editable=False)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["section__constitution", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "number"], name="an_article_number_stands_once"
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def save(self, *args: Any, **kwargs: Any) -> None:
        whole, _dash, inserted = self.number.partition("-")
        self.position = int(whole) * 10 + int(inserted or 0)
        super().save(*args, **kwargs)


class ProvisionQuerySet(models.QuerySet["Provision"]):
    def of(self, constitution: Constitution) -> Self:
        return self.filter(
            Q(article__section__constitution=constitution) | Q(section__constitution=constitution)
        )

    def in_reading_order(self) -> Self:
        return self.order_by(*reading_order())

    def with_authentic_texts(self, languages: Iterable[str]) -> Self:
        """Add what official editions say of provisions, for those that were never amended."""
        found = {
            f"authentic_text_{language}": authentic_unamended(language)
            for language in set(languages) & set(AUTHENTIC)
        }
        return self.annotate(**found)


def reading_order(prefix: str = "") -> list[Any]:
    """Order provisions as the law prints them; `prefix` leads to the provision.

    A section's heading stands before the section's articles.
    """
    section = models.functions.Coalesce(
        f"{prefix}article__section__position", f"{prefix}section__position"
    )
    return [
        section,
        F(f"{prefix}article__position").asc(nulls_first=True),
        f"{prefix}position",
    ]


class Provision(models.Model):
    """The smallest unit with an address of its own: article + paragraph (+ sub-paragraph).

    The headings of sections are provisions without an article. `text` is the wording of a
    provision that nothing we hold has amended; an amended one gets its wording from its
    amendments (see `amendments.reader`).
    """

    class Part(models.TextChoices):
        HEADING = "heading", _("heading")
        ARTICLE = "article", _("whole article")
        PARAGRAPH = "paragraph", _("paragraph")
        OPENING_WORDS = "opening-words", _("opening words")
        SUBPARAGRAPH = "subparagraph", _("sub-paragraph")

    article = models.ForeignKey(
        Article,
        models.PROTECT,
        verbose_name=_("article"),
        related_name="provisions",
        null=True,
        blank=True,
    )
    section = models.ForeignKey(
        Section,
        models.PROTECT,
        verbose_name=_("section"),
        related_name="headings",
        null=True,
        blank=True,
    )
    slug = models.SlugField(_("slug"), unique=True)
    part = models.CharField(_("part"), max_length=13, choices=Part.choices)
    paragraph = models.CharField(_("paragraph"), max_length=6, blank=True)
    subparagraph = models.CharField(_("sub-paragraph"), max_length=6, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    text = models.TextField(_("text"), blank=True)

    objects = ProvisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        constraints = [
            models.CheckConstraint(
                condition=Q(part="heading", section__isnull=False, article__isnull=True)
                | (~Q(part="heading") & Q(section__isnull=True, article__isnull=False)),
                name="a_provision_is_in_an_article_or_heads_a_section",
            ),
            models.UniqueConstraint(
                fields=["article", "part", "paragraph", "subparagraph"],
                name="a_provision_address_stands_once",
            ),
            models.UniqueConstraint(fields=["section"], name="a_section_has_one_heading"),
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def constitution(self) -> Constitution:
        section = self.article.section if self.article else self.section
        assert section is not None  # a_provision_is_in_an_article_or_heads_a_section
        return section.constitution

    def is_known_on(self, day: date) -> bool:
        """Whether the editions compared reach back to `day`."""
        known_from = self.constitution.texts_known_from
        return known_from is None or known_from <= day
