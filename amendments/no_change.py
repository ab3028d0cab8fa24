"""Whether a change changes anything: one rule for forms, content files and the audit."""

from collections.abc import Mapping


def nothing_changes(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Say whether the texts of every language are the same; blanks at their ends do not count.

    One language may well stay the same where another was changed. Where no language has a text,
    nothing is said of a change yet.
    """
    return any(before.values()) and all(
        before.get(language, "").strip() == after.get(language, "").strip()
        for language in before.keys() | after.keys()
    )
