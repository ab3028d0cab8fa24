"""Whether we can say how we know what a text claims."""

from collections.abc import Iterator

from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.registry import content_check
from amendments.content_checks.subject import Subject
from amendments.content_files import Entry, Kind


@content_check
def every_claim_has_a_source(subject: Subject) -> Iterator[Finding]:
    for key in claims_without_a_source(subject.kind, subject.entry):
        yield Finding(Problem.NO_SOURCE, Level.ERROR, key)


def claims_without_a_source(kind: Kind, entry: Entry) -> Iterator[str]:
    """A field that needs a source is cited itself, or the entry is cited as a whole."""
    claims = {citation.get("claim") for citation in entry.get("citations", [])}
    if None in claims:
        return
    for field in kind.fields:
        says_something = _says_something(entry.get(field.key))
        if field.needs_source and says_something and field.key not in claims:
            yield field.key


def _says_something(value: object) -> bool:
    """A text that is empty in every language ("the law has none") claims nothing."""
    return any(value.values()) if isinstance(value, dict) else bool(value)
