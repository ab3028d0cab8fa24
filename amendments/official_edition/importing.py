"""A file of an official edition → the authentic texts of our provisions, all or none of them."""

from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils import timezone

from amendments.comparative_table.unreadable import Unreadable
from amendments.days import today
from amendments.freshness import one_public_change
from amendments.models import AuthenticText, OfficialEdition
from amendments.official_edition.checking import (
    check_accepted,
    check_day,
    check_faults,
    check_language,
    check_whole,
)
from amendments.official_edition.damage import damage_in
from amendments.official_edition.held import lacking
from amendments.official_edition.matching import Fate, Found, match
from amendments.official_edition.opening import lines_of
from amendments.official_edition.parsing import parse
from amendments.official_edition.report import Report, report_on
from amendments.official_edition.wanted import Wanted
from amendments.reader import histories


class Done(Enum):
    ADDED = "added"
    ALREADY_HERE = "already here: nothing was added"
    RENEWED = "put in step with what is held here now"
    REPLACED = "put in the place of another file"


@dataclass(frozen=True)
class Imported:
    done: Done
    report: Report


def import_official_edition(data: bytes, wanted: Wanted, *, dry_run: bool = False) -> Imported:
    """Store what a file says in place of our renderings, in one transaction.

    With `dry_run` nothing is written and the report is the same. The same file again adds
    nothing. Raises Unreadable, and writes nothing, for a file that is not what it is said to be,
    for one with a piece missing and for a second file of the same day without `wanted.replace`.
    """
    _check_wanted(wanted)
    lines = lines_of(data)
    check_language(lines, wanted.language)
    edition = parse(lines, wanted.language)
    check_whole(edition, wanted)
    check_day(edition, wanted)
    faults = damage_in(edition)
    check_faults(faults, wanted)
    try:
        with transaction.atomic():
            found = match(edition, histories(wanted.constitution), wanted.as_of)
            faults += lacking(edition, found, wanted)
            check_faults(faults, wanted)
            check_accepted(faults, wanted)
            report = report_on(edition, found, wanted)
            done = _write(found, report, wanted, sha256(data).hexdigest(), dry_run=dry_run)
    except IntegrityError as error:
        raise Unreadable("Someone imported the same edition at the same moment.") from error
    return Imported(done, report)


def _check_wanted(wanted: Wanted) -> None:
    day, constitution = wanted.as_of, wanted.constitution
    known_from = constitution.texts_known_from or constitution.adopted_on
    if day < known_from:
        raise Unreadable(
            f"What changed before {known_from} is not held here, so nothing can be told of an "
            f"edition of {day}."
        )
    if constitution.in_force_until and day >= constitution.in_force_until:
        raise Unreadable(f"{constitution} had ended on {day}.")
    if day > today():
        raise Unreadable(f"{day} is still to come.")


def _write(
    found: list[Found], report: Report, wanted: Wanted, digest: str, *, dry_run: bool
) -> Done:
    here = OfficialEdition.objects.filter(
        constitution=wanted.constitution, language=wanted.language, as_of=wanted.as_of
    ).first()
    done = _what_to_do(here, found, wanted, digest)
    if dry_run or done == Done.ALREADY_HERE:
        return done
    with one_public_change():
        if here is not None:
            here.delete()
        edition = OfficialEdition.objects.create(
            constitution=wanted.constitution,
            language=wanted.language,
            as_of=wanted.as_of,
            url=wanted.url,
            file_name=wanted.file_name[:255],
            sha256=digest,
            imported_at=timezone.now(),
            report=report.as_json(),
        )
        AuthenticText.objects.bulk_create(
            AuthenticText(
                edition=edition,
                provision=each.history.provision,
                text=each.text,
                line=each.lines[0],
            )
            for each in found
            if each.fate == Fate.MATCHED
        )
    return done


def _what_to_do(
    here: OfficialEdition | None, found: list[Found], wanted: Wanted, digest: str
) -> Done:
    if here is None:
        return Done.ADDED
    if here.sha256 != digest:
        if not wanted.replace:
            raise Unreadable(
                f"An edition of {wanted.as_of} is here already, from another file "
                f"({here.file_name}, SHA-256 {here.sha256}). Give --replace to put this one in "
                "its place."
            )
        return Done.REPLACED
    stored = dict(here.texts.values_list("provision_id", "text"))
    read = {each.history.provision.pk: each.text for each in found if each.fate == Fate.MATCHED}
    return Done.ALREADY_HERE if stored == read and here.url == wanted.url else Done.RENEWED
