"""The history of a text: its versions, what differs between them, what was public, going back."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from amendments.admin.proposing import tell_proposed
from amendments.admin.signed_in import editor_of
from amendments.content_files import BadContent
from amendments.entry_of_text import entry_of, kind_of
from amendments.field_differences import differences, told
from amendments.models import Reviewed, ReviewStep, State
from amendments.proposals import open_proposal, proposed_entry
from amendments.reverting import revert
from amendments.versions import Version, content_at, public_at, versions_of

STEPS = dict(ReviewStep.Verb.choices)


class HistoryAdmin(SimpleHistoryAdmin):
    """One history for every text, in the place of the one that the package brings."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return versions_view(self, request, object_id)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return redirect(address(self, "history", object_id))

    def get_urls(self) -> list[URLPattern]:
        views = {
            "compare": compare_view,
            "proposed": proposed_view,
            "public": public_view,
            "revert": revert_view,
        }
        own = [
            path(
                f"<path:object_id>/history/{name}/",
                self.admin_site.admin_view(self._bound(view)),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{name}",
            )
            for name, view in views.items()
        ]
        return [*own, *super().get_urls()]

    def _bound(self, view: Any) -> Any:
        return lambda request, object_id: view(self, request, object_id)


class MomentForm(forms.Form):
    """A moment that has been, in the time of Kazakhstan."""

    at = forms.DateTimeField(input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"])

    def clean_at(self) -> datetime:
        at: datetime = self.cleaned_data["at"]
        if at > timezone.now():
            raise forms.ValidationError(_("This moment has not come yet."))
        try:
            return at.astimezone(UTC)
        except OverflowError:  # The first hours of the calendar have no UTC
            raise forms.ValidationError(self.fields["at"].error_messages["invalid"]) from None


def versions_view(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """List the versions, the newest first, with two choices each."""
    text = _text(model_admin, request, object_id)
    versions = versions_of(text)
    rows = [
        {"version": each, "reason": STEPS.get(each.reason, each.reason), "state": _state(each)}
        for each in reversed(versions)
    ]
    last = len(versions)
    proposal = open_proposal(text) if isinstance(text, Reviewed) else None
    context = {"rows": rows, "last": last, "before_last": max(last - 1, 1), "proposal": proposal}
    return _page(model_admin, request, text, "versions", _("History"), context)


def compare_view(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what differs between two versions, in whichever order they were chosen."""
    text = _text(model_admin, request, object_id)
    versions = versions_of(text)
    asked = sorted(
        [_version(versions, request.GET.get(name)) for name in ("old", "new")], key=_when
    )
    old, new = asked
    found = differences(kind_of(type(text)), content_at(text, old.at), content_at(text, new.at))
    context = {
        "old": old,
        "new": new,
        "differences": found,
        "is_last": new.number == len(versions),
        "may_revert": model_admin.has_change_permission(request, text),
    }
    title = _("Versions %(old)d and %(new)d") % {"old": old.number, "new": new.number}
    return _page(model_admin, request, text, "compare", title, context)


def proposed_view(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what readers see beside what is proposed."""
    text = _text(model_admin, request, object_id)
    proposal = open_proposal(text) if isinstance(text, Reviewed) else None
    if proposal is None:
        messages.info(request, _("No change of this text waits."))
        return redirect(address(model_admin, "history", object_id))
    try:
        found = differences(kind_of(type(text)), entry_of(text), proposed_entry(proposal))
    except BadContent as error:
        messages.error(request, str(error))
        return redirect(address(model_admin, "history", object_id))
    context = {"proposal": proposal, "differences": found}
    return _page(model_admin, request, text, "compare", _("As public and as proposed"), context)


def public_view(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show what readers could read at a moment."""
    text = _text(model_admin, request, object_id)
    form = MomentForm(request.GET or {"at": timezone.localtime().strftime("%Y-%m-%dT%H:%M")})
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        at = form.cleaned_data["at"]
        entry = public_at(text, at)
        context |= {"at": at, "entry": entry, "told": told(kind_of(type(text)), entry or {})}
    return _page(model_admin, request, text, "public", _("As public on"), context)


def revert_view(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Bring an old content back: of a published text, as a proposed change."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    text = _text(model_admin, request, object_id)
    if not model_admin.has_change_permission(request, text):
        raise PermissionDenied
    version = _version(versions_of(text), request.POST.get("to"))
    now = timezone.now()
    waiting = open_proposal(text) if isinstance(text, Reviewed) else None
    try:
        change = revert(text, version, editor=editor_of(request), now=now)
    except (BadContent, IntegrityError) as error:
        said = _("Version %(number)d does not fit what there is now, nothing was changed: %(why)s")
        messages.error(request, said % {"number": version.number, "why": error})
        return redirect(address(model_admin, "history", object_id))
    was = {"number": version.number}
    if getattr(text, "state", None) == State.PUBLISHED:
        said = _("Version %(number)d is proposed again. Readers see it once it is approved.") % was
        tell_proposed(request, waiting, change, now, said)
    else:
        messages.success(request, _("The text is as in version %(number)d again.") % was)
    return redirect(address(model_admin, "change", object_id))


def address(model_admin: Any, view: str, object_id: Any = None) -> str:
    opts = model_admin.opts
    arguments = [] if object_id is None else [object_id]
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{view}", args=arguments)


def _text(model_admin: Any, request: HttpRequest, object_id: str) -> Any:
    text = model_admin.get_object(request, unquote(object_id))
    if text is None:
        raise Http404
    if not model_admin.has_view_or_change_permission(request, text):
        raise PermissionDenied
    return text


def _version(versions: list[Version], number: str | None) -> Version:
    """Raises Http404 for a number that no version has."""
    for version in versions:
        if str(version.number) == number:
            return version
    raise Http404


def _when(version: Version) -> int:
    return version.number


def _state(version: Version) -> str:
    return str(dict(State.choices).get(version.state, ""))


def _page(
    model_admin: Any,
    request: HttpRequest,
    text: Any,
    name: str,
    title: str,
    context: dict[str, Any],
) -> TemplateResponse:
    views = ("change", "history", "compare", "proposed", "public", "revert")
    urls = {view: address(model_admin, view, text.pk) for view in views}
    always = {
        **admin.site.each_context(request),
        "title": title,
        "subtitle": str(text),
        "opts": model_admin.opts,
        "text": text,
        "urls": urls | {"changelist": address(model_admin, "changelist")},
    }
    return TemplateResponse(request, f"admin/amendments/history/{name}.html", always | context)
