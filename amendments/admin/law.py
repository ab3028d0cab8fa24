"""The skeleton of the law: what addresses hang on."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from amendments.admin.history import HistoryAdmin
from amendments.admin.translated import TranslatedAdmin
from amendments.models import AmendingLaw, Article, Constitution, Provision, Section, Source
from amendments.public_address import public_address


@admin.register(Provision)
class ProvisionAdmin(TranslatedAdmin):
    list_display = ["slug", "article", "part"]
    list_filter = ["part"]
    list_select_related = ["article"]
    search_fields = ["slug", "text_kk", "text_ru", "text_en"]
    autocomplete_fields = ["article", "section"]

    def has_delete_permission(self, request: HttpRequest, provision: Any = None) -> bool:
        return False  # An address, once given, stays


@admin.register(AmendingLaw, Constitution, Section)
class SluggedAdmin(TranslatedAdmin):
    list_display = ["slug", "title"]
    search_fields = ["slug", "title_kk", "title_ru", "title_en"]


@admin.register(Source)
class SourceAdmin(TranslatedAdmin):
    list_display = ["slug", "publisher", "title", "dated", "claims"]
    search_fields = [
        "slug",
        "publisher_kk",
        "publisher_ru",
        "publisher_en",
        "url",
        "title_kk",
        "title_ru",
        "title_en",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        sources: QuerySet[Source] = super().get_queryset(request)
        return sources.annotate(number_of_claims=Count("citations"))

    @admin.display(description=_("claims"), ordering="number_of_claims")
    def claims(self, source: Any) -> int:
        number: int = source.number_of_claims
        return number

    def view_on_site(self, source: Source) -> str:
        return public_address(source)


@admin.register(Article)
class ArticleAdmin(HistoryAdmin):
    list_display = ["slug", "number", "section"]
    list_filter = ["section"]
    list_select_related = ["section"]
    search_fields = ["slug", "number"]
