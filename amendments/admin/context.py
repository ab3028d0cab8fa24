"""The explaining material: topics, terms, what happened, who said what, how we know."""

from django.contrib import admin

from amendments.admin.citations import CitationInline
from amendments.admin.reviewed import ReviewedAdmin
from amendments.admin.table_files import TableFilesAdmin
from amendments.models import (
    Appointment,
    Event,
    FactCheck,
    Institution,
    LawmakingStep,
    Novelty,
    Referendum,
    ReferendumPoint,
    Statement,
    Successor,
    Term,
    Topic,
    Voice,
)


@admin.register(Topic)
class TopicAdmin(ReviewedAdmin):
    list_display = ["slug", "title", "position", "state"]
    search_fields = ["slug", "title_kk", "title_ru", "title_en"]
    inlines = [CitationInline]


@admin.register(Term)
class TermAdmin(TableFilesAdmin):
    list_display = ["slug", "name_kk", "name_ru", "name_en", "state"]
    list_filter = ["state", "check_of_names"]
    search_fields = ["slug", "name_kk", "name_ru", "name_en"]
    inlines = [CitationInline]


@admin.register(Event)
class EventAdmin(TableFilesAdmin):
    list_display = ["slug", "date", "title", "phase", "state"]
    list_filter = ["state", "phase", "certainty"]
    search_fields = ["slug", "title_kk", "title_ru", "title_en"]
    date_hierarchy = "date"
    inlines = [CitationInline]


@admin.register(Voice)
class VoiceAdmin(TableFilesAdmin):
    list_display = ["slug", "person", "stance", "date", "state"]
    list_filter = ["state", "stance", "group", "topics"]
    search_fields = ["slug", "person_kk", "person_ru", "person_en"]
    autocomplete_fields = ["topics"]
    date_hierarchy = "date"
    inlines = [CitationInline]


@admin.register(FactCheck)
class FactCheckAdmin(ReviewedAdmin):
    list_display = ["slug", "title", "verdict", "topic", "state"]
    list_filter = ["state", "verdict", "certainty"]
    list_select_related = ["topic"]
    search_fields = ["slug", "title_kk", "title_ru", "title_en"]
    autocomplete_fields = ["topic"]
    inlines = [CitationInline]


@admin.register(Successor)
class SuccessorAdmin(ReviewedAdmin):
    list_display = ["slug", "fate", "articles", "certainty", "state"]
    list_filter = ["state", "fate", "certainty"]
    list_select_related = ["amendment"]
    search_fields = ["slug", "articles", "rule_kk", "rule_ru", "rule_en"]
    autocomplete_fields = ["amendment"]
    inlines = [CitationInline]


@admin.register(Novelty)
class NoveltyAdmin(ReviewedAdmin):
    list_display = ["slug", "position", "articles", "text", "state"]
    search_fields = ["slug", "articles", "text_kk", "text_ru", "text_en"]
    inlines = [CitationInline]


@admin.register(Statement)
class StatementAdmin(ReviewedAdmin):
    list_display = ["slug", "page", "kind", "position", "title", "state"]
    list_filter = ["state", "page", "kind", "certainty"]
    search_fields = ["slug", "title_kk", "title_ru", "title_en"]
    inlines = [CitationInline]


@admin.register(Institution)
class InstitutionAdmin(ReviewedAdmin):
    list_display = ["slug", "name", "state"]
    search_fields = ["slug", "name_kk", "name_ru", "name_en"]
    inlines = [CitationInline]


@admin.register(Appointment)
class AppointmentAdmin(ReviewedAdmin):
    list_display = ["slug", "post", "period", "by", "state"]
    list_filter = ["state", "period", "certainty"]
    list_select_related = ["by"]
    search_fields = ["slug", "post_kk", "post_ru", "post_en"]
    inlines = [CitationInline]


@admin.register(LawmakingStep)
class LawmakingStepAdmin(ReviewedAdmin):
    list_display = ["slug", "law_kind", "period", "position", "title", "state"]
    list_filter = ["state", "law_kind", "period", "certainty"]
    search_fields = ["slug", "title_kk", "title_ru", "title_en"]
    inlines = [CitationInline]


@admin.register(Referendum)
class ReferendumAdmin(ReviewedAdmin):
    list_display = ["slug", "held_on", "name", "state"]
    search_fields = ["slug", "name_kk", "name_ru", "name_en"]
    date_hierarchy = "held_on"
    inlines = [CitationInline]


@admin.register(ReferendumPoint)
class ReferendumPointAdmin(ReviewedAdmin):
    list_display = ["slug", "referendum", "kind", "position", "text", "state"]
    list_filter = ["state", "referendum", "kind"]
    list_select_related = ["referendum"]
    search_fields = ["slug", "text_kk", "text_ru", "text_en"]
    inlines = [CitationInline]
