"""Translations made from an older version of their source, marked wherever their language stands.

Which they are is kept by the process as long as nothing public changes: an answer costs no query.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language
from rest_framework import serializers

from amendments.api.kept_lists import kept
from amendments.public_page import freshness_of
from amendments.texts import text_in
from amendments.translating.asking import out_of_date

MARK = "out_of_date"
HELP = "Only where it is so: translated from an older version of its source."


def is_marked(context: Mapping[str, Any], row: Any, field: str, language: str) -> bool:
    stamp = freshness_of(context["request"])
    return (type(row), getattr(row, "pk", None), field, language) in kept(stamp, MARK, out_of_date)


def mark(context: Mapping[str, Any], row: Any, field: str, language: str) -> dict[str, bool]:
    """Return what is to be added beside `language`: nothing where the text is in step."""
    return {MARK: True} if is_marked(context, row, field, language) else {}


class Mark(serializers.BooleanField):
    """True, or not there at all. `is_so` of what it stands in decides."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, source="*", help_text=HELP, **options)

    def is_so(self, value: Any) -> bool:
        raise NotImplementedError

    def get_attribute(self, instance: Any) -> Any:
        if not self.is_so(instance):
            raise serializers.SkipField
        return True


class HeadingOutOfDate(Mark):
    """Of the heading of a thing, beside the language that it is in. `way` leads to the thing."""

    def __init__(self, column: str = "title", way: str = "") -> None:
        self.column = column
        self.way = way
        super().__init__()

    def is_so(self, value: Any) -> bool:
        thing = getattr(value, self.way) if self.way else value
        text = text_in(get_language(), thing, self.column)
        return is_marked(self.context, thing, self.column, text.language)
