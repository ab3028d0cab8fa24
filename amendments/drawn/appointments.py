"""Who appoints whom: body by body, one sign for each post."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from amendments.drawings.dots import PITCH, path, row, row_frame
from amendments.drawn.marks import (
    PRESIDENT,
    PRESIDENT_WITH_OTHERS,
    Mark,
    mark_of_filling,
)
from amendments.drawn.panel import heading
from amendments.drawn.words import body_name, short_name, who_fills
from amendments.models import Appointment, Certainty, Period
from amendments.texts import Text, text_in

# A body that took the place of another stands in one line with it
_SUCCESSORS = {"constitutional-council": "constitutional-court"}
_MORE = 3  # Small dots that say: several, how many we do not say


@dataclass(frozen=True)
class Line:
    """One way of filling posts: a sign for each post, the post and who fills it.

    `places` is None where the number is not known; then one sign stands for all of them.
    """

    appointment: Appointment
    mark: Mark
    path: str
    more: str
    view_box: str
    columns: int
    post: Text
    by: str
    certainty: str


@dataclass(frozen=True)
class Cell:
    heading: str
    lines: list[Line]


@dataclass(frozen=True)
class Body:
    """A body or office, with one cell for each period that occurs among the appointments."""

    name: Text
    cells: list[Cell]


@dataclass(frozen=True)
class KeyLine:
    mark: Mark
    words: str


def bodies(appointments: Iterable[Appointment]) -> list[Body]:
    """Sort appointments by body, as they stand, and by period.

    Takes them from `for_diagram()`. One without a body counts as its own: its slug without
    the period is the same in each period.
    """
    by_body: dict[str, list[Appointment]] = {}
    for one in appointments:
        by_body.setdefault(_line_of(one), []).append(one)
    periods = [p for p in Period if any(one.period == p for f in by_body.values() for one in f)]
    return [
        Body(
            _name(found[-1]),
            [Cell(heading(p), [_line(one) for one in found if one.period == p]) for p in periods],
        )
        for found in by_body.values()
    ]


def key(bodies: Iterable[Body]) -> list[KeyLine]:
    """Explain each sign that occurs once, in the order of first sight."""
    said: dict[Mark, list[str]] = {}
    for line in (line for body in bodies for cell in body.cells for line in cell.lines):
        words = {
            PRESIDENT: gettext("the President alone"),
            PRESIDENT_WITH_OTHERS: gettext(
                "the President, where another body consents or proposes"
            ),
        }.get(line.mark) or short_name(line.appointment.by)
        if words not in said.setdefault(line.mark, []):
            said[line.mark].append(words)
    return [KeyLine(mark, ", ".join(words)) for mark, words in said.items()]


def _line_of(one: Appointment) -> str:
    if one.institution:
        return _SUCCESSORS.get(one.institution.slug, one.institution.slug)
    return one.slug.removeprefix(f"{one.period}-")


def _name(one: Appointment) -> Text:
    if one.institution:
        return body_name(one.institution)
    return text_in(get_language(), one, "post")


def _line(one: Appointment) -> Line:
    places = one.places or 1
    columns = places if one.places else 2
    small = [PITCH + PITCH * (1 + 2 * i) // 6 for i in range(_MORE)]
    return Line(
        one,
        mark_of_filling(one),
        path(row(places)),
        "" if one.places else "".join(f"M{x} {PITCH // 2}h0" for x in small),
        row_frame(columns).view_box,
        columns,
        text_in(get_language(), one, "post"),
        who_fills(one),
        one.get_certainty_display() if one.certainty != Certainty.HIGH else "",
    )
