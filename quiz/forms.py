from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MINUTES = [("", _("no timer")), (5, "5"), (10, "10"), (20, "20"), (30, "30")]


class StartForm(forms.Form):
    """How a learner wants to take a quiz."""

    pages = forms.ChoiceField(
        label=_("How to see the questions"),
        choices=[("one", _("one at a time")), ("all", _("all on one page"))],
        initial="one",
        widget=forms.RadioSelect,
    )
    minutes = forms.TypedChoiceField(
        label=_("Minutes"),
        choices=MINUTES,
        coerce=int,
        empty_value=None,
        required=False,
    )

    def options(self) -> dict[str, Any]:
        return {
            "on_one_page": self.cleaned_data["pages"] == "all",
            "minutes": self.cleaned_data["minutes"],
        }
