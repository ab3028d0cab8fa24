"""The signs of the drawings: shape and colour for who acts, so that colour is never alone."""

from dataclasses import dataclass

from amendments.models import Appointment, Institution


@dataclass(frozen=True)
class Mark:
    """How a dot looks: its colour by name, and the strokes laid over each other to draw it.

    Both are classes of `drawings.css`.
    """

    colour: str
    layers: tuple[str, ...]


_DOT = ("dot",)
_RING = ("dot", "hole")
_SQUARE = ("dot square",)
_BOX = ("dot square", "hole square")
_TARGET = ("halo", "hole wide", "core")

LIST_SEAT = Mark("blue", _DOT)
DISTRICT_SEAT = Mark("blue", _RING)
ASSEMBLY_SEAT = Mark("ink", _SQUARE)
UNKNOWN_SEAT = Mark("faint", _DOT)

REGION_SEAT = Mark("blue", _RING)

PRESIDENT = Mark("gold", _DOT)
PRESIDENT_WITH_OTHERS = Mark("gold", _TARGET)
OTHERS = Mark("ink", _SQUARE)

APPLICANT = Mark("blue", _DOT)
NEW_APPLICANT = Mark("gold", _RING)

_OF_BODIES = {
    "president": PRESIDENT,
    "mazhilis": Mark("blue", _SQUARE),
    "senate": Mark("blue", _RING),
    "kurultai-parliament": Mark("blue", _BOX),
}


def mark_of(body: Institution) -> Mark:
    """Return the sign of a body; those that rarely act share one."""
    return _OF_BODIES.get(body.slug, OTHERS)


def mark_of_filling(appointment: Appointment) -> Mark:
    """Return the sign of who fills a post; the President's has a ring where others have a part."""
    mark = mark_of(appointment.by)
    if mark is PRESIDENT and (appointment.consent_of_id or appointment.proposed_by_id):
        return PRESIDENT_WITH_OTHERS
    return mark
