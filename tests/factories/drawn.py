"""Bodies, numbers, posts, steps and voices: what the drawings and the topics show."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from amendments.models import (
    Applicant,
    Appointment,
    Institution,
    InstitutionNumber,
    LawmakingStep,
    State,
    Voice,
)


class InstitutionFactory(DjangoModelFactory):
    class Meta:
        model = Institution
        django_get_or_create = ["slug"]

    slug = "mazhilis"
    position = 1
    name_en = factory.LazyAttribute(lambda body: body.slug.replace("-", " ").capitalize())
    what_en = "A body."
    before_en = "It was."
    after_en = "It was."
    certainty = "high"
    state = State.PUBLISHED


class InstitutionNumberFactory(DjangoModelFactory):
    class Meta:
        model = InstitutionNumber

    institution = factory.SubFactory(InstitutionFactory)
    position = factory.Sequence(int)
    counted = "seats"
    period = "before"
    value = 107


class ApplicantFactory(DjangoModelFactory):
    class Meta:
        model = Applicant

    institution = factory.SubFactory(InstitutionFactory, slug="constitutional-council")
    position = factory.Sequence(int)
    period = "before"
    who_en = "President"


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    institution = factory.SubFactory(InstitutionFactory, slug="supreme-audit-chamber")
    by = factory.SubFactory(InstitutionFactory, slug="president")
    position = factory.Sequence(int)
    slug = factory.LazyAttribute(lambda one: f"{one.period}-post-{one.position}")
    period = "before"
    post_en = "Member"
    places = 3
    certainty = "high"
    state = State.PUBLISHED


class LawmakingStepFactory(DjangoModelFactory):
    class Meta:
        model = LawmakingStep

    actor = factory.SubFactory(InstitutionFactory)
    law_kind = "ordinary"
    period = "before"
    position = factory.Sequence(int)
    slug = factory.LazyAttribute(lambda step: f"{step.law_kind}-{step.period}-{step.position}")
    title_en = "Adoption by the chamber"
    articles = "61(4)"
    certainty = "high"
    state = State.PUBLISHED


class VoiceFactory(DjangoModelFactory):
    class Meta:
        model = Voice
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"voice-{n}")
    person_en = "A Person"
    role_en = "Lawyer"
    group = "analyst-domestic"
    stance = "supportive"
    point_en = "It was a good step."
    date = date(2022, 5, 16)
    state = State.PUBLISHED

    @factory.post_generation
    def topics(self, create, topics, **kwargs):
        if create and topics:
            self.topics.set(topics)
