"""Two contents of one text compared word by word: by field, and by language within a field."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from amendments.content_files import Entry, Field, Kind, Rows, Translated
from amendments.languages import LANGUAGES
from amendments.redline import Edit, redline


@dataclass(frozen=True)
class Wording:
    """One field in one language (empty: it has none) before and after; None: nothing was said."""

    language: str
    before: str | None
    after: str | None

    @property
    def edits(self) -> list[Edit]:
        return redline(self.before or "", self.after or "")

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class FieldDifference:
    """A field that says something else, with the languages in which it does and does not."""

    label: str
    wordings: list[Wording]

    @property
    def changed(self) -> list[Wording]:
        return [each for each in self.wordings if each.is_changed]

    @property
    def unchanged_languages(self) -> list[str]:
        return [each.language for each in self.wordings if each.language and not each.is_changed]


def differences(kind: Kind, old: Entry | None, new: Entry | None) -> list[FieldDifference]:
    """Return the fields that differ, in the order of the kind; rows of one list apart."""
    compared = _compared(kind.fields, kind.model, old or {}, new or {}, "")
    return [each for each in compared if each.changed]


def told(kind: Kind, entry: Entry) -> list[FieldDifference]:
    """Return every field that says something, as `after`: to show one content whole."""
    return differences(kind, None, entry)


def label_of(model: type[Model], name: str) -> str:
    """Return what the admin calls a field, or a row of those that belong to it."""
    field: Any = model._meta.get_field(name)
    named = field.related_model._meta if field.one_to_many else field
    return str(capfirst(named.verbose_name))


def _compared(
    fields: Any, model: type[Model], old: Entry, new: Entry, above: str
) -> Iterator[FieldDifference]:
    for field in fields:
        label = above + label_of(model, field.name)
        before, after = old.get(field.key), new.get(field.key)
        if isinstance(field, Rows):
            for number, (one, other) in enumerate(_pairs(field, before or [], after or []), 1):
                inside = f"{label} {number} · "
                yield from _compared(field.fields, field.model, one, other, inside)
        elif isinstance(field, Translated):
            yield FieldDifference(label, list(_by_language(before or {}, after or {})))
        else:
            said = (_said(field, model, value) for value in (before, after))
            yield FieldDifference(label, [Wording("", *said)])


def _by_language(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Wording]:
    for language in LANGUAGES:
        if language in before or language in after:
            said = (_written(values.get(language)) for values in (before, after))
            yield Wording(language, *said)


def _pairs(field: Rows, old: list[Any], new: list[Any]) -> Iterator[tuple[Entry, Entry]]:
    """Put rows side by side: by what names them, otherwise by what they say, then by place."""
    before, after = ([_unwritten(field, row) for row in rows] for rows in (old, new))
    if field.identity:
        names = [tuple(row.get(key) for key in field.identity) for row in (*before, *after)]
        by_name = dict(zip(names, before, strict=False))
        by_new_name = dict(zip(names[len(before) :], after, strict=True))
        yield from ((by_name.get(n, {}), by_new_name.get(n, {})) for n in dict.fromkeys(names))
        return
    matcher = SequenceMatcher(a=_keys(before), b=_keys(after), autojunk=False)
    for _tag, i, i_end, j, j_end in matcher.get_opcodes():
        for step in range(max(i_end - i, j_end - j)):
            yield (
                before[i + step] if i + step < i_end else {},
                after[j + step] if j + step < j_end else {},
            )


def _unwritten(field: Rows, row: Any) -> Entry:
    return {field.fields[0].key: row} if field.bare else row


def _keys(rows: list[Entry]) -> list[str]:
    return [json.dumps(row, default=str, sort_keys=True) for row in rows]


def _said(field: Field, model: type[Model], value: Any) -> str | None:
    column: Any = model._meta.get_field(field.name)
    choices = {} if isinstance(value, list) else dict(getattr(column, "flatchoices", None) or [])
    return str(choices[value]) if choices and value in choices else _written(value)


def _written(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
