from django.contrib import admin
from django.urls import URLPattern

from amendments.admin.reviewed import ReviewedAdmin
from amendments.admin.rows import RowsOfText
from quiz.admin import statistics
from quiz.models import Quiz, QuizQuestion


class QuizQuestionInline(RowsOfText, admin.TabularInline):
    model = QuizQuestion
    autocomplete_fields = ["question"]
    extra = 0


@admin.register(Quiz)
class QuizAdmin(ReviewedAdmin):
    list_display = ["slug", "title", "topic", "asks", "position", "state"]
    list_filter = ["state"]
    list_select_related = ["topic"]
    search_fields = ["slug", "title_kk", "title_ru", "title_en"]
    autocomplete_fields = ["topic"]
    inlines = [QuizQuestionInline]

    change_list_template = "admin/quiz/quiz/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        return [*statistics.urlpatterns, *super().get_urls()]
