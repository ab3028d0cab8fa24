"""Texts are saved in one spelling, so that equal texts are equal to the last byte.

What is pasted from the web, a PDF or Word brings signs that nobody sees. Those with a plain
meaning are put right when a row is saved, the others refused by every form; the content files
are read by the same rule, so what was saved can be written to them and read back the same.
"""

import re
from typing import Any
from unicodedata import normalize

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import CharField, Model, TextField
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # Word breaks lines with U+000B
_BYTE_ORDER_MARK = "\ufeff"
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WORDS_BEFORE = 30


def in_one_spelling(text: str) -> str:
    """Bring a text to NFC, its line ends to a line feed, and one of mere blanks to nothing."""
    plain = _LINE_ENDS.sub("\n", text.replace(_BYTE_ORDER_MARK, ""))
    return normalize("NFC", plain) if plain.strip() else ""


def first_unprintable(text: str) -> re.Match[str] | None:
    """Find a sign that no text may hold, in a text that is in one spelling."""
    return _UNPRINTABLE.search(text)


def demand_printable(text: str) -> None:
    """Raises ValidationError with the sign and the words it stands after."""
    clean = in_one_spelling(text)
    if found := first_unprintable(clean):
        sign = f"U+{ord(found[0]):04X}"
        words = clean[max(found.start() - _WORDS_BEFORE, 0) : found.start()].split("\n")[-1]
        said = (
            _("Take out the invisible character %(sign)s after “%(words)s”.")
            if words.strip()
            else _("Take out the invisible character %(sign)s at the beginning of a line.")
        )
        raise ValidationError(
            said, code="unprintable", params={"sign": sign, "words": words.lstrip()}
        )


def normalise_texts(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Bring every text of the row to one spelling, and to one line where its form has one.

    A browser sends a form's line ends as CR LF; without this an editor who saves a text
    without a change has changed all its lines.
    """
    for column in sender._meta.concrete_fields:
        if isinstance(column, CharField | TextField):
            text = instance.__dict__.get(column.attname)  # Deferred ones are not there
            if isinstance(text, str):
                clean = in_one_spelling(text)
                if isinstance(column, CharField):
                    clean = " ".join(clean.split("\n"))
                if clean != text:
                    setattr(instance, column.attname, clean)


def normalise_texts_of(app: AppConfig) -> None:
    """Have every model of the app save its texts so; its history follows its models.

    The check is added here and not to each column, so that it reaches translations too and no
    migration has to know of it.
    """
    for model in app.get_models():
        pre_save.connect(normalise_texts, sender=model, dispatch_uid=f"nfc {model._meta.label}")
        for column in model._meta.concrete_fields:
            if isinstance(column, CharField | TextField):
                checks: Any = [*column.validators, demand_printable]
                if _is_required(column):
                    checks.append(_demand_words)
                column.validators = checks


def _is_required(column: Any) -> bool:
    """Of a translated text only the default language is required, as the forms have it."""
    written: Any = getattr(column, "translated_field", column)
    language = getattr(column, "language", settings.MODELTRANSLATION_DEFAULT_LANGUAGE)
    return not written.blank and language == settings.MODELTRANSLATION_DEFAULT_LANGUAGE


def _demand_words(text: str) -> None:
    if text and not in_one_spelling(text):
        raise ValidationError(TextField.default_error_messages["blank"], code="blank")
