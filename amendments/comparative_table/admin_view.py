"""The upload of a comparative table in the admin, for staff who may add amendments."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from amendments.comparative_table.docx.package import MOST_BYTES
from amendments.comparative_table.importing import import_comparative_table
from amendments.comparative_table.listing import Fate
from amendments.comparative_table.rows.compared import Revisions
from amendments.comparative_table.unreadable import Unreadable
from amendments.comparative_table.wanted import Wanted
from amendments.languages import NAMES
from amendments.models import AmendingLaw, Amendment, Topic

FATES = {
    Fate.STAGED: _("staged as a draft"),
    Fate.FILLED_IN: _("filled in a draft"),
    Fate.ALREADY_HERE: _("already here"),
    Fate.DIFFERS: _("differs from what is here, which was kept"),
    Fate.PUBLISHED: _("published already"),
    Fate.UNCHANGED: _("nothing changed"),
    Fate.LEFT_OUT: _("left out"),
    Fate.NOT_UNDERSTOOD: _("not understood"),
}
_REVISIONS = [
    (
        Revisions.BEFORE_AFTER,
        _("the only text gives before and after; where there are two texts, accept them"),
    ),
    (Revisions.ACCEPT, _("accept all")),
    (Revisions.REFUSE, _("refuse a file that has any")),
]


class ImportForm(forms.Form):
    file = forms.FileField(label=_("File"), help_text=_("A Word file (.docx) of at most 10 MB."))
    law: Any = forms.ModelChoiceField(AmendingLaw.objects.all(), label=_("Amending law"))
    language = forms.ChoiceField(label=_("Language of the texts"), choices=list(NAMES.items()))
    revisions = forms.ChoiceField(label=_("Tracked changes"), choices=_REVISIONS)
    topic: Any = forms.ModelChoiceField(
        Topic.objects.all(),
        label=_("Topic of new drafts"),
        help_text=_("If left out: the topic of another amendment of the same provision."),
        required=False,
    )
    in_force_from = forms.DateField(
        label=_("In force from"),
        help_text=_("Year-month-day; if left out: the day of the law."),
        required=False,
    )
    dry_run = forms.BooleanField(
        label=_("Only show what would be done"), initial=True, required=False
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 10 MB."))
        return file


@staff_member_required
@permission_required("amendments.add_amendment", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
def import_comparative_table_view(request: HttpRequest) -> HttpResponse:
    """Show the form; on POST, what became of each row of the file."""
    form = ImportForm(request.POST or None, request.FILES or None)
    result = _imported(request, form) if request.method == "POST" and form.is_valid() else {}
    context = {
        **admin.site.each_context(request),
        "title": gettext("Import a comparative table"),
        "opts": Amendment._meta,
        "form": form,
        **result,
    }
    return TemplateResponse(request, "admin/amendments/comparative_table_import.html", context)


def _imported(request: HttpRequest, form: ImportForm) -> dict[str, Any]:
    given = form.cleaned_data
    wanted = Wanted(
        law=given["law"],
        language=given["language"],
        revisions=Revisions(given["revisions"]),
        topic=given["topic"],
        in_force_from=given["in_force_from"],
        editor=request.user,  # type: ignore[arg-type]  # Logged in: the decorators see to it
        file_name=given["file"].name,
    )
    try:
        done = import_comparative_table(given["file"].read(), wanted, dry_run=given["dry_run"])
    except Unreadable as error:
        for line in str(error).splitlines():
            form.add_error("file", line.strip())
        return {}
    return {
        "is_read": True,
        "dry_run": given["dry_run"],
        "notes": done.notes,
        "listed": [(FATES[each.fate], each) for each in done.listed],
        "counts": [(FATES[fate], number) for fate, number in done.counts.items()],
    }
