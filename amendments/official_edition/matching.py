"""What an edition says → our provisions, each with its text or the reason why it has none."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from amendments.addresses import address as spoken
from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.provisions import address_of, paragraphs_of, takes
from amendments.comparative_table.matching.units import joined
from amendments.comparative_table.rows.no_text import is_no_text
from amendments.comparative_table.unreadable import Unreadable
from amendments.models import Provision
from amendments.official_edition.edition import EditionRead, PlacedUnit
from amendments.reader import ProvisionHistory

PART = Provision.Part


class Fate(TextChoices):
    MATCHED = "matched", _("matched")
    WITHOUT_TEXT = "without-text", _("no text on that day, here and there")
    UNMATCHED = "unmatched", _("unmatched: held here, not found in the file")
    AMBIGUOUS = "ambiguous", _("ambiguous: nothing was stored")


class Reason(TextChoices):
    NONE = "", ""
    NOT_FOUND = "not-found", _("not found")
    REPEALED = "repealed", _("the file says it was repealed")
    TWICE = "twice", _("stands there more than once")
    IN_PART = "in-part", _("only a part of it is there")
    NOT_YET_IN_FORCE = (
        "not-yet-in-force",
        _("a law made by then changes it on a later day; which of both is this, no file says"),
    )


@dataclass(frozen=True)
class Found:
    """`lines` of the file are where its units begin."""

    history: ProvisionHistory
    fate: Fate
    reason: Reason = Reason.NONE
    text: str = ""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Passage:
    """What of the file is about one provision; `text` is empty for a notice of its repeal."""

    text: str
    lines: tuple[int, ...]
    fault: Reason = Reason.NONE

    @property
    def is_there(self) -> bool:
        return bool(self.lines)


def match(edition: EditionRead, held: Sequence[ProvisionHistory], day: date) -> list[Found]:
    """Return what became of each provision, in the order of the law.

    Raises Unreadable where the file has what on that day was still to come or already gone.
    """
    of_article: dict[str, list[PlacedUnit]] = defaultdict(list)
    for article in edition.articles:
        of_article[article.number] += article.units
    found = []
    for history in held:
        provision = history.provision
        if provision.article is None:
            passage = _heading(provision, edition)
        else:
            passage = _passage(provision, of_article.get(provision.article.number, []))
        found.append(_found(history, passage, day))
    return found


def _heading(provision: Provision, edition: EditionRead) -> _Passage:
    number = provision.section.number if provision.section else ""
    for section in edition.sections:
        if section.number == number and section.title:
            return _Passage(f"{section.label}\n{section.title}", (section.line,))
    return _Passage("", ())


def _passage(provision: Provision, units: list[PlacedUnit]) -> _Passage:
    taken = [each for each in units if _is_of(provision, each)]
    if provision.part == PART.OPENING_WORDS:
        taken = taken[:1]
    lines = tuple(each.line for each in taken)
    if _stands_twice(taken):
        return _Passage("", lines, Reason.TWICE)
    wanted = set(paragraphs_of(provision))
    if lines and not wanted <= {each.unit.address.paragraph for each in taken}:
        return _Passage("", lines, Reason.IN_PART)
    # A paragraph's number is its address; that of a sub-paragraph is printed in its sentence
    number_first = len(wanted) > 1 or provision.part in (PART.ARTICLE, PART.SUBPARAGRAPH)
    text = joined([each.unit for each in taken], number_first=number_first)
    return _Passage("" if is_no_text(text) else text, lines)


def _stands_twice(units: list[PlacedUnit]) -> bool:
    """Whether a number comes again, other than in a second list with its own opening words."""
    seen: set[Address] = set()
    for each in units:
        address = each.unit.address
        if not each.unit.number:
            seen = {other for other in seen if not other.subparagraph}
        elif address in seen:
            return True
        else:
            seen.add(address)
    return False


def _is_of(provision: Provision, placed: PlacedUnit) -> bool:
    if provision.part == PART.SUBPARAGRAPH:
        return placed.unit.address == address_of(provision)
    return takes(provision, placed.unit, [])


def _found(history: ProvisionHistory, passage: _Passage, day: date) -> Found:
    def became(fate: Fate, reason: Reason = Reason.NONE) -> Found:
        text = passage.text if fate == Fate.MATCHED else ""
        return Found(history, fate, reason, text, passage.lines)

    if any(change.law.dated <= day < change.in_force_from for change in history.changes):
        return became(Fate.AMBIGUOUS, Reason.NOT_YET_IN_FORCE)
    if passage.fault != Reason.NONE:
        return became(Fate.AMBIGUOUS, passage.fault)
    if not history.exists_on(day):
        _refuse_another_day(history, passage, day)
        return became(Fate.WITHOUT_TEXT)
    if not passage.is_there:
        return became(Fate.UNMATCHED, Reason.NOT_FOUND)
    if not passage.text:
        return became(Fate.UNMATCHED, Reason.REPEALED)
    return became(Fate.MATCHED)


def _refuse_another_day(history: ProvisionHistory, passage: _Passage, day: date) -> None:
    if not passage.text:
        return
    begun, to_come = history.around(day)
    said = f"repealed on {begun.in_force_from}" if begun else "not in the law"
    if to_come and not begun:
        said = f"added on {to_come.in_force_from}"
    raise Unreadable(
        f"Line {passage.lines[0]}: {spoken(history.provision)} was {said}: this is no edition of "
        f"{day}."
    )
