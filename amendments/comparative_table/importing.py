"""A comparative table → staged drafts, all of them or none."""

from django.db import IntegrityError, transaction

from amendments.comparative_table.docx.reading import read_docx
from amendments.comparative_table.listing import Fate, Imported, Listed
from amendments.comparative_table.matching.matched import Matched, Unmatched
from amendments.comparative_table.matching.matching import Matching
from amendments.comparative_table.matching.provisions import Provisions
from amendments.comparative_table.rows.compared import (
    Compared,
    ComparedRow,
    Entry,
    LeftOut,
    Revisions,
)
from amendments.comparative_table.rows.reading import compared_rows
from amendments.comparative_table.staging import Staging
from amendments.comparative_table.unreadable import Unreadable
from amendments.comparative_table.wanted import Wanted

MOST_PLACES = 20  # Named when a file is refused for its tracked changes


def import_comparative_table(data: bytes, wanted: Wanted, *, dry_run: bool = False) -> Imported:
    """Stage the rows as drafts in one transaction; return what became of each.

    With `dry_run` nothing is written and the list is the same. Importing twice adds nothing,
    and nothing that an editor wrote is overwritten. Raises Unreadable for a file that cannot
    be taken; nothing is written then.
    """
    document = read_docx(data)
    compared = compared_rows(document, wanted.revisions)
    _refuse_tracked(compared, wanted.revisions)
    _refuse_without_rows(compared)
    day = wanted.in_force_from or wanted.law.in_force_from
    if day is None:
        raise Unreadable(
            f"The law {wanted.law.slug} has no day in force here: give one with the file."
        )
    staging = Staging(wanted, day)
    matching = Matching(Provisions(wanted.law.constitution))
    try:
        with transaction.atomic():
            entries = compared.entries
            listed = [each for entry in entries for each in _listed(entry, matching, staging)]
            if not dry_run:
                listed = staging.write(listed)
    except IntegrityError as error:
        raise Unreadable(
            "Someone changed the same amendments at the same moment; try again."
        ) from error
    return Imported(listed, list(document.notes))


def _listed(entry: Entry, matching: Matching, staging: Staging) -> list[Listed]:
    if isinstance(entry, LeftOut):
        return [Listed(entry.place, Fate.LEFT_OUT, "", entry.reason, entry.said)]
    if not isinstance(entry, ComparedRow):
        return [Listed(entry.place, Fate.NOT_UNDERSTOOD, "", entry.reason, entry.said)]
    listed: list[Listed] = []
    for found in matching.of(entry):
        said = entry.said if not listed else ()  # Once a row, not once a provision
        if isinstance(found, Matched):
            listed.append(staging.take(entry.place, found, (*said, *found.notes)))
        elif isinstance(found, Unmatched):
            fate, reason = Fate.NOT_UNDERSTOOD, found.reason
            listed.append(Listed(entry.place, fate, found.address, reason, said))
        else:
            listed.append(Listed(entry.place, Fate.UNCHANGED, found.address, "", said))
    return listed


def _refuse_tracked(compared: Compared, revisions: Revisions) -> None:
    if revisions != Revisions.REFUSE or not compared.tracked:
        return
    places = [f"{place}: {what}" for place, what in compared.tracked[:MOST_PLACES]]
    more = len(compared.tracked) - len(places)
    places += [f"… and {more} more"] if more else []
    raise Unreadable(
        "\n".join(["The file has tracked changes, and you asked to refuse them:", *places])
    )


def _refuse_without_rows(compared: Compared) -> None:
    """A file with no comparative table in it is refused; rows of one are listed, good or bad."""
    reasons: list[str] = []
    for entry in compared.entries:
        if isinstance(entry, ComparedRow) or entry.place.row:
            return
        reasons.append(f"{entry.place}: {entry.reason}")
        reasons += [f"    {line}" for line in entry.said]
    raise Unreadable(
        "\n".join(["There is no comparative table in the file.", *reasons[:MOST_PLACES]])
    )
