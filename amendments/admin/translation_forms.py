"""What the translators' list shows, and the form of one translation."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from amendments.admin.translation_marks import WORDS
from amendments.in_step import Standing
from amendments.languages import LANGUAGES, NAMES
from amendments.models.translation_basis import TranslationBasisQuerySet
from amendments.translating.work_list import TO_DO, wanted

STATES = {"to-do": TO_DO} | {each.value: (each,) for each in Standing}
SIGNS_IN_A_LINE = 45


class Choice(forms.Form):
    """What the list shows; what is not said, or wrongly, is left at its default."""

    language = forms.ChoiceField(label=_("Into"), required=False)
    kind = forms.ChoiceField(label=_("Kind of text"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, query: QueryDict, models: list[Any]) -> None:
        super().__init__(query)
        self.models = {model._meta.label_lower: model for model in models}
        kinds = [(label, capfirst(m._meta.verbose_name_plural)) for label, m in self.models.items()]
        choices: dict[str, list[tuple[str, Any]]] = {
            "language": [(code, NAMES[code]) for code in LANGUAGES],
            "kind": [("", _("all")), *sorted(kinds, key=lambda kind: str(kind[1]))],
            "state": [
                ("to-do", _("to do: out of date or missing")),
                *((each.value, WORDS[each]) for each in Standing),
            ],
        }
        for name, field in self.fields.items():
            field.choices = choices[name]  # type: ignore[attr-defined]
        self.full_clean()
        here = get_language() or ""
        self.into: str = self.cleaned_data.get("language") or (here if here != "en" else "kk")
        self.of_kind: str = self.cleaned_data.get("kind") or ""
        self.in_state: str = self.cleaned_data.get("state") or "to-do"
        self.data = {"language": self.into, "kind": self.of_kind, "state": self.in_state}

    def bases(self) -> TranslationBasisQuerySet:
        of = [self.models[self.of_kind]] if self.of_kind else list(self.models.values())
        return wanted(self.into, STATES[self.in_state], of)

    def query(self) -> str:
        query = QueryDict(mutable=True)
        query.update(self.data)
        return query.urlencode()


class TranslationForm(forms.Form):
    """One translation, and what its writer saw when they began."""

    target = forms.CharField(widget=forms.Textarea, max_length=20_000)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].label = NAMES[language]
        signs = len(self["target"].value() or self.initial.get("source", ""))
        rows = min(max(4, signs // SIGNS_IN_A_LINE), 24)
        self.fields["target"].widget.attrs |= {"lang": language, "rows": rows}
