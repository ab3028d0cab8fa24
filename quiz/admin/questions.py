"""Questions as editors write them, with what readers made of them beside."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationStackedInline

from amendments.admin.bulk import STEPS
from amendments.admin.rows import RowsOfText
from amendments.admin.table_files import TableFilesAdmin
from quiz.admin import exchange
from quiz.admin.reading_again import read_against_the_text
from quiz.admin.regrading import regrade_view
from quiz.asking import asked, type_of
from quiz.models import SUBJECTS, Choice, Question
from quiz.pinning import is_stale, pin


class ChoiceInline(RowsOfText, TranslationStackedInline):
    model = Choice
    extra = 0


class StaleFilter(admin.SimpleListFilter):
    """The questions whose text has changed since. Reads them all: some hundreds."""

    title = _("text it is about")
    parameter_name = "stale"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("has changed since"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Question]) -> QuerySet[Question]:
        if self.value() != "yes":
            return queryset
        stale = [each.pk for each in Question.objects.with_subject() if is_stale(each)]
        return queryset.filter(pk__in=stale)


@admin.register(Question)
class QuestionAdmin(TableFilesAdmin):
    list_display = ["slug", "type", "category", "difficulty", "state", "fits_its_text"]
    list_filter = ["state", "type", "category", "difficulty", StaleFilter]
    search_fields = ["slug", "name", "prompt_kk", "prompt_ru", "prompt_en"]
    autocomplete_fields = ["amendment", "provision"]
    raw_id_fields = ["successor", "referendum"]
    readonly_fields = ["faults"]
    inlines = [ChoiceInline]
    actions = [*STEPS, read_against_the_text]
    change_list_template = "admin/quiz/question/change_list.html"
    change_form_template = "admin/quiz/question/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        questions: QuerySet[Question] = super().get_queryset(request)
        return questions.select_related(*SUBJECTS)

    @admin.display(description=_("fits its text"), boolean=True)
    def fits_its_text(self, question: Question) -> bool:
        return not is_stale(question)

    @admin.display(description=_("what keeps it from being asked"))
    def faults(self, question: Question) -> str:
        if question.pk is None:
            return "–"
        whole = Question.objects.for_asking().get(pk=question.pk)
        return "; ".join(type_of(whole).faults(asked(whole, "en"))) or "–"

    def save_model(self, request: HttpRequest, question: Question, form: Any, change: bool) -> None:
        """Whoever writes a question has read the text it is about."""
        if not change or not question.written_against or set(form.changed_data) & PINS:
            pin(question)
        super().save_model(request, question, form, change)

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<int:pk>/regrade/", self.admin_site.admin_view(self.regrade), name="quiz_regrade"
        )
        return [own, *exchange.urlpatterns, *super().get_urls()]

    def regrade(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        return regrade_view(self, request, pk)


PINS = {"amendment", "provision", "successor", "referendum"}
