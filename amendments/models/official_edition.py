"""The official wording, as a consolidated edition of a day gives it."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.languages import AUTHENTIC, NAMES

SHA256 = r"^[0-9a-f]{64}$"


class OfficialEdition(models.Model):
    """One imported file: the law as it read on `as_of` in one of the two authentic languages.

    The file itself is not kept; `sha256` of its bytes says which one it was. `report` is what
    the import found (`amendments.official_edition.report`).
    """

    constitution = models.ForeignKey(
        "amendments.Constitution",
        models.PROTECT,
        verbose_name=_("constitution"),
        related_name="editions",
    )
    language = models.CharField(
        _("language"), max_length=2, choices=[(code, NAMES[code]) for code in AUTHENTIC]
    )
    as_of = models.DateField(_("edition of"))
    url = models.URLField(_("source"), max_length=500, blank=True)
    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64, validators=[RegexValidator(SHA256)])
    imported_at = models.DateTimeField(_("imported at"))
    report = models.JSONField(_("report"), default=dict)

    class Meta:
        verbose_name = _("official edition")
        verbose_name_plural = _("official editions")
        ordering = ["-as_of", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["constitution", "language", "as_of"],
                name="a_day_has_one_edition_in_a_language",
            ),
            models.CheckConstraint(
                condition=Q(language__in=AUTHENTIC),
                name="only_kazakh_and_russian_editions_are_authentic",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.as_of}"


class AuthenticText(models.Model):
    """What an edition says in place of our rendering of one provision.

    Its line breaks are joined, and Latin letters in Cyrillic words are put right; nothing else
    differs from the file, where it begins on `line`.
    """

    edition = models.ForeignKey(
        OfficialEdition, models.CASCADE, verbose_name=_("edition"), related_name="texts"
    )
    provision = models.ForeignKey(
        "amendments.Provision",
        models.PROTECT,
        verbose_name=_("provision"),
        related_name="authentic_texts",
    )
    text = models.TextField(_("text"))
    line = models.PositiveIntegerField(_("line"))

    class Meta:
        verbose_name = _("authentic text")
        verbose_name_plural = _("authentic texts")
        ordering = ["edition", "line"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "provision"], name="an_edition_words_a_provision_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="an_authentic_text_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.provision_id}"
