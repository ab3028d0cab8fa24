"""How a text stands in each language, in its list and beside the fields of its form."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from amendments.in_step import Standing
from amendments.languages import LANGUAGES, NAMES
from amendments.models import TranslationBasis
from amendments.translating.asking import standings, worst_standings

WORDS = {
    Standing.MISSING: gettext_lazy("missing"),
    Standing.UP_TO_DATE: gettext_lazy("up to date"),
    Standing.OUT_OF_DATE: gettext_lazy("out of date"),
    Standing.DISMISSED: gettext_lazy("found still right"),
}
ONE = "admin:amendments_translationbasis_change"
SIGNS = {Standing.UP_TO_DATE: "✓", Standing.DISMISSED: "✓"}


class TranslationMarks(admin.ModelAdmin):
    """A column for each language in the list; in the form a word beside what is out of date."""

    class Media:
        css = {"all": ["css/admin/translations.css"]}

    def get_list_display(self, request: HttpRequest) -> Any:
        return [*super().get_list_display(request), *(_column(code) for code in LANGUAGES)]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Ask once for the whole page."""
        changelist = super().get_changelist_instance(request)
        texts = list(changelist.result_list)
        found = worst_standings(self.model, [text.pk for text in texts])
        for text in texts:
            text.translations = found.get(text.pk, {})
        return changelist

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        forms = [
            context["adminform"].form,
            *(
                form
                for inline in context["inline_admin_formsets"]
                for form in inline.formset.initial_forms
            ),
        ]
        _mark(form for form in forms if form.instance.pk)
        text = context["adminform"].form.instance
        context["stale_translations"] = _out_of_date(text) if text.pk else []
        return super().render_change_form(request, context, *args, **kwargs)


def _column(language: str) -> Callable[[Model], SafeString | str]:
    @admin.display(description=NAMES[language])
    def in_language(text: Model) -> SafeString | str:
        standing = getattr(text, "translations", {}).get(language)
        return mark(standing) if standing else "–"

    in_language.__name__ = f"in_{language}"
    return in_language


def mark(standing: Standing) -> SafeString:
    """Return a sign where all is well, for those who see it, and words for the rest."""
    sign = SIGNS.get(standing)
    if sign is None:
        return format_html('<span class="{}">{}</span>', standing.value, WORDS[standing])
    said = '<span class="{}"><span aria-hidden="true">{}</span><span class="visually-hidden">{}'
    return format_html(said + "</span></span>", standing.value, sign, WORDS[standing])


def _mark(forms: Iterator[Any]) -> None:
    """Say beside each field what is out of date or was dismissed; one query for each model."""
    by_model: dict[type[Model], list[Any]] = {}
    for form in forms:
        by_model.setdefault(type(form.instance), []).append(form)
    for model, of_model in by_model.items():
        found = standings(model, [form.instance.pk for form in of_model])
        for form in of_model:
            for field, by_language in found.get(form.instance.pk, {}).items():
                for language, standing in by_language.items():
                    column = form.fields.get(f"{field}_{language}")
                    if column is not None and standing in _SAID:
                        said = format_html(
                            '<strong class="{}">{}</strong>', standing.value, _SAID[standing]
                        )
                        column.help_text = format_html("{} {}", said, column.help_text)


def _out_of_date(text: Model) -> list[tuple[str, str, str]]:
    """Return what of a text is out of date: the field, the language, where to work on it."""
    kind = ContentType.objects.get_for_model(text)
    stale = TranslationBasis.objects.standing(Standing.OUT_OF_DATE)
    return [
        (
            _label(each),
            each.language,
            f"{reverse(ONE, args=[each.pk])}?language={each.language}&state=out-of-date",
        )
        for each in stale.filter(text_type=kind, text_id=text.pk).in_order()
    ]


def _label(basis: TranslationBasis) -> str:
    model = ContentType.objects.get_for_id(basis.content_type_id).model_class()
    if model is None:
        return basis.field
    label = capfirst(str(model._meta.get_field(basis.field).verbose_name))  # type: ignore[union-attr]
    is_part = basis.content_type_id != basis.text_type_id
    return f"{capfirst(str(model._meta.verbose_name))} · {label}" if is_part else label


_SAID = {
    Standing.OUT_OF_DATE: gettext_lazy("Out of date: its source has changed since."),
    Standing.DISMISSED: gettext_lazy("Its source changed; an editor found it still right."),
}
