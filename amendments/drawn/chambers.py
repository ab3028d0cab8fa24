"""The chambers of Parliament, seat by seat."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext

from amendments.drawings.dots import path
from amendments.drawings.hemicycle import hemicycle
from amendments.drawings.strip import links, strip
from amendments.drawn.marks import (
    ASSEMBLY_SEAT,
    DISTRICT_SEAT,
    LIST_SEAT,
    PRESIDENT,
    PRESIDENT_WITH_OTHERS,
    REGION_SEAT,
    UNKNOWN_SEAT,
    Mark,
)
from amendments.drawn.panel import Group, Panel, by_period, heading
from amendments.drawn.words import body_name, own_words
from amendments.models import InstitutionNumber
from amendments.texts import text_in

Counted = InstitutionNumber.Counted

_ELECTED = {
    Counted.PARTY_LIST_SEATS: LIST_SEAT,
    Counted.DISTRICT_SEATS: DISTRICT_SEAT,
    Counted.ASSEMBLY_SEATS: ASSEMBLY_SEAT,
}


def lower_chamber_panels(numbers: Iterable[InstitutionNumber]) -> list[Panel]:
    """Draw each lower chamber as a half circle; the larger it is, the larger the half circle.

    Takes the numbers of the Mazhilis and of the Kurultai with their institution loaded. Numbers
    that do not add up are told in words, without a picture.
    """
    drawn = []
    for period, found in by_period(numbers):
        counts = {number.counted: number for number in found}
        if Counted.SEATS not in counts:
            continue
        parts = [(counts[counted], mark) for counted, mark in _ELECTED.items() if counted in counts]
        drawn.append((period, counts[Counted.SEATS], _with_rest(counts[Counted.SEATS], parts)))
    seatings = [hemicycle([count for count, *_ in parts]) for _period, _total, parts in drawn]
    widest = max((seating.radius for seating in seatings), default=0)
    return [
        Panel(
            "hemicycle",
            f"{total.institution.slug}-{period.value}",
            heading(period),
            body_name(total.institution),
            total.value,
            gettext("seats"),
            seating.frame(widest).view_box,
            [
                _group(count, number, mark, path(dots))
                for (count, number, mark), dots in zip(parts, seating.groups, strict=True)
            ],
            picture=sum(count for count, *_ in parts) == total.value,
        )
        for (period, total, parts), seating in zip(drawn, seatings, strict=True)
    ]


def senate_panels(numbers: Iterable[InstitutionNumber]) -> list[Panel]:
    """Draw the Senate in pairs: two senators for each region, then those whom others chose."""
    drawn = []
    for period, found in by_period(numbers):
        counts = {number.counted: number for number in found}
        if Counted.SEATS in counts and Counted.ELECTED_SEATS in counts:
            drawn.append((period, counts[Counted.SEATS], _senators(counts)))
    strips = [strip([count for count, *_ in parts]) for _period, _total, parts in drawn]
    widest = max((seats.width for seats in strips), default=0)
    return [
        Panel(
            "strip",
            f"senate-{period.value}",
            heading(period),
            body_name(total.institution),
            total.value,
            gettext("seats"),
            seats.frame(widest).view_box,
            [
                _group(count, number, mark, path(dots), words)
                for (count, number, mark, words), dots in zip(parts, seats.groups, strict=True)
            ],
            lines=links(seats.groups[0]),
            picture=sum(count for count, *_ in parts) == total.value,
        )
        for (period, total, parts), seats in zip(drawn, strips, strict=True)
    ]


Part = tuple[int, InstitutionNumber | None, Mark]


def _with_rest(total: InstitutionNumber, parts: list[tuple[InstitutionNumber, Mark]]) -> list[Part]:
    """Add the seats of which no part is known: drawn as unknown, never guessed."""
    known: list[Part] = [(number.value, number, mark) for number, mark in parts]
    rest = total.value - sum(count for count, *_ in known)
    return [*known, (rest, None, UNKNOWN_SEAT)] if rest > 0 else known


def _senators(
    counts: dict[str, InstitutionNumber],
) -> list[tuple[int, InstitutionNumber | None, Mark, str]]:
    elected = counts[Counted.ELECTED_SEATS]
    parts: list[tuple[int, InstitutionNumber | None, Mark, str]] = [
        (elected.value, elected, REGION_SEAT, gettext("elected, two for each region or city"))
    ]
    named, proposed = counts.get(Counted.APPOINTED_SEATS), counts.get(Counted.ASSEMBLY_PROPOSED)
    if named:
        alone = named.value - (proposed.value if proposed else 0)
        parts.append((alone, named, PRESIDENT, gettext("named by the President alone")))
    if proposed:
        words = gettext("named by the President on a proposal of the Assembly")
        parts.append((proposed.value, proposed, PRESIDENT_WITH_OTHERS, words))
    return parts


def _group(
    count: int, number: InstitutionNumber | None, mark: Mark, drawn: str, words: str = ""
) -> Group:
    if number is None:
        return Group(mark, drawn, own_words(gettext("not known how filled")), count)
    return Group(
        mark,
        drawn,
        own_words(words or number.get_counted_display()),
        count,
        more=gettext("our own arithmetic") if number.ours else "",
        note=text_in(get_language(), number, "note"),
    )
