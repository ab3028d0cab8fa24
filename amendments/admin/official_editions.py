"""The official editions that were imported, and what each import found. Read, never written."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from amendments.models import OfficialEdition
from amendments.official_edition.report import Report
from amendments.official_edition.telling import Told, parts_of


@admin.register(OfficialEdition)
class OfficialEditionAdmin(admin.ModelAdmin):
    list_display = ["as_of", "language", "file_name", "number_of_texts", "imported_at", "link"]
    list_filter = ["language"]
    fields = [
        "constitution",
        "language",
        "as_of",
        "url",
        "file_name",
        "sha256",
        "imported_at",
        "what_was_found",
    ]
    readonly_fields = ["what_was_found"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[OfficialEdition]:
        editions: QuerySet[OfficialEdition] = super().get_queryset(request)
        return editions.annotate(texts_held=Count("texts")).defer("report")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, edition: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, edition: Any = None) -> bool:
        return False

    @admin.display(description=_("authentic texts"), ordering="texts_held")
    def number_of_texts(self, edition: Any) -> int:
        number: int = edition.texts_held
        return number

    @admin.display(description=_("report"))
    def link(self, edition: OfficialEdition) -> SafeString:
        address = reverse("admin:amendments_officialedition_change", args=[edition.pk])
        return format_html('<a href="{}">{}</a>', address, _("what was found"))

    @admin.display(description=_("what was found"))
    def what_was_found(self, edition: OfficialEdition) -> SafeString:
        parts = parts_of(Report.from_json(edition.report))
        return format_html_join("", "<p>{}</p>{}", ((part.heading, _list(part)) for part in parts))


def _list(part: Told) -> SafeString | str:
    if not part.items:
        return ""
    return format_html(
        "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((item,) for item in part.items))
    )
