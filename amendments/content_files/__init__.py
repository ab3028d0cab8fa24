"""The content files: YAML ⇄ database. `kinds` says how to add a kind of content."""

from amendments.content_files.faults import BadContent, Fault
from amendments.content_files.fields import (
    Choice,
    Date,
    DecimalNumber,
    Field,
    OneColumn,
    Slug,
    Text,
    WholeNumber,
    YesNo,
)
from amendments.content_files.kinds import Kind, Kinds, kinds
from amendments.content_files.loading import Fate, Outcome, load
from amendments.content_files.reading import read_content
from amendments.content_files.references import Reference, References
from amendments.content_files.rows import Citations, Rows
from amendments.content_files.shape import Entry
from amendments.content_files.stored import StoredKind, read_database
from amendments.content_files.translated import Translated, TranslatedLines
from amendments.content_files.translated_values import TranslatedValue, translated_values
from amendments.content_files.writing import Dumped, dump

__all__ = [
    "BadContent",
    "Choice",
    "Citations",
    "Date",
    "DecimalNumber",
    "Dumped",
    "Entry",
    "Fate",
    "Fault",
    "Field",
    "Kind",
    "Kinds",
    "OneColumn",
    "Outcome",
    "Reference",
    "References",
    "Rows",
    "Slug",
    "StoredKind",
    "Text",
    "Translated",
    "TranslatedLines",
    "TranslatedValue",
    "WholeNumber",
    "YesNo",
    "dump",
    "kinds",
    "load",
    "read_content",
    "read_database",
    "translated_values",
]
