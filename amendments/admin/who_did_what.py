"""Who did what, searchable by editor, text and day."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amendments.content_files import kinds
from amendments.doings import HISTORY, Asked, Doing, doings, names_of
from amendments.models import ReviewStep

ON_A_PAGE = 100
NOBODY = "0"


class AskForm(forms.Form):
    editor = forms.ChoiceField(label=gettext_lazy("Editor"), required=False)
    word = forms.CharField(
        label=gettext_lazy("Text (its slug, or words in it)"), required=False, max_length=100
    )
    since = forms.DateField(label=gettext_lazy("From"), required=False)
    until = forms.DateField(label=gettext_lazy("Until, that day included"), required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        editors = User.objects.filter(is_staff=True).order_by("username")
        self.fields["editor"] = forms.ChoiceField(
            label=gettext_lazy("Editor"),
            required=False,
            choices=[
                ("", _("everybody")),
                *[(str(editor.pk), str(editor)) for editor in editors],
                (NOBODY, _("nobody: the program itself")),
            ],
        )
        for name in ("since", "until"):
            self.fields[name].widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def asked(self, before: datetime | None) -> Asked:
        said = self.cleaned_data
        editor = int(said["editor"]) if said["editor"] else None
        return Asked(editor, said["word"].strip(), said["since"], said["until"], before)


@admin.register(ReviewStep)
class ReviewStepAdmin(admin.ModelAdmin):
    """The log is read, never written: its list is the page of who did what."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, step: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, step: Any = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = AskForm(request.GET)
        found: list[Doing] = []
        if form.is_valid():
            found = doings(form.asked(_moment(request.GET.get("before"))), limit=ON_A_PAGE)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Who did what"),
            "opts": self.opts,
            "form": form,
            "doings": _shown(found),
            "older": _older(request.GET, found),
        }
        return TemplateResponse(request, "admin/amendments/history/who_did_what.html", context)


def _shown(found: list[Doing]) -> list[dict[str, Any]]:
    names, there = names_of(found), _still_there(found)
    editors = User.objects.in_bulk({doing.editor_id for doing in found} - {None})
    return [
        {
            "doing": doing,
            "editor": editors.get(doing.editor_id or 0),
            "name": f"{_kind_name(doing)} {names.get((doing.kind, doing.key), doing.key)}",
            "url": _history_of(doing) if (doing.kind, doing.key) in there else None,
            "what": _what(doing),
        }
        for doing in found
    ]


def _kind_name(doing: Doing) -> str:
    return str(capfirst(kinds[doing.kind].model._meta.verbose_name))


def _still_there(found: list[Doing]) -> set[tuple[str, int]]:
    """Return which of the texts were not deleted: a query for each kind."""
    keys: dict[str, set[int]] = {}
    for doing in found:
        keys.setdefault(doing.kind, set()).add(doing.key)
    there: set[tuple[str, int]] = set()
    for kind, wanted in keys.items():
        rows = kinds[kind].model._base_manager.filter(pk__in=wanted)
        there |= {(kind, key) for key in rows.values_list("pk", flat=True)}
    return there


def _history_of(doing: Doing) -> str | None:
    model = kinds[doing.kind].model
    opts = model._meta
    try:
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_history", args=[doing.key])
    except NoReverseMatch:  # A kind without an admin of its own
        return None


def _what(doing: Doing) -> str:
    words = {HISTORY["+"]: _("created"), HISTORY["~"]: _("changed"), HISTORY["-"]: _("deleted")}
    return str(words.get(doing.what) or ReviewStep.Verb(doing.what).label)


def _moment(given: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(given).astimezone(UTC) if given else None
    except (ValueError, OverflowError):
        return None


def _older(query: QueryDict, found: list[Doing]) -> str:
    """Return the query of the next page, empty where none is left."""
    if not found:
        return ""
    further = query.copy()
    further["before"] = found[-1].at.isoformat()
    return further.urlencode()
