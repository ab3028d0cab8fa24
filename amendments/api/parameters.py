"""What may be asked: each parameter says once how it is read, described and applied.

Anything else in the query is refused by name, so that a slip of the pen never answers another
question than the one meant.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.api.problems import LONGEST_GIVEN, CannotAnswer, Problem
from amendments.api.published import published
from amendments.languages import LANGUAGES

MOST_ON_A_PAGE = 100
LAST_PAGE = 1_000_000  # No collection has so many
LONG_AGO = date(1970, 1, 1)  # Before anything was written; the first days have no UTC

WORDS = r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"

Fields = Mapping[str, "serializers.Field[Any, Any, Any, Any]"]
Rows = QuerySet[Any]


class Day(serializers.DateField):
    """A day as YYYY-MM-DD; nothing that could mean another one."""

    default_error_messages = {
        "invalid": _("Not a day: write YYYY-MM-DD, such as 2022-06-08."),
        "datetime": _("Not a day: write YYYY-MM-DD, such as 2022-06-08."),
    }

    def to_internal_value(self, value: Any) -> date:
        if len(str(value)) != len("2022-06-08"):
            self.fail("invalid", format="")
        day: date = super().to_internal_value(value)
        return day


@extend_schema_field(
    {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}
)
class Moment(serializers.DateTimeField):
    """A moment, or a day for its beginning in Kazakhstan."""

    default_error_messages = {
        "invalid": _("Not a moment: write YYYY-MM-DD or, with a zone, 2026-07-01T09:00:00Z."),
        "overflow": _("Not a moment: write YYYY-MM-DD or, with a zone, 2026-07-01T09:00:00Z."),
    }

    def to_internal_value(self, value: Any) -> datetime:
        try:
            day = max(date.fromisoformat(str(value)), LONG_AGO)
            return timezone.make_aware(datetime.combine(day, time.min))
        except (ValueError, OverflowError):
            moment: datetime = super().to_internal_value(value)
            return moment


class WholeNumber(serializers.IntegerField):
    default_error_messages = {
        "invalid": _("Not a whole number."),
        "max_value": _("At most {max_value}."),
        "min_value": _("At least {min_value}."),
        "max_string_length": _("Not a whole number."),
    }


class OneOf(serializers.ChoiceField):
    default_error_messages = {"invalid_choice": _("Not one of those that there are.")}


class Slug(serializers.SlugField):
    """A slug, or the number of an article: letters, digits, hyphens, underscores."""

    default_error_messages = {
        "invalid": _("Not a name: write letters, digits, hyphens and underscores."),
        "max_length": _("No name is so long."),
        "blank": _("Nothing was given."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=120, trim_whitespace=False, **options)


class Words(serializers.RegexField):
    """Words as somebody would write them: at least one letter, no control characters."""

    default_error_messages = {
        "invalid": _("Write words, without control characters."),
        "max_length": _("At most {max_length} characters."),
        "blank": _("Nothing was given."),
        "required": _("This is needed."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(WORDS, trim_whitespace=False, **options)


@dataclass(frozen=True)
class Filter:
    """A parameter that leaves rows out. `known` lists what it may be, asked only when nothing is
    found, to tell a name that there is not from one with nothing to show."""

    field: "serializers.Field[Any, Any, Any, Any]"
    apply: Callable[[Any, Any], Any]
    known: Callable[[], Iterable[str]] | None = None


def by_slug(model: type[Model], relation: str, help_text: str, column: str = "slug") -> Filter:
    """Filter by the slug of what readers may see; `relation` leads to it from the rows."""

    def apply(rows: Rows, named: Rows) -> Rows:
        return rows.filter(**{f"{relation}__in": named})

    return by_what_is_named(model, apply, help_text, column)


def by_what_is_named(
    model: type[Model],
    apply: Callable[[Any, Rows], Any],
    help_text: str,
    column: str = "slug",
) -> Filter:
    """Filter by a slug; `apply` gets the rows and what readers may see under that slug."""
    return Filter(
        Slug(required=False, help_text=help_text),
        lambda rows, slug: apply(rows, published(model).filter(**{column: slug}).order_by()),
        lambda: published(model).order_by(column).values_list(column, flat=True).distinct(),
    )


def by_choice(choices: Iterable[str], lookup: str, help_text: str) -> Filter:
    return Filter(
        OneOf(choices=list(choices), required=False, help_text=help_text),
        lambda rows, value: rows.filter(**{lookup: value}),
    )


def language() -> "serializers.Field[Any, Any, Any, Any]":
    return OneOf(
        choices=list(LANGUAGES),
        required=False,
        help_text="The language of the answer; without it Accept-Language decides, then Kazakh. "
        "A text without a translation comes in another language, and says which.",
    )


def day() -> "serializers.Field[Any, Any, Any, Any]":
    return Day(
        required=False,
        help_text="The day, in Kazakhstan, to read the law on (YYYY-MM-DD); today without it.",
    )


def page() -> dict[str, Any]:
    return {
        "page": WholeNumber(
            min_value=1, max_value=LAST_PAGE, default=1, help_text="Which page, from 1."
        ),
        "page_size": WholeNumber(
            min_value=1,
            max_value=MOST_ON_A_PAGE,
            default=20,
            help_text=f"How many on a page, at most {MOST_ON_A_PAGE}.",
        ),
    }


class Query(serializers.Serializer[Any]):
    """The parameters of one address, as `fields_of` names them; for reading and for the schema."""

    def __init__(self, parameters: Fields, **options: Any) -> None:
        super().__init__(**options)
        self._parameters = parameters

    def get_fields(self) -> dict[str, Any]:
        return {name: deepcopy(field) for name, field in self._parameters.items()}


def read(query: QueryDict, parameters: Fields) -> dict[str, Any]:
    """Return what was asked, converted.

    Raises CannotAnswer that names each parameter it cannot take, and why.
    """
    problems = list(_not_for_here(query, parameters))
    told = {problem.field for problem in problems}
    asked = Query(parameters, data=query)
    if not asked.is_valid():
        for name, errors in asked.errors.items():
            if name in told:
                continue
            field = asked.fields[name]
            choices = map(str, field.choices) if isinstance(field, OneOf) else ()
            message = " ".join(dict.fromkeys(_flat(errors)))
            problems.append(
                Problem(name, message, query.get(name, "")[:LONGEST_GIVEN], tuple(choices))
            )
    if problems:
        raise CannotAnswer(problems)
    return dict(asked.validated_data)


def _flat(errors: Any) -> Iterable[str]:
    """Yield the messages; those of a list of values stand under their places."""
    for each in errors.values() if isinstance(errors, dict) else errors:
        if isinstance(each, list | dict):
            yield from _flat(each)
        else:
            yield str(each)


def _not_for_here(query: QueryDict, known: Fields) -> Iterable[Problem]:
    names = sorted(known)
    for name, values in query.lists():
        given = name[:LONGEST_GIVEN]
        if name not in names:
            message = gettext("There is no such parameter here. Those that there are, are listed.")
            yield Problem(given, message, values[-1][:LONGEST_GIVEN], names)
        elif len(values) > 1 and not isinstance(known[name], serializers.ListField):
            yield Problem(given, gettext("Given more than once."), values[-1][:LONGEST_GIVEN])
        elif not values[-1] and known[name].required:
            yield Problem(given, str(known[name].error_messages["required"]))
        elif not values[-1]:
            yield Problem(given, gettext("Nothing was given: leave the parameter out."))
