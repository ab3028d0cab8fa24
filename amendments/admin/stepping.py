"""One step of a text on its way, taken in the admin by a button."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amendments import review
from amendments.admin.conflicts import tell_conflict
from amendments.models import ProposedChange, Reviewed, ReviewStep
from amendments.proposals import approve_change, open_proposal
from amendments.wording import wording_of

Verb = ReviewStep.Verb
FARTHEST = timedelta(days=731)  # From now; what is farther is a slip in the year


class StepForm(forms.Form):
    """What the buttons send. A time is one of Kazakhstan (Asia/Almaty)."""

    verb = forms.ChoiceField(choices=Verb.choices)
    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        required=False,
        max_length=4000,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    publish_at = forms.DateTimeField(
        label=gettext_lazy("At (time of Kazakhstan; empty: now)"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        error_messages={"invalid": gettext_lazy("Write the time as 2027-01-31 09:00.")},
    )
    seen = forms.CharField(required=False)  # The digest of what was shown

    def __init__(self, data: Any = None, *, of_change: bool = False) -> None:
        """In the page, the fields belong to a form that stands elsewhere on it."""
        self.of_change = of_change
        belongs_to = "step-of-change" if of_change else "step"
        super().__init__(data, auto_id=f"{belongs_to}-%s")
        for field in self.fields.values():
            field.widget.attrs["form"] = belongs_to

    def clean_comment(self) -> str:
        comment: str = self.cleaned_data["comment"]
        if self.cleaned_data.get("verb") in review.NEEDS_COMMENT and not comment:
            raise forms.ValidationError(_("Say why: others will read it."))
        return comment

    def clean_publish_at(self) -> datetime | None:
        """Refuse a minute that has passed; the one that now is has not."""
        at: datetime | None = self.cleaned_data["publish_at"]
        if at is None or self.cleaned_data.get("verb") != Verb.APPROVE:
            return None
        now = timezone.now()
        if at < now.replace(second=0, microsecond=0):
            said = _("This time has passed. Choose a later one, or none to publish at once.")
            raise forms.ValidationError(said, code="passed")
        if at > now + FARTHEST:
            said = _("This is more than two years away. Look at the year again.")
            raise forms.ValidationError(said, code="far")
        return at


def step_view(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Take one step and lead back to the form; a refusal shows it with what was typed."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    text: Reviewed | None = model_admin.get_object(request, object_id)
    if text is None or not model_admin.has_view_permission(request, text):
        raise PermissionDenied
    opts = model_admin.opts
    back = redirect(reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[object_id]))
    form = StepForm(request.POST, of_change="of_change" in request.POST)
    if not form.is_valid():
        for error in form.errors.get("verb", []):  # It has no field in the page
            messages.error(request, str(error))
        return _as_typed(model_admin, request, object_id, form)
    moved = open_proposal(text) if form.of_change else text
    if moved is None:
        messages.error(request, _("There is no proposed change any more."))
        return _as_typed(model_admin, request, object_id, form)
    try:
        _take(moved, request.user, form.cleaned_data)
    except review.NotFit as unfit:
        for fault in unfit.faults:
            messages.error(request, fault)
    except review.ReadOtherWords:
        pass  # Told below, as after every refusal
    except (review.IllegalMove, PermissionDenied) as refused:
        messages.error(request, str(refused))
    else:
        if not tell_conflict(request, moved):
            messages.success(request, _("Done: %s.") % Verb(form.cleaned_data["verb"]).label)
        return back
    return _as_typed(model_admin, request, object_id, form)


def _as_typed(
    model_admin: Any, request: HttpRequest, object_id: str, form: StepForm
) -> HttpResponse:
    """Show the text anew; say so if it is not the one that was read."""
    text: Reviewed | None = model_admin.get_object(request, object_id)
    if text is None:
        raise Http404  # Somebody has deleted it meanwhile
    if request.POST.get("seen") != wording_of(text):
        messages.error(request, review.READ_OTHER_WORDS)
    name = "change_step_form" if form.of_change else "step_form"
    again: HttpResponse = model_admin.shown_again(request, object_id, {name: form})
    return again


def _take(text: Reviewed, editor: Any, said: dict[str, Any]) -> None:
    verb = Verb(said["verb"])
    how = {"comment": said["comment"], "seen": said["seen"]}
    if verb == Verb.APPROVE:
        how["publish_at"] = said["publish_at"]
    step = _STEPS.get(verb)
    if verb == Verb.APPROVE and isinstance(text, ProposedChange):
        step = approve_change
    if step is None or (verb == Verb.DISCARD and not isinstance(text, ProposedChange)):
        raise review.IllegalMove(_("This is no step to take here."))
    step(text, editor=editor, now=timezone.now(), **how)


_STEPS: dict[Verb, Any] = {
    Verb.SUBMIT: review.submit,
    Verb.SEND_BACK: review.send_back,
    Verb.APPROVE: review.approve,
    Verb.WITHDRAW: review.withdraw,
    Verb.TAKE_UP: review.take_up,
    Verb.DISCARD: review.discard,
}
