"""The findings in a text of the database, and those that stop its publication."""

from collections.abc import Iterator

from amendments.content_checks.finding import Finding, Level
from amendments.content_checks.registry import findings_of
from amendments.content_checks.saying import said
from amendments.content_files import BadContent, kinds
from amendments.entry_of_text import entry_of, kind_of
from amendments.models import ProposedChange, Reviewed
from amendments.proposals import proposed_entry


def findings_of_text(text: Reviewed) -> list[Finding]:
    """Look at a text as the database says it, or at a change as proposed. Some queries.

    Nothing is found in what the content files do not know.
    """
    try:
        if isinstance(text, ProposedChange):
            return findings_of(kinds[text.kind], proposed_entry(text))
        return findings_of(kind_of(type(text)), entry_of(text))
    except (KeyError, BadContent):  # Taking a bad change over names its faults
        return []


def errors_stop_publication(text: Reviewed) -> Iterator[str]:
    for finding in findings_of_text(text):
        if finding.level is Level.ERROR:
            yield f"{finding.field}: {said(finding)}"
