"""A body drawn as its places, one dot or square each; the numbers stand beside it in words."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amendments.institution_page import Part

register = template.Library()

IN_A_ROW = 20
STEP = 10
MARKS = 4  # As many as the style sheet tells apart
FILLED = 2  # The first two marks are filled, the others drawn in outline
RING = 3
SHOWN = 1.5  # Pixels for one unit of the drawing


@register.simple_tag
def places(parts: Sequence[Part]) -> SafeString:
    """Draw the parts one after the other, in rows; hidden from screen readers, which get words."""
    drawn, at = [], 0
    for part in parts:
        mark = _kind(part.mark)
        spots = (_spot(number, mark) for number in range(at, at + part.places))
        drawn.append((mark, "".join(spots)))
        at += part.places
    width = min(at, IN_A_ROW) * STEP
    height = -(-at // IN_A_ROW) * STEP
    return format_html(
        '<svg class="places" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true">'
        "{}</svg>",
        width,
        height,
        round(width * SHOWN),
        round(height * SHOWN),
        format_html_join("", '<path class="mark-{}" d="{}"/>', drawn),
    )


@register.simple_tag
def place_mark(mark: int) -> SafeString:
    """Draw the mark of one part, for the words beside the drawing."""
    return format_html(
        '<svg class="places" viewBox="0 0 10 10" width="12" height="12" aria-hidden="true">'
        '<path class="mark-{}" d="{}"/></svg>',
        _kind(mark),
        _spot(0, _kind(mark)),
    )


def _kind(mark: int) -> int:
    return (mark - 1) % MARKS + 1


def _spot(number: int, mark: int) -> str:
    """One place: a disc, a square, a ring or a frame, so that colour is not needed."""
    row, column = divmod(number, IN_A_ROW)
    x, y = column * STEP + STEP // 2, row * STEP + STEP // 2
    if mark <= FILLED:
        return f"M{x} {y}h.01"  # A line of no length: its caps, round or square, are seen
    if mark == RING:
        return f"M{x - 3} {y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0"
    return f"M{x - 3} {y - 3}h6v6h-6z"
