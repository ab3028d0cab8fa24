"""How many translations no longer say what their source says."""

from collections.abc import Iterator

from amendments.audit.registry import Audit, audit_check
from amendments.content_files import Fault
from amendments.translating.asking import completeness


@audit_check
def translations_in_step_are_counted(audit: Audit) -> Iterator[Fault]:
    """A note for each language, no fault: a text stays right while it waits. One query."""
    audit.notes.extend(
        f"{each.out_of_date} translations into {each.language} are out of date"
        for each in completeness()
        if each.out_of_date
    )
    yield from ()
