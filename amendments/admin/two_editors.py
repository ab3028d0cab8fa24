"""Two editors at one text: the second to save is shown what the first changed.

The form carries what it showed when it was opened. If the text says something else by the time
it is sent, it comes back: what the second editor left alone is now as the first made it, what
they typed is as they typed it, and where both wrote, both are shown. Sending it again saves it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from amendments.admin.form_contents import (
    Contents,
    Unbound,
    Value,
    form_as_it_stands,
    in_post,
    put_in,
)
from amendments.admin.merging_rows import RowsOfOthers, merge_rows
from amendments.admin.refusals import RefusalsAdmin, say_against
from amendments.field_differences import Wording
from amendments.languages import LANGUAGES
from amendments.models import ProposedChange
from amendments.proposals import REASON, open_proposal

SEEN = "seen_contents"  # The hidden field


@dataclass(frozen=True)
class MetField:
    """A field that another editor changed. `typed` is None where this one left it alone."""

    label: str
    theirs: Wording
    typed: Wording | None


@dataclass
class Met:
    """What another editor did while this one typed."""

    editor: Any
    at: Any
    fields: list[MetField] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


class TwoEditorsAdmin(RefusalsAdmin):
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        text = self.get_object(request, unquote(object_id)) if object_id else None
        if text is None or not self.has_change_permission(request, text):
            return super().changeform_view(request, object_id, form_url, extra_context)
        now = form_as_it_stands(self, request, text)
        met = self._meet(request, text, now) if request.method == "POST" else None
        shown = {SEEN: now.contents.signed(), "met": met}
        response = super().changeform_view(
            request, object_id, form_url, shown | (extra_context or {})
        )
        if met is not None:
            response.status_code = 409
        return response

    def _meet(self, request: HttpRequest, text: Any, now: Unbound) -> Met | None:
        """Compare what was seen with what is there; bring both editors' work into the form."""
        seen = Contents.from_signed(request.POST.get(SEEN, ""))
        if seen is None or seen == now.contents:
            return None
        met = Met(*_last_editor(text))
        post = request.POST.copy()
        for name, is_now in now.contents.fields.items():
            _merge(post, name, seen.fields.get(name, is_now), is_now, now.form, met)
        for prefix, group in now.groups.items():
            rows = RowsOfOthers(seen.rows.get(prefix, {}), now.contents.rows[prefix])
            outcome = merge_rows(post, group, rows)
            met.added += outcome.added
            met.removed += outcome.removed
            met.kept += outcome.kept
            for label, name, was, theirs, typed in outcome.changed:
                _tell(met, f"{label} · ", name, group.form, (was, theirs, typed))
        request.POST = post  # type: ignore[assignment]
        said = _("Somebody else saved this text while you wrote. Nothing is lost: see above.")
        say_against(request, ValidationError(said, code="met"))
        return met


def _merge(post: QueryDict, name: str, was: Value, is_now: Value, form: Any, met: Met) -> None:
    if was == is_now:
        return
    typed = in_post(post, name, was)
    if typed == was:
        put_in(post, name, is_now)
    _tell(met, "", name, form, (was, is_now, typed))


def _tell(met: Met, above: str, name: str, form: Any, values: tuple[Value, Value, Value]) -> None:
    if name not in form.fields:
        return  # The box "None" beside a text: the text tells
    known = form.fields[name]
    was, theirs, typed = (shown_value(known, value) for value in values)
    language = name.rpartition("_")[2]
    language = language if language in LANGUAGES else ""
    met.fields.append(
        MetField(
            f"{above}{capfirst(known.label or name)}",
            Wording(language, was, theirs),
            Wording(language, was, typed) if values[2] not in values[:2] else None,
        )
    )


def shown_value(known: forms.Field, value: Value) -> str:
    """Return what a person reads where the form holds a key or a code."""
    values = value if isinstance(value, list) else [value]
    if isinstance(known, forms.ModelChoiceField):
        keys = [key for key in values if key.isdigit()]
        return "\n".join(str(row) for row in known.queryset.filter(pk__in=keys))  # type: ignore[union-attr]
    if isinstance(known, forms.ChoiceField):
        names = {str(code): str(name) for code, name in known.choices}  # type: ignore[union-attr,misc]
        return "\n".join(names.get(each, each) for each in values)
    return "\n".join(values)


def _last_editor(text: Any) -> tuple[Any, Any]:
    """Return who saved the text or its proposed change last, and when."""
    written = text.history.exclude(history_change_reason=REASON).first()
    change = open_proposal(text)
    proposed = ProposedChange.history.filter(id=change.pk).first() if change else None  # type: ignore[attr-defined]
    last = max(filter(None, (written, proposed)), key=lambda each: each.history_date, default=None)
    return (last.history_user, last.history_date) if last else (None, None)


@contextmanager
def one_at_a_time(request: HttpRequest, text: Model | None) -> Iterator[None]:
    """Let whoever saves the same text a moment later wait, and then meet what was saved."""
    if text is None or request.method != "POST":
        yield
        return
    with transaction.atomic():
        list(type(text)._base_manager.select_for_update().filter(pk=text.pk).values_list("pk"))
        yield
