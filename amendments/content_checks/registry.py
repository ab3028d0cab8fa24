"""The checks, and how they are asked. A check sees one text at a time.

@content_check
def no_shouting(subject: Subject) -> Iterator[Finding]:
    for text in subject.explaining_texts():
        ...
"""

from collections.abc import Callable, Iterable

from amendments.content_checks.finding import Finding, Level
from amendments.content_checks.known import Known
from amendments.content_checks.subject import Subject
from amendments.content_files import Entry, Kind

Check = Callable[[Subject], Iterable[Finding]]

_checks: dict[str, Check] = {}


def content_check(check: Check) -> Check:
    """Have every text looked at by this function. The second time changes nothing."""
    _checks[f"{check.__module__}.{check.__qualname__}"] = check
    return check


def findings_of(kind: Kind, entry: Entry, known: Known | None = None) -> list[Finding]:
    """Look at one text with every check: errors first, then as the fields stand.

    Give the same `known` for many texts: it remembers what it has asked the database.
    """
    subject = Subject(kind, entry, known or Known())
    found = [finding for check in _checks.values() for finding in check(subject)]
    place = {key: number for number, key in enumerate(entry)}
    return sorted(
        found,
        key=lambda f: (
            f.level is not Level.ERROR,
            place.get(f.field.partition(".")[0], -1),
            f.field,
            f.place,
        ),
    )
