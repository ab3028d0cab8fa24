from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class CodeForm(forms.Form):
    """Six digits, or a recovery code with or without its spaces."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "autofocus": True,
                "spellcheck": "false",
            }
        ),
    )

    def __init__(self, *args: Any, help_text: Any = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].help_text = help_text

    def refuse(self) -> None:
        self.add_error("code", _("This code is not right. A code works once, for half a minute."))

    def put_off(self, seconds: int) -> None:
        said = ngettext(
            "Too many wrong codes. Try again in %d second.",
            "Too many wrong codes. Try again in %d seconds.",
            seconds,
        )
        self.add_error("code", said % seconds)
