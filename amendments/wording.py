"""What is said, as one short text: to tell whether it is still what somebody was shown."""

from amendments.content_files.shape import digest
from amendments.entry_of_text import entry_of
from amendments.models import ProposedChange, Reviewed


def wording_of(text: Reviewed) -> str:
    """Return the digest of a text and of the change of it that waits; the same for either."""
    if isinstance(text, ProposedChange):
        return _digest(text.text, text)
    return _digest(text, ProposedChange.objects.waiting().of(text).first())


def _digest(text: Reviewed | None, change: ProposedChange | None) -> str:
    entry = entry_of(text) if text else {}
    return digest({"text": entry, "as proposed": change.entry if change else ""})
