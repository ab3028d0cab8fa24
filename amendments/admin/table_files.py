"""Import from and export into tables, in the admin of a kind of text."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amendments.admin.reviewed import ReviewedAdmin
from amendments.table_files import TableFile, table_file_of
from amendments.table_files.differences import with_marks
from amendments.table_files.exporting import Format, export_table
from amendments.table_files.importing import Imported, import_table
from amendments.table_files.reading import read_table
from amendments.table_files.resource import Fate
from amendments.table_files.sealing import seal, unseal
from amendments.table_files.table import Unreadable
from amendments.table_files.writing import CannotBeWritten

FATES = {
    Fate.NEW: gettext_lazy("new draft"),
    Fate.DRAFT: gettext_lazy("changed draft"),
    Fate.PROPOSED: gettext_lazy("proposed change"),
    Fate.BACK: gettext_lazy("as readers see it again, its waiting change discarded"),
    Fate.UNCHANGED: gettext_lazy("nothing new"),
    Fate.REFUSED: gettext_lazy("refused"),
}


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLSX, or CSV in UTF-8. At most 5 MB and 1,000 rows."),
    )


class ExportForm(forms.Form):
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=Format.choices)


class TableFilesAdmin(ReviewedAdmin):
    """The model is registered with `amendments.table_files`."""

    change_list_template = "admin/amendments/table_files/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        opts, view = self.opts, self.admin_site.admin_view
        name = f"{opts.app_label}_{opts.model_name}_table"
        return [
            path("table/import/", view(self.import_table), name=f"{name}_import"),
            path("table/export/", view(self.export_table), name=f"{name}_export"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        addresses = {
            "table_export": _address(self, "export"),
            "table_import": _address(self, "import") if _may_import(self, request) else "",
        }
        shown = addresses | (extra_context or {})
        return super().changelist_view(request, shown)

    def import_table(self, request: HttpRequest) -> HttpResponse:
        """Show the form; of a file what it would do; and, once that is confirmed, do it."""
        if not _may_import(self, request):
            raise PermissionDenied
        file, context = table_file_of(self.model), {}
        form = ImportForm(request.POST or None, request.FILES or None)
        try:
            if "sealed" in request.POST:
                form = ImportForm()
                done = _import(file, request, dry_run=False)
                if not done.is_refused:
                    messages.success(request, _said(done))
                    return redirect(
                        f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
                    )
                context = _shown(done)
            elif request.method == "POST" and form.is_valid():
                context = _preview(file, request, form.cleaned_data["file"].read())
        except Unreadable as error:
            messages.error(request, str(error))
        context |= {"form": form, "columns": [column.name for column in file.columns]}
        return _page(self, request, "import", _("Import from a table"), context)

    def export_table(self, request: HttpRequest) -> HttpResponse:
        """Send the texts of the list, as it is searched and filtered."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        texts = self.get_changelist_instance(request).get_queryset(request)
        form = ExportForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            into = Format(form.cleaned_data["format"])
            try:
                done = export_table(table_file_of(self.model), texts, into)
            except CannotBeWritten as error:
                messages.error(request, str(error))
            else:
                name = f"{self.opts.model_name}s-{timezone.localdate():%Y-%m-%d}{done.ending}"
                disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
                return HttpResponse(done.data, done.content_type, headers=disposition)
        context = {"form": form, "number": texts.count()}
        return _page(self, request, "export", _("Export into a table"), context)


def _may_import(model_admin: Any, request: HttpRequest) -> bool:
    return bool(
        model_admin.has_add_permission(request) or model_admin.has_change_permission(request)
    )


def _address(model_admin: Any, what: str) -> str:
    opts = model_admin.opts
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_table_{what}")


def _import(file: TableFile, request: HttpRequest, *, dry_run: bool, table: Any = None) -> Imported:
    editor: Any = request.user
    table = table or unseal(request.POST["sealed"], file, editor)
    return import_table(file, table, editor=editor, now=timezone.now(), dry_run=dry_run)


def _preview(file: TableFile, request: HttpRequest, data: bytes) -> dict[str, Any]:
    editor: Any = request.user
    table = read_table(data)
    result = _import(file, request, dry_run=True, table=table)
    context = _shown(result)
    if result.would_write:
        context["sealed"] = seal(table, file, editor)
    return context


def _shown(result: Imported) -> dict[str, Any]:
    shown: list[dict[str, Any]] = [
        {"row": row, "fate": FATES[row.fate], "changes": _marked(row.changes)}
        for row in result.rows
        if row.fate is not Fate.UNCHANGED
    ]
    return {"result": result, "shown": shown, "said": _said(result)}


def _marked(changes: list[tuple[str, str, str]]) -> list[tuple[str, SafeString]]:
    return [(column, with_marks(before, after)) for column, before, after in changes]


def _said(result: Imported) -> str:
    counts = result.counts
    return ", ".join(f"{name}: {counts[fate]}" for fate, name in FATES.items() if counts[fate])


def _page(
    model_admin: Any, request: HttpRequest, name: str, title: str, context: dict[str, Any]
) -> HttpResponse:
    always = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
    }
    return TemplateResponse(request, f"admin/amendments/table_files/{name}.html", always | context)
