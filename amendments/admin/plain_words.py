"""What is wrong with a form, and how to mend it, in words for people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# By the name of the constraint; one without words here is told by its name, which is a sentence
CONSTRAINTS = {
    "a_law_amends_a_provision_once": gettext_lazy(
        "There is an amendment of this provision by this law already. Open that one and change "
        "it, or choose another law or provision."
    ),
    "an_amendment_is_applied_once_it_is_in_force": gettext_lazy(
        "“First applied on” is before “in force from”. Put one of the two days right."
    ),
    "before_and_after_come_together": gettext_lazy(
        "In one language there is a text before without one after, or the reverse. Write the "
        "missing one, or mark it as having no text."
    ),
    "added_or_repealed_holds_for_every_language": gettext_lazy(
        "The law has no text before, or after, in one language but has one in another. A change "
        "adds or repeals in every language alike: fill in or empty the others too."
    ),
    "an_amendment_has_a_before_or_an_after": gettext_lazy(
        "There is no text before and none after. Write at least one."
    ),
    "a_fact_check_is_of_a_topic_or_of_a_referendum": gettext_lazy(
        "Choose a topic or a referendum, and only one of the two."
    ),
    "a_published_question_is_about_one_thing": gettext_lazy(
        "Choose one thing that the question is about: an amendment, a provision, a successor or "
        "a referendum."
    ),
    "a_claim_cites_a_source_once": gettext_lazy(
        "The same source is cited twice for the same claim. Remove one of the two."
    ),
    "a_key_names_one_choice_of_a_question": gettext_lazy(
        "Two choices have the same key. Give one of them another."
    ),
    "a_correction_names_a_page_of_this_site": gettext_lazy(
        "Write the address of a page of this site, beginning with a slash."
    ),
}

MENDING = {
    "required": gettext_lazy("Write something here."),
    "unique": gettext_lazy("Choose another, or open the one that has it and change that."),
    "unique_together": gettext_lazy("Open the one that exists and change it, or choose another."),
    "invalid_choice": gettext_lazy("Choose one from the list."),
    "max_length": gettext_lazy("Shorten it."),
    "invalid_date": gettext_lazy("Write a day as 2022-06-08."),
}

_NAMED = re.compile(r"“(\w+)”")


@dataclass(frozen=True)
class FormFault:
    """One thing to mend. `anchor` is the id of its field, empty where it has none."""

    label: str
    says: str
    anchor: str = ""


def faults_of(form: Any, formsets: list[Any]) -> list[FormFault]:
    """Return what is wrong with a form and its rows, in the order of the page."""
    faults = list(_of_form(form, ""))
    for formset in formsets:
        model = formset.model._meta
        group = str(capfirst(model.verbose_name_plural))
        faults += [FormFault(group, in_plain_words(each)) for each in formset.non_form_errors()]
        for number, row in enumerate(formset.forms, 1):
            faults += _of_form(row, f"{capfirst(model.verbose_name)} {number} · ")
    return faults


def in_plain_words(message: str) -> str:
    """Explain Django's word about a constraint; any other message stays as it is."""
    named = _NAMED.search(message)
    if named and (named[1] in CONSTRAINTS or "_" in named[1]):
        return constraint_in_words(named[1])
    return str(message)


def refusal_in_words(refusal: Exception) -> str:
    """Explain what the database refused: it names the constraint, or on SQLite the columns."""
    said = str(refusal)
    for name, words in CONSTRAINTS.items():
        if name in said:
            return str(words)
    if "law_id" in said and "provision_id" in said:
        return str(CONSTRAINTS["a_law_amends_a_provision_once"])
    if "unique" in said.lower():
        columns = ", ".join(re.findall(r"\w+\.(\w+)", said) or re.findall(r"\((\w+)\)=", said))
        what = _("Another text has the same %s already, perhaps since a moment ago.") % columns
        return f"{what} {MENDING['unique']}"
    named = re.search(r"CHECK constraint failed: (\w+)|check constraint \"(\w+)\"", said)
    if named:
        return constraint_in_words(named[1] or named[2])
    return _("The database refused this. Nothing was saved; what you typed is below.")


def constraint_in_words(name: str) -> str:
    if name in CONSTRAINTS:
        return str(CONSTRAINTS[name])
    return _("This does not hold: %s. Put right what goes against it.") % name.replace("_", " ")


class ExplainedForm:
    """For a ModelForm: what the model's constraints say against it, in plain words."""

    def _update_errors(self, errors: ValidationError) -> None:
        for each in errors.error_list if not hasattr(errors, "error_dict") else _all(errors):
            if each.code is None or each.code == "invalid":
                each.message = in_plain_words(str(each.message))
        super()._update_errors(errors)  # type: ignore[misc]


def _all(errors: ValidationError) -> Iterator[ValidationError]:
    for listed in errors.error_dict.values():
        yield from listed


def _of_form(form: Any, above: str) -> Iterator[FormFault]:
    for name, errors in form.errors.as_data().items():
        in_fields = name != NON_FIELD_ERRORS and name in form.fields
        bound = form[name] if in_fields else None
        for error in errors:
            for message in error.messages:
                says = f"{in_plain_words(message)} {_mending(error, bound)}".strip()
                label = f"{above}{capfirst(bound.label)}" if bound else above.rstrip(" ·")
                yield FormFault(label, says, bound.id_for_label if bound else "")


def _mending(error: ValidationError, bound: Any) -> str:
    code = error.code or ""
    if code == "invalid" and bound is not None and "date" in type(bound.field).__name__.lower():
        code = "invalid_date"
    return str(MENDING.get(code, ""))
