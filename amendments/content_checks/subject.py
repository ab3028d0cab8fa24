"""One text as the checks see it: its fields by language, and what kind of words they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from amendments.content_checks.known import Known
from amendments.content_files import Entry, Kind, translated_values

# Words of the law and of others are given as they were said: nobody may put them into plain words.
QUOTED: Mapping[str, frozenset[str]] = {
    "amendments": frozenset({"before", "after"}),
    "provisions": frozenset({"text"}),
    "referendums": frozenset({"question", "reported_question", "options"}),
    "voices": frozenset({"quote", "person"}),
    "sources": frozenset({"title", "note"}),
    "regions": frozenset({"name"}),
}

# Texts that speak of the Constitution in force since 1 July 2026, whose articles count anew
OF_2026 = frozenset({"successors", "novelties"})


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text of one language; `key` is the entry's key that it stands below."""

    path: str
    key: str
    language: str
    text: str
    of_2026: bool


@dataclass(frozen=True)
class Subject:
    """What is looked at, and what the site knows besides."""

    kind: Kind
    entry: Entry
    known: Known

    def texts(self) -> Iterator[WrittenText]:
        in_2026 = self.kind.name in OF_2026 or "2026" in str(self.entry.get("slug"))
        for value in translated_values(self.kind.fields, self.entry):
            of_2026 = in_2026 or value.key.startswith("since_2026")
            for language, written in value.by_language.items():
                lines = written if isinstance(written, list) else [written]
                for number, text in enumerate(lines, 1):
                    path = f"{value.path}.{language}"
                    if isinstance(written, list):
                        path = f"{path}.{number}"
                    yield WrittenText(path, value.key, language, text, of_2026)

    def explaining_texts(self) -> Iterator[WrittenText]:
        """Leave out what the law or somebody else said."""
        quoted = QUOTED.get(self.kind.name, frozenset())
        return (text for text in self.texts() if text.key not in quoted)
