"""Values with one text for each language: `title: {kk: …, ru: …, en: …}`."""

from dataclasses import KW_ONLY, dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model

from amendments.content_files.faults import Place
from amendments.content_files.fields import NOTHING, Field
from amendments.content_files.legible import keep_the_columns_rules, read_text
from amendments.content_files.names import Names
from amendments.content_files.strict_yaml import Listing, Mapping, Node, Scalar
from amendments.languages import LANGUAGES


@dataclass(frozen=True)
class Translated(Field):
    """Texts by language; a language left out is not yet translated.

    `required` demands English, as nothing else is required yet. `keeps_empty` tells the empty
    text, "the law has none", from no translation. Not `parallel`: what one language says, such
    as other names of a thing, need not exist in the next.
    """

    _: KW_ONLY
    keeps_empty: bool = False
    parallel: bool = True

    def read(self, node: Node, place: Place, model: type[Model]) -> Any:
        written = _by_language(node, place)
        if written is None:
            return NOTHING
        values = {}
        for language in LANGUAGES:
            if language in written:
                inside = place.inside(language, written[language].line)
                value = self.parse(written[language], inside)
                if value is not NOTHING and keep_the_columns_rules(
                    self.column_value(value), inside, model, f"{self.name}_{language}"
                ):
                    values[language] = value
        required = settings.MODELTRANSLATION_DEFAULT_LANGUAGE
        if self.required and required not in written:
            place.inside(required).fault("missing")
        return values or NOTHING

    def parse(self, node: Node, place: Place) -> Any:
        text = read_text(node, place)
        if text is None or text.strip():
            return NOTHING if text is None else text
        if self.keeps_empty:
            return ""
        place.fault("empty; leave the language out")
        return NOTHING

    def column_value(self, value: Any) -> str:
        """Turn one language's value into what its column holds."""
        return str(value)

    def value_of_column(self, column: str) -> Any:
        return column

    def stored(self, row: Any, names: Names) -> Any:
        values = {}
        for language in LANGUAGES:
            column = getattr(row, f"{self.name}_{language}")
            if column or (self.keeps_empty and column == ""):
                values[language] = self.value_of_column(column)
        return values or NOTHING

    def columns(self, value: Any, names: Names, model: type[Model]) -> dict[str, Any]:
        values = {} if value is NOTHING else value
        return {
            f"{self.name}_{language}": (
                self.column_value(values[language]) if language in values else None
            )
            for language in LANGUAGES
        }


@dataclass(frozen=True)
class TranslatedLines(Translated):
    """A list of texts for each language, stored one a line."""

    def parse(self, node: Node, place: Place) -> Any:
        if node.flaw or not isinstance(node, Listing):
            place.fault(node.flaw or f"expected a list of texts, found {node.found()}")
            return NOTHING
        lines = []
        for number, item in enumerate(node.items, 1):
            inside = place.inside(number, item.line)
            text = super().parse(item, inside)
            if text is not NOTHING and "\n" in text:
                inside.fault("expected a text of one line")
            elif text is not NOTHING:
                lines.append(text)
        if not node.items:
            place.fault("empty; leave the language out")
        return lines or NOTHING

    def column_value(self, value: Any) -> str:
        return "\n".join(value)

    def value_of_column(self, column: str) -> Any:
        return [line for line in column.split("\n") if line.strip()]


def _by_language(node: Node, place: Place) -> dict[str, Node] | None:
    """Return each known language's node; report all else that is written."""
    if node.flaw or not isinstance(node, Mapping):
        languages = ", ".join(LANGUAGES)
        place.fault(
            node.flaw or f"expected a text for each language ({languages}), found {node.found()}"
        )
        return None
    written: dict[str, Node] = {}
    for key, value in node.pairs:
        name = key.text if isinstance(key, Scalar) else key.found()
        if name in written:
            place.inside(name, key.line).fault(
                f"stands twice (lines {written[name].line} and {key.line})"
            )
        elif name in LANGUAGES and not key.flaw:
            written[name] = value
        else:
            place.fault(
                key.flaw or f'unknown language "{name}"; expected one of {", ".join(LANGUAGES)}'
            )
    if not node.pairs:
        place.fault("empty; leave the key out")
    return written
