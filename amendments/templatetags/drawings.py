"""The drawings: rows of the database in, pictures with their words out.

Their style is `css/drawings.css`; every page that draws links it.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amendments.drawings.dots import Dot, Frame, path
from amendments.drawn import appointments as drawn_appointments
from amendments.drawn import chambers, court, lawmaking
from amendments.drawn.marks import Mark
from amendments.drawn.panel import Panel
from amendments.models import Applicant, Appointment, InstitutionNumber, LawmakingStep
from amendments.topic_page import Drawn, TopicPage

register = template.Library()

_PANELS = "amendments/drawings/panels.html"
_KEY_FRAME, _KEY_DOT = Frame(0, 0, 20, 20), path([Dot(10, 10)])


@register.inclusion_tag(_PANELS)
def hemicycles(numbers: Iterable[InstitutionNumber]) -> dict[str, Any]:
    """Draw lower chambers seat by seat, in each period; institutions must be loaded."""
    return _side_by_side(chambers.lower_chamber_panels(numbers))


@register.inclusion_tag(_PANELS)
def senate(numbers: Iterable[InstitutionNumber]) -> dict[str, Any]:
    """Draw the Senate in pairs of senators, in each period; institutions must be loaded."""
    return _side_by_side(chambers.senate_panels(numbers))


@register.inclusion_tag(_PANELS)
def members(appointments: Iterable[Appointment]) -> dict[str, Any]:
    """Draw a body member by member by who fills the place; from `for_diagram()`."""
    return _side_by_side(court.member_panels(appointments))


@register.inclusion_tag(_PANELS)
def applicants(applicants: Iterable[Applicant]) -> dict[str, Any]:
    """Draw who could turn to a body, in each period; institutions must be loaded."""
    return _side_by_side(court.applicant_panels(applicants))


@register.inclusion_tag("amendments/drawings/posts.html")
def posts(appointments: Iterable[Appointment]) -> dict[str, Any]:
    """Draw who appoints whom, body by body; from `for_diagram()`."""
    bodies = drawn_appointments.bodies(appointments)
    return {"bodies": bodies, "key": drawn_appointments.key(bodies)}


@register.inclusion_tag("amendments/drawings/ways.html")
def ways(steps: Iterable[LawmakingStep]) -> dict[str, Any]:
    """Draw how a bill became a law; steps in order with their actor loaded."""
    return {"kinds": lawmaking.ways(steps)}


@register.inclusion_tag("amendments/drawings/caption.html")
def caption(words: str, page: TopicPage, rows: list[Drawn]) -> dict[str, Any]:
    """Say how to read a drawing, and from which of the page's sources it is drawn.

    A single body that was drawn may add a note of its own.
    """
    bodies = {row.institution for row in rows if isinstance(row, InstitutionNumber)}
    body = bodies.pop() if len(bodies) == 1 else None
    return {"words": words, "body": body, "sources": page.drawn_from(rows)}


@register.simple_tag
def drawn(mark: Mark, path: str) -> SafeString:
    """Draw dots in the manner of `mark`: its strokes one over the other."""
    strokes = format_html_join("", '<path class="{}" d="{}"/>', ((c, path) for c in mark.layers))
    return format_html('<g class="{}">{}</g>', mark.colour, strokes)


@register.simple_tag
def key_mark(mark: Mark) -> SafeString:
    """Draw one dot to stand beside the words for it."""
    return format_html(
        '<svg class="mark" viewBox="{}" aria-hidden="true">{}</svg>',
        _KEY_FRAME.view_box,
        drawn(mark, _KEY_DOT),
    )


def _side_by_side(panels: list[Panel]) -> dict[str, Any]:
    """Name the body of each picture only if they differ: its name may have changed since."""
    return {"panels": panels, "subjects": len({panel.subject for panel in panels}) > 1}
