"""One state body before and after 2022 and since 2026: its rules, numbers and posts."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from amendments.models import Applicant, Appointment, Institution, InstitutionNumber, Period
from amendments.source_use import SourceUse, source_uses
from amendments.with_sources import with_sources

Counted = InstitutionNumber.Counted

# What a house is made of; drawn only where these add up to the number of its seats
SEATS_BY_ORIGIN = (
    Counted.PARTY_LIST_SEATS,
    Counted.DISTRICT_SEATS,
    Counted.ELECTED_SEATS,
    Counted.ASSEMBLY_SEATS,
    Counted.APPOINTED_SEATS,
)


@dataclass(frozen=True)
class Part:
    """A part of a body as it is drawn: so many places of one origin, with a mark of their own."""

    mark: int
    places: int
    number: InstitutionNumber | None = None
    post: Appointment | None = None


@dataclass(frozen=True)
class BodyInPeriod:
    """A body under one set of rules. `field` names its description, which may be empty."""

    period: Period
    field: str
    parts: list[Part]
    posts: list[Appointment]
    fills: list[Appointment]
    consents: list[Appointment]
    applicants: list[Applicant]

    @property
    def is_past(self) -> bool:
        return self.period != Period.SINCE_2026


@dataclass(frozen=True)
class NumberRow:
    """One thing counted, in each of the three periods; None where we do not know."""

    name: str
    values: list[InstitutionNumber | None]


class InstitutionPage:
    """What the page of one body shows; the body comes with its sources, numbers and applicants."""

    def __init__(self, institution: Institution) -> None:
        self.institution = institution
        self.headings = list(Period)

    @cached_property
    def periods(self) -> list[BodyInPeriod]:
        return [self._in(period) for period in Period]

    @cached_property
    def numbers(self) -> list[NumberRow]:
        rows: dict[str, dict[str, InstitutionNumber]] = {}
        for number in self.institution.numbers.all():
            rows.setdefault(number.get_counted_display(), {})[number.period] = number
        return [NumberRow(name, [row.get(p) for p in Period]) for name, row in rows.items()]

    @property
    def notes_on_numbers(self) -> list[InstitutionNumber]:
        return [number for number in self.institution.numbers.all() if number.note or number.ours]

    @cached_property
    def sources(self) -> list[SourceUse]:
        citations = list(self.institution.citations.all())
        for appointment in self._appointments:
            citations += appointment.citations.all()
        return source_uses(citations)

    @cached_property
    def _appointments(self) -> list[Appointment]:
        """Posts in this body, and posts elsewhere that it fills or agrees to."""
        ours = Q(institution=self.institution)
        by_us = Q(by=self.institution) | Q(consent_of=self.institution)
        return list(
            with_sources(Appointment.objects.published().filter(ours | by_us).for_diagram())
        )

    def _in(self, period: Period) -> BodyInPeriod:
        us = self.institution.pk
        found = [a for a in self._appointments if a.period == period]
        posts = [a for a in found if a.institution_id == us]
        return BodyInPeriod(
            period=period,
            field=period.value.replace("-", "_"),
            parts=self._parts(period, posts),
            posts=posts,
            fills=[a for a in found if a.by_id == us and a.institution_id != us],
            consents=[a for a in found if a.consent_of_id == us],
            applicants=[a for a in self.institution.applicants.all() if a.period == period],
        )

    def _parts(self, period: Period, posts: list[Appointment]) -> list[Part]:
        """Return what the body was made of, if that is all of it: else nothing is drawn."""
        numbers = {n.counted: n for n in self.institution.numbers.all() if n.period == period}
        whole = numbers.get(Counted.SEATS) or numbers.get(Counted.MEMBERS)
        if whole is None:
            return []
        seats = [numbers[origin] for origin in SEATS_BY_ORIGIN if origin in numbers]
        parts = [Part(i, n.value, number=n) for i, n in enumerate(seats, start=1)] or [
            Part(i, post.places or 0, post=post) for i, post in enumerate(posts, start=1)
        ]
        return parts if sum(part.places for part in parts) == whole.value else []
