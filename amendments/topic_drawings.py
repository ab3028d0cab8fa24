"""Which drawings belong to which topic, and the rows they are drawn from."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from amendments.models import (
    Applicant,
    Appointment,
    Institution,
    InstitutionNumber,
    LawmakingStep,
)


@dataclass(frozen=True)
class Wanted:
    """What a topic draws: bodies by their slugs; `everyone` draws the posts of all bodies."""

    lower_chambers: tuple[str, ...] = ()
    upper_chambers: tuple[str, ...] = ()
    members_of: tuple[str, ...] = ()
    posts_of: tuple[str, ...] = ()
    everyone: bool = False
    applicants_to: tuple[str, ...] = ()
    lawmaking: bool = False


_LOWER = ("mazhilis", "kurultai-parliament")
_COURT = ("constitutional-council", "constitutional-court")

WANTED = {
    "president": Wanted(everyone=True),
    "parliament": Wanted(lower_chambers=_LOWER, upper_chambers=("senate",)),
    "elections": Wanted(lower_chambers=_LOWER),
    "lawmaking": Wanted(lawmaking=True),
    "audit": Wanted(members_of=("supreme-audit-chamber",)),
    "constitutional-court": Wanted(members_of=_COURT, applicants_to=_COURT),
    "judiciary": Wanted(posts_of=("supreme-judicial-council", "supreme-court")),
    "prosecutor-ombudsman": Wanted(posts_of=("prosecutor-general", "ombudsman")),
    "local-government": Wanted(posts_of=("akim",)),
}


class TopicDrawings:
    """The rows a topic's drawings show; each kind costs a query, and only if it is drawn."""

    def __init__(self, slug: str) -> None:
        self.wanted = WANTED.get(slug, Wanted())

    @cached_property
    def _numbers(self) -> list[InstitutionNumber]:
        bodies = self.wanted.lower_chambers + self.wanted.upper_chambers
        return list(_of_bodies(InstitutionNumber.objects.all(), bodies)) if bodies else []

    @property
    def lower_chambers(self) -> list[InstitutionNumber]:
        return [n for n in self._numbers if n.institution.slug in self.wanted.lower_chambers]

    @property
    def senate(self) -> list[InstitutionNumber]:
        return [n for n in self._numbers if n.institution.slug in self.wanted.upper_chambers]

    @cached_property
    def _appointments(self) -> list[Appointment]:
        bodies = self.wanted.members_of + self.wanted.posts_of
        if not bodies and not self.wanted.everyone:
            return []
        appointments = Appointment.objects.published().for_diagram()
        if not self.wanted.everyone:
            appointments = appointments.filter(institution__slug__in=bodies)
        return list(appointments)

    @property
    def members(self) -> list[Appointment]:
        return self._appointments if self.wanted.members_of else []

    @property
    def posts(self) -> list[Appointment]:
        return [] if self.wanted.members_of else self._appointments

    @cached_property
    def applicants(self) -> list[Applicant]:
        bodies = self.wanted.applicants_to
        return list(_of_bodies(Applicant.objects.all(), bodies)) if bodies else []

    @cached_property
    def steps(self) -> list[LawmakingStep]:
        if not self.wanted.lawmaking:
            return []
        return list(LawmakingStep.objects.published().select_related("actor"))

    @property
    def any(self) -> bool:
        return bool(self._numbers or self._appointments or self.applicants or self.steps)

    @property
    def cited(self) -> Q:
        """The citations that the drawings rest on; of a body only those for what is drawn."""
        bodies = {number.institution_id for number in self._numbers}
        bodies |= {applicant.institution_id for applicant in self.applicants}
        drawn_of_bodies = Q(claim__in=["", "numbers" if self._numbers else "applicants"])
        return (
            (_cited_by(Institution, bodies) & drawn_of_bodies)
            | _cited_by(Appointment, {one.pk for one in self._appointments})
            | _cited_by(LawmakingStep, {step.pk for step in self.steps})
        )


def _of_bodies(rows: Any, slugs: tuple[str, ...]) -> Any:
    """Keep what belongs to these bodies, as far as they are published."""
    bodies = Institution.objects.published().filter(slug__in=slugs)
    return rows.filter(institution__in=bodies).select_related("institution")


def _cited_by(kind: type[models.Model], keys: Collection[int]) -> Q:
    """Return the filter for citations of these texts; for none of them, one that nothing meets."""
    if not keys:
        return Q(pk__in=[])
    return Q(content_type=ContentType.objects.get_for_model(kind), object_id__in=keys)
