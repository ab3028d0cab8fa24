"""The form in which an expert comments on a draft, and approves it or objects to it once."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from amendments.forms import LongText
from amendments.models import ExpertComment, ReviewLink
from amendments.spam_trap import SpamTrap

Verdict = ExpertComment.Verdict


class ExpertForm(SpamTrap):
    """A comment through one link. `wording` says what the expert saw.

    Once a verdict is recorded, only comments are taken.
    """

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("The editors see it beside what you write. It is not published."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Say who you are: the editors asked somebody they know.")},
    )
    text = LongText(
        label=_("Your comment"),
        help_text=_("What is wrong, unclear or missing, and where it stands."),
        max_length=ExpertComment.LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    verdict = forms.ChoiceField(
        label=_("Your verdict"),
        required=False,
        choices=[
            ("", _("None now: only a comment")),
            (Verdict.APPROVAL, _("I approve the text as it stands here")),
            (Verdict.OBJECTION, _("I object to it, for the reason in my comment")),
        ],
        widget=forms.RadioSelect,
    )
    wording = forms.CharField(required=False)

    def __init__(
        self, link: ReviewLink, wording: str, data: Any = None, *, has_verdict: bool
    ) -> None:
        super().__init__(data, initial={"name": link.expert, "verdict": ""})
        self.link = link
        self.current_wording = wording
        if has_verdict:
            del self.fields["verdict"]

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            self.add_error(None, _("A field that nobody sees was filled in. Please send it again."))
        return ""

    def clean_wording(self) -> str:
        if self.cleaned_data["wording"] != self.current_wording:
            self.add_error(
                None,
                _("The text was changed while you read it. Look at it again, then send this."),
            )
        return self.current_wording

    def clean(self) -> dict[str, Any]:
        self.refuse_haste()
        wants_words = self.cleaned_data.get("verdict") != Verdict.APPROVAL
        if wants_words and not self.cleaned_data.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write your comment; an objection needs its reason."))
        return self.cleaned_data

    def save_comment(self, now: datetime) -> ExpertComment | None:
        """Keep a valid comment; None where a verdict has come in meanwhile."""
        said = {name: self.cleaned_data.get(name, "") for name in ("name", "text", "verdict")}
        try:
            with transaction.atomic():
                return ExpertComment.objects.create(
                    link=self.link, wording=self.current_wording, at=now, **said
                )
        except IntegrityError:
            self.add_error(None, _("A verdict is recorded already. Send this as a comment."))
            return None
