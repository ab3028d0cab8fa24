"""Questions from files and into files, for staff who may add or see questions.

`urlpatterns` go into an admin's `get_urls()`, before its own.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from amendments.admin.signed_in import editor_of
from amendments.languages import NAMES
from quiz.exchange.decoding import MOST_BYTES
from quiz.exchange.exporting import chosen_questions, export_questions
from quiz.exchange.formats import FORMATS, Format, read_questions
from quiz.exchange.importing import Fate, import_questions
from quiz.exchange.question import Unreadable, Written
from quiz.models import Question, Quiz

_FORMATS = [(each.name, each.label) for each in FORMATS.values()]
_LANGUAGES = list(NAMES.items())
MOST_AT_ONCE = 1_000  # More would take longer than a page may; the command has no such limit
FATES = {
    Fate.IMPORTED: _("imported"),
    Fate.ALREADY_HERE: _("already here"),
    Fate.REFUSED: _("refused"),
}


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("File"), help_text=_("At most 10 MB and 1,000 questions; more by command.")
    )
    format = forms.ChoiceField(
        label=_("Format"), choices=[("", _("find out")), *_FORMATS], required=False
    )
    language = forms.ChoiceField(label=_("Language of the questions"), choices=_LANGUAGES)
    category = forms.CharField(
        label=_("Category"),
        help_text=_("Leave it empty to keep the categories of the file."),
        max_length=250,
        required=False,
    )
    dry_run = forms.BooleanField(
        label=_("Only show what would be done"), initial=True, required=False
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 10 MB."))
        return file


class ExportForm(forms.Form):
    format = forms.ChoiceField(label=_("Format"), choices=_FORMATS)
    language = forms.ChoiceField(label=_("Language"), choices=_LANGUAGES)
    category = forms.ChoiceField(label=_("Category"), required=False)
    quiz = forms.ChoiceField(label=_("Quiz"), required=False)
    published = forms.BooleanField(label=_("Leave drafts out"), required=False, initial=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        categories = Question.objects.order_by("category").values_list("category", flat=True)
        self._offer("category", categories.exclude(category="").distinct())
        self._offer("quiz", Quiz.objects.values_list("slug", flat=True))

    def _offer(self, name: str, values: Any) -> None:
        field: Any = self.fields[name]
        field.choices = [("", _("all")), *((value, value) for value in values)]


@staff_member_required
@permission_required("quiz.add_question", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
def import_view(request: HttpRequest) -> HttpResponse:
    """Show the form; on POST, what became of each question of the file."""
    form = ImportForm(request.POST or None, request.FILES or None)
    result = _import(request, form) if request.method == "POST" and form.is_valid() else {}
    return _page(request, "import", gettext("Import questions"), {"form": form, **result})


def _import(request: HttpRequest, form: ImportForm) -> dict[str, Any]:
    given = form.cleaned_data
    try:
        found, reading = read_questions(given["file"].read(), given["format"])
    except Unreadable as error:
        form.add_error("file", str(error))
        return {}
    if len(reading.entries) > MOST_AT_ONCE:
        form.add_error("file", _("The file holds more than 1,000 questions; divide it."))
        return {}
    done = import_questions(
        reading,
        language=given["language"],
        editor=editor_of(request),
        category=given["category"],
        dry_run=given["dry_run"],
    )
    return {
        "found": found,
        "dry_run": given["dry_run"],
        "notes": done.notes,
        "listed": [(FATES[each.fate], each) for each in done.listed],
        "counts": [(FATES[fate], number) for fate, number in done.counts.items()],
    }


@staff_member_required
@permission_required("quiz.view_question", raise_exception=True)
@require_safe
def export_view(request: HttpRequest) -> HttpResponse:
    """Show the form, what the chosen format would lose, or send the file."""
    form = ExportForm(request.GET or None)
    result: dict[str, Any] = {}
    if form.is_valid():
        given = dict(form.cleaned_data)
        into, language = FORMATS[given.pop("format")], given.pop("language")
        questions = chosen_questions(**given)
        written = export_questions(questions, into, language=language)
        if "download" in request.GET:
            return _file(written, into)
        carried = len(questions) - len(written.refused)
        said = ngettext(
            "%d question would be exported.", "%d questions would be exported.", carried
        )
        result = {"written": written, "into": into, "said": said % carried}
    return _page(request, "export", gettext("Export questions"), {"form": form, **result})


def _file(written: Written, into: Format) -> HttpResponse:
    return HttpResponse(
        written.data,
        content_type=into.content_type,
        headers={"Content-Disposition": f'attachment; filename="questions{into.ending}"'},
    )


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    always = {**admin.site.each_context(request), "title": title, "opts": Question._meta}
    return TemplateResponse(request, f"admin/quiz/exchange_{name}.html", always | context)


urlpatterns = [
    path("import/", import_view, name="quiz_import"),
    path("export/", export_view, name="quiz_export"),
]
