"""Amendments, with what is remembered and misunderstood of them."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from modeltranslation.admin import TranslationStackedInline

from amendments.admin.citations import CitationInline
from amendments.admin.redline_preview import TEXT_FIELDS, preview_of, redline_preview
from amendments.admin.reviewed import ReviewedAdmin
from amendments.admin.rows import RowsOfText
from amendments.comparative_table.admin_view import import_comparative_table_view
from amendments.languages import LANGUAGES, NAMES
from amendments.models import Amendment, KeyFact, Misconception

SIDE_BY_SIDE = "texts-side-by-side"
REDRAWN = ",".join(
    f"#{part}:innerHTML"
    for part in (
        *(f"said-{language}" for language in LANGUAGES),
        *(f"redline-{language}" for language in LANGUAGES),
        "said-of-all",
    )
)
"""What htmx takes over of the answer. The parts stay, so that what they say is read out."""


class KeyFactInline(RowsOfText, TranslationStackedInline):
    model = KeyFact
    extra = 0


class MisconceptionInline(RowsOfText, TranslationStackedInline):
    model = Misconception
    extra = 0


@admin.register(Amendment)
class AmendmentAdmin(ReviewedAdmin):
    change_form_template = "admin/amendments/amendment/change_form.html"
    change_list_template = "admin/amendments/amendment/change_list.html"
    list_display = ["slug", "title", "law", "topic", "in_force_from", "state"]
    list_filter = ["state", "law", "topic"]
    list_select_related = ["law", "topic"]
    search_fields = ["slug", "title_kk", "title_ru", "title_en"]
    autocomplete_fields = ["provision", "topic", "terms"]
    date_hierarchy = "in_force_from"
    inlines = [KeyFactInline, MisconceptionInline, CitationInline]

    class Media:
        css = {"all": ["css/admin/redline_preview.css"]}

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.redline_preview)
        return [
            path("redline/", view, name="amendments_amendment_redline"),
            path("comparative-table/", import_comparative_table_view, name="comparative_table"),
            *super().get_urls(),
        ]

    def redline_preview(self, request: HttpRequest) -> HttpResponse:
        return redline_preview(self, request)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Put before and after of a language beside each other, where the befores would stand."""
        texts = {name for names in TEXT_FIELDS.values() for name in names}
        fieldsets: list[Any] = []
        are_in = False
        for name, options in super().get_fieldsets(request, obj):
            if not texts & set(options["fields"]):
                fieldsets.append((name, options))
            elif not are_in:
                are_in = True
                fieldsets.extend(
                    (NAMES[language], {"fields": [names], "classes": [SIDE_BY_SIDE, language]})
                    for language, names in TEXT_FIELDS.items()
                )
        return fieldsets

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        context["preview"] = preview_of(_shown(form), besides=form.instance.pk)
        context["side_by_side"], context["redrawn"] = SIDE_BY_SIDE, REDRAWN
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[no-any-return]


def _shown(form: Any) -> Mapping[str, Any]:
    """What a form shows, typed or stored; what may not be changed is only stored."""
    names = [name for pair in TEXT_FIELDS.values() for name in pair]
    stored = {name: getattr(form.instance, name) for name in [*names, "in_force_from"]}
    stored["provision"] = form.instance.provision_id
    return stored | {name: form[name].value() for name in stored if name in form.fields}
