"""A body round a table, member by member, and those who may turn to it."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext

from amendments.drawings.dots import path
from amendments.drawings.hemicycle import half_ring, rays
from amendments.drawn.marks import APPLICANT, NEW_APPLICANT, mark_of_filling
from amendments.drawn.panel import Group, Panel, by_period, heading
from amendments.drawn.words import body_name, who_fills
from amendments.languages import LANGUAGES
from amendments.models import Applicant, Appointment, Certainty, Period
from amendments.texts import text_in

_GAP = 0.8  # Between members filled in different ways, in seats
_APART = 0.9  # Between applicants, in seats
_REACH = 0.66  # How far towards the middle the rays of the applicants go


def member_panels(appointments: Iterable[Appointment]) -> list[Panel]:
    """Draw a body by who fills its places, in each period.

    A period in which one number of places is not known is told in words, without a picture.
    """
    drawn = []
    for period, found in by_period(appointments):
        body = next((one.institution for one in found if one.institution), None)
        if body is None:
            continue
        drawn.append((period, body, found, half_ring([one.places or 0 for one in found], _GAP)))
    widest = max((seating.radius for *_rest, seating in drawn), default=0)
    return [
        Panel(
            "ring",
            f"{body.slug}-{period.value}",
            heading(period),
            body_name(body),
            sum(one.places or 0 for one in found),
            gettext("members"),
            seating.frame(widest).view_box,
            [_group(one, path(dots)) for one, dots in zip(found, seating.groups, strict=True)],
            picture=all(one.places for one in found),
        )
        for period, body, found, seating in drawn
    ]


def applicant_panels(applicants: Iterable[Applicant]) -> list[Panel]:
    """Draw who could turn to a body, one dot for each; those new in 2022 differ."""
    listed = list(applicants)
    new_in_2022 = _names(listed, Period.AFTER) - _names(listed, Period.BEFORE)
    if not _names(listed, Period.BEFORE):
        new_in_2022 = set()  # Nothing to compare with
    drawn = [
        (period, found, half_ring([1] * len(found), _APART)) for period, found in by_period(listed)
    ]
    widest = max((seating.radius for *_rest, seating in drawn), default=0)
    return [
        Panel(
            "ring",
            f"applicants-{period.value}",
            heading(period),
            body_name(found[0].institution),
            len(found),
            gettext("applicants"),
            seating.frame(widest).view_box,
            [
                Group(
                    NEW_APPLICANT if _name(one) in new_in_2022 else APPLICANT,
                    path(dots),
                    text_in(get_language(), one, "who"),
                    more=gettext("new in 2022") if _name(one) in new_in_2022 else "",
                )
                for one, dots in zip(found, seating.groups, strict=True)
            ],
            lines=rays([dot for dots in seating.groups for dot in dots], seating.radius * _REACH),
        )
        for period, found, seating in drawn
    ]


def _group(one: Appointment, drawn: str) -> Group:
    unsure = one.certainty != Certainty.HIGH
    return Group(
        mark_of_filling(one),
        drawn,
        text_in(get_language(), one, "post"),
        one.places,
        more=who_fills(one),
        note=text_in(get_language(), one, "note"),
        certainty=one.get_certainty_display() if unsure else "",
    )


def _name(applicant: Applicant) -> tuple[str | None, ...]:
    return tuple(getattr(applicant, f"who_{language}") for language in LANGUAGES)


def _names(applicants: list[Applicant], period: Period) -> set[tuple[str | None, ...]]:
    return {_name(one) for one in applicants if one.period == period}
