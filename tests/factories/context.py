"""The explaining material: events, voices, points of the press report, words, bodies."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from amendments.models import (
    Appointment,
    Event,
    FactCheck,
    Institution,
    InstitutionNumber,
    State,
    Term,
    Voice,
)
from tests.factories.law import TopicFactory


class EventFactory(DjangoModelFactory):
    class Meta:
        model = Event

    slug = factory.Sequence(lambda n: f"event-{n}")
    date = date(2022, 6, 8)
    phase = Event.Phase.REFERENDUM
    title_en = "Something happened"
    text_en = "It happened so."
    certainty = "high"
    state = State.PUBLISHED


class VoiceFactory(DjangoModelFactory):
    class Meta:
        model = Voice

    slug = factory.Sequence(lambda n: f"voice-{n}")
    person_en = "A. Analyst"
    role_en = "Analyst at an institute"
    group = Voice.Group.ANALYST_DOMESTIC
    stance = Voice.Stance.SUPPORTIVE
    point_en = "It is a good beginning."
    date = date(2022, 6, 1)
    state = State.PUBLISHED


class FactCheckFactory(DjangoModelFactory):
    class Meta:
        model = FactCheck

    slug = factory.Sequence(lambda n: f"checked-{n}")
    position = factory.Sequence(lambda n: n + 1)
    topic = factory.SubFactory(TopicFactory)
    title_en = "A number"
    report_claim_en = "It was ten."
    record_en = "It was eleven."
    verdict = FactCheck.Verdict.DIFFERS
    certainty = "high"
    state = State.PUBLISHED


class TermFactory(DjangoModelFactory):
    class Meta:
        model = Term

    slug = factory.Sequence(lambda n: f"term-{n}")
    name_kk = "әкім"
    name_ru = "аким"
    name_en = "Akim"
    definition_en = "The head of a region."
    state = State.PUBLISHED


class InstitutionFactory(DjangoModelFactory):
    class Meta:
        model = Institution
        django_get_or_create = ["slug"]

    slug = "court"
    position = 1
    name_en = factory.LazyAttribute(lambda institution: institution.slug.title())
    what_en = "It judges."
    before_en = "It had seven members."
    after_en = "It had eleven members."
    certainty = "high"
    state = State.PUBLISHED


class InstitutionNumberFactory(DjangoModelFactory):
    class Meta:
        model = InstitutionNumber

    institution = factory.SubFactory(InstitutionFactory)
    position = factory.Sequence(lambda n: n + 1)
    counted = InstitutionNumber.Counted.MEMBERS
    period = "after"
    value = 11


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    slug = factory.Sequence(lambda n: f"appointment-{n}")
    position = factory.Sequence(lambda n: n + 1)
    institution = factory.SubFactory(InstitutionFactory)
    by = factory.SubFactory(InstitutionFactory, slug="president")
    period = "after"
    post_en = "Judge"
    places = 1
    certainty = "high"
    state = State.PUBLISHED
