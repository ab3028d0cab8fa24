"""The forms that readers fill in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from amendments.local_path import local_path
from amendments.models import Report
from amendments.spam_trap import SpamTrap


class LongText(forms.CharField):
    """A text that may be pasted in too long: it is refused aloud, never cut in silence.

    Lines end with a line feed before they are counted, as the reader's own browser counts.
    """

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: v for name, v in super().widget_attrs(widget).items() if name != "maxlength"}

    def validate(self, value: str) -> None:
        super().validate(value)
        over = len(value) - (self.max_length or 0)
        if over > 0:
            raise ValidationError(
                ngettext(
                    "The text is %(over)d character too long. Nothing is lost: shorten it here.",
                    "The text is %(over)d characters too long. Nothing is lost: shorten it here.",
                    over,
                )
                % {"over": over},
                code="too_long",
            )

    def run_validators(self, value: str) -> None:
        """Leave out what `validate` has said already, in kinder words."""
        if len(value) <= (self.max_length or 0):
            super().run_validators(value)


class ReportForm(forms.ModelForm, SpamTrap):  # type: ignore[type-arg]  # No class to subscript when running
    """What is wrong, where, and an address to answer to for who wants an answer."""

    page = forms.CharField(required=False, widget=forms.HiddenInput)
    what = LongText(
        label=_("What is wrong?"),
        help_text=_("A wrong number, a slip in a translation, something unclear: anything."),
        max_length=Report.LONGEST_WHAT,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _("Say what is wrong: a few words are enough.")},
    )
    where = forms.CharField(
        label=_("Where on the page? (optional)"),
        help_text=_("For instance the heading above it, or the first words of the sentence."),
        max_length=200,
        required=False,
        error_messages={"max_length": _("Shorten this to 200 characters: the first words do.")},
    )
    contact = forms.EmailField(
        label=_("Your e-mail address (optional)"),
        help_text=_("Only to answer you. It is deleted once the report is closed."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _(
                "This is no e-mail address. Write it like name@example.kz, or leave it out."
            )
        },
    )

    class Meta:
        model = Report
        fields = ["page", "what", "where", "contact"]

    def clean_page(self) -> str:
        return local_path(self.cleaned_data["page"], longest=Report.LONGEST_PAGE)

    def clean(self) -> None:
        super().clean()
        self.refuse_haste()

    def save_report(self, language: str) -> Report:
        """Keep a valid report; one that fell into the trap as spam, where an editor may look."""
        report: Report = self.save(commit=False)
        report.language = language
        if self.cleaned_data["website"]:
            report.state = Report.State.SPAM
        report.save()
        return report
