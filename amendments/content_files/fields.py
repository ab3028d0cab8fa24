"""How one value of an entry is read from YAML, checked, stored in a column and read back.

One declaration serves both directions, so what is loaded is also dumped. To add a type of
value, subclass `Field` (or `OneColumn`, when it is a single column).
"""

import re
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.models import Model

from amendments.content_files.faults import Place, shortened
from amendments.content_files.legible import keep_the_columns_rules, read_text
from amendments.content_files.names import Names
from amendments.content_files.strict_yaml import Node, Scalar

NOTHING: Final[Any] = type("Nothing", (), {"__repr__": lambda self: "NOTHING"})()
"""An entry has no such key: the value was left out, or could not be read."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Field:
    """A key of an entry. `attribute` is the model's name for it, where that differs.

    `needs_source`: `audit_content` demands a citation for it or for the whole entry.
    """

    key: str
    _: KW_ONLY
    attribute: str = ""
    required: bool = False
    needs_source: bool = False

    @property
    def name(self) -> str:
        return self.attribute or self.key

    def read(self, node: Node, place: Place, model: type[Model]) -> Any:
        """Return the value in its one canonical form, or report a fault and return NOTHING."""
        raise NotImplementedError

    def stored(self, row: Any, names: Names) -> Any:
        """Return what the database says, in the same form; NOTHING if it says nothing."""
        raise NotImplementedError

    def columns(self, value: Any, names: Names, model: type[Model]) -> dict[str, Any]:
        """Return what to write into the row itself, by attribute."""
        return {}

    def save_related(self, row: Any, value: Any, names: Names, reason: str) -> None:
        """Write what is kept in other tables; `row` is saved by now."""

    def prefetches(self) -> list[str]:
        """Name the relations that `stored` follows."""
        return []

    def references(self, value: Any) -> Iterator[tuple[str, str, str]]:
        """Name what the value refers to: path below the key, kind, slug."""
        return iter(())


@dataclass(frozen=True)
class OneColumn(Field):
    def parse(self, node: Node, place: Place, model: type[Model]) -> Any:
        raise NotImplementedError

    def read(self, node: Node, place: Place, model: type[Model]) -> Any:
        value = self.parse(node, place, model)
        if value is NOTHING or not keep_the_columns_rules(value, place, model, self.name):
            return NOTHING
        return value if self.required else self._unless_default(value, model)

    def stored(self, row: Any, names: Names) -> Any:
        value = getattr(row, self.name)
        if value is None or value == "":
            return NOTHING
        return value if self.required else self._unless_default(value, type(row))

    def columns(self, value: Any, names: Names, model: type[Model]) -> dict[str, Any]:
        column: Any = model._meta.get_field(self.name)
        return {self.name: column.get_default() if value is NOTHING else value}

    def _unless_default(self, value: Any, model: type[Model]) -> Any:
        column: Any = model._meta.get_field(self.name)
        return NOTHING if column.has_default() and value == column.get_default() else value


@dataclass(frozen=True)
class Text(OneColumn):
    """A text without translations."""

    def parse(self, node: Node, place: Place, model: type[Model]) -> Any:
        text = read_text(node, place)
        if text is not None and not text.strip():
            place.fault("empty; leave the key out")
            return NOTHING
        return NOTHING if text is None else text


@dataclass(frozen=True)
class Slug(Text):
    """The entry's own name."""

    key: str = "slug"
    _: KW_ONLY
    required: bool = True


@dataclass(frozen=True)
class Choice(Text):
    """One of the choices of the model's column."""

    def parse(self, node: Node, place: Place, model: type[Model]) -> Any:
        text = super().parse(node, place, model)
        column: Any = model._meta.get_field(self.name)
        choices = [choice for choice, _label in column.flatchoices]
        if text is not NOTHING and text not in choices:
            place.fault(f'expected one of {", ".join(choices)}; found "{shortened(text)}"')
            return NOTHING
        return text


@dataclass(frozen=True)
class _Sign(OneColumn):
    """What is written without spaces and means one thing: a date, a number, yes or no."""

    expected = ""

    def convert(self, scalar: Scalar) -> Any:
        """Raises ValueError."""
        raise NotImplementedError

    def parse(self, node: Node, place: Place, model: type[Model]) -> Any:
        if node.flaw:
            place.fault(node.flaw)
            return NOTHING
        try:
            if isinstance(node, Scalar):
                return self.convert(node)
        except ValueError:
            pass
        place.fault(f"expected {self.expected}, found {node.found()}")
        return NOTHING


@dataclass(frozen=True)
class Date(_Sign):
    """A day, as YAML's date or as an ISO text."""

    expected = "a date such as 2022-06-08"

    def convert(self, scalar: Scalar) -> date:
        if not _ISO_DATE.fullmatch(scalar.text):
            raise ValueError
        return date.fromisoformat(scalar.text)


@dataclass(frozen=True)
class WholeNumber(_Sign):
    """A number within what the column holds in every database: SQLite itself would take more."""

    expected = "a whole number"

    def parse(self, node: Node, place: Place, model: type[Model]) -> Any:
        number = super().parse(node, place, model)
        column: Any = model._meta.get_field(self.name)
        least, most = BaseDatabaseOperations.integer_field_ranges[column.get_internal_type()]
        if number is not NOTHING and not least <= number <= most:
            place.fault(f"expected a whole number from {least} to {most}, found {number}")
            return NOTHING
        return number

    def convert(self, scalar: Scalar) -> int:
        if scalar.type != "int" or str(int(scalar.text)) != scalar.text:
            raise ValueError  # 0x1F, 010 and 1_000 are numbers to YAML, not to a reader
        return int(scalar.text)


@dataclass(frozen=True)
class DecimalNumber(_Sign):
    """A number with decimals, such as 77.18; closing zeros do not count."""

    expected = "a number"

    def convert(self, scalar: Scalar) -> Decimal:
        try:
            if scalar.type in ("int", "float") and re.fullmatch(r"-?\d+(\.\d+)?", scalar.text):
                return _shortest(Decimal(scalar.text))
        except InvalidOperation:
            pass
        raise ValueError

    def stored(self, row: Any, names: Names) -> Any:
        value = super().stored(row, names)
        return value if value is NOTHING else _shortest(value)


@dataclass(frozen=True)
class YesNo(_Sign):
    """true or false; nothing else, as YAML's `yes` and `on` are so easily meant as texts."""

    expected = "true or false"

    def convert(self, scalar: Scalar) -> bool:
        if scalar.type != "bool" or scalar.text not in ("true", "false"):
            raise ValueError
        return scalar.text == "true"


def _shortest(number: Decimal) -> Decimal:
    return Decimal(format(number.normalize(), "f"))
