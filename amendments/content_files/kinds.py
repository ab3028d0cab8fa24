"""The registry of what the content files hold.

A kind of content is declared once, and can then be loaded, dumped and audited. Another app
declares its own in `AppConfig.ready()`:

    from amendments.content_files import Kind, Slug, Text, Translated, Reference, kinds

    kinds.register(
        Kind(
            name="voices",
            model=Voice,
            folder=Path(__file__).parent / "content",
            file="voices/{topic}/{slug}.yaml",  # Or "voices.yaml": all in one file
            fields=[
                Slug(),
                Reference("topic", to="topics", required=True),
                Text("speaker", required=True),
                Translated("words", required=True, needs_source=True),
                Citations(),
            ],
        )
    )

The order of the fields is that of the keys in the files. A kind is registered after those
it refers to. The model has a unique `slug`; `Reviewed` content is published when it is loaded
for the first time, and only what is published is dumped.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from django.db.models import Model

from amendments.content_files.fields import Field
from amendments.content_files.references import Reference, References
from amendments.content_files.rows import Citations, Rows
from amendments.content_files.shape import Entry, Shape

Rule = Callable[[Entry], Iterable[tuple[str, str]]]
"""Checks a whole entry and yields (field, fault). Any key may be missing from the entry."""


def in_natural_order(entry: Entry) -> Any:
    """Order by slug, numbers by their value: article 9, 83, 83-1, 100."""
    parts = re.split(r"(\d+)", entry["slug"])
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


@dataclass(frozen=True)
class Kind:
    """One kind of content: which model, which files below `folder`, which keys.

    `file` names the file of an entry, with entry's values in braces; without braces all
    entries stand in that one file, ordered by `order`.
    """

    name: str
    model: type[Model]
    folder: Path
    file: str
    fields: Sequence[Field]
    rules: Sequence[Rule] = ()
    order: Callable[[Entry], Any] = in_natural_order

    @property
    def shape(self) -> Shape:
        return Shape(self.model, self.fields)

    @property
    def one_file_each(self) -> bool:
        return "{" in self.file

    @property
    def pattern(self) -> str:
        """The shell pattern that all files of the kind match."""
        return re.sub(r"\{\w+\}", "*", self.file)

    def path_of(self, entry: Entry) -> str:
        """Return the entry's file, relative to the folder. Raises KeyError if a part is missing."""
        return self.file.format_map(entry)

    def owns(self, path: str) -> bool:
        """Whether the file, relative to the folder, holds entries of this kind."""
        return path.count("/") == self.file.count("/") and fnmatch(path, self.pattern)

    @property
    def claims(self) -> list[str]:
        """The fields that a citation may support."""
        return [f.key for f in self.fields if f.key != "slug" and not isinstance(f, Citations)]


class Kinds:
    """The kinds of content, each after those it refers to."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind] = {}

    def register(self, *kinds: Kind) -> None:
        """Add kinds. Raises ValueError for a name or file used twice, or an unknown reference."""
        for kind in kinds:
            if kind.name in self._kinds:
                raise ValueError(f"There is a kind of content named {kind.name} already.")
            for other in self:
                if other.pattern == kind.pattern:
                    raise ValueError(f"{kind.name} and {other.name} both own {kind.file}.")
            for to in _referred(kind.fields):
                if to not in self._kinds:
                    raise ValueError(f"{kind.name} refers to {to}: register {to} before it.")
            self._kinds[kind.name] = kind

    def __iter__(self) -> Iterator[Kind]:
        return iter(list(self._kinds.values()))

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def folders(self) -> list[Path]:
        """Return the folders of what ships, in the order of their kinds."""
        return list(dict.fromkeys(kind.folder for kind in self))


def _referred(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        if isinstance(field, Reference | References):
            yield field.to
        elif isinstance(field, Rows):
            yield from _referred(field.fields)


kinds = Kinds()
