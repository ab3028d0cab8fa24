"""Texts are saved in one spelling, so that equal texts are equal to the last byte."""

from typing import Any
from unicodedata import normalize

from django.apps import AppConfig
from django.db.models import CharField, Model, TextField
from django.db.models.signals import pre_save


def in_one_spelling(text: str) -> str:
    """Bring a text to NFC and its line ends to a line feed."""
    return normalize("NFC", text.replace("\r\n", "\n"))


def normalise_texts(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Bring every text of the row to NFC and its line ends to a line feed.

    A browser sends a form's line ends as CR LF; without this an editor who saves a text
    without a change has changed all its lines.
    """
    for column in sender._meta.concrete_fields:
        if isinstance(column, CharField | TextField):
            text = instance.__dict__.get(column.attname)  # Deferred ones are not there
            if isinstance(text, str):
                clean = in_one_spelling(text)
                if clean != text:
                    setattr(instance, column.attname, clean)


def normalise_texts_of(app: AppConfig) -> None:
    """Have every model of the app save its texts so; its history follows its models."""
    for model in app.get_models():
        pre_save.connect(normalise_texts, sender=model, dispatch_uid=f"nfc {model._meta.label}")
