from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    PublicSlug,
    ReaderUrl,
    Resource,
    Translated,
    sources,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.viewset import Collection
from amendments.models import (
    Appointment,
    Certainty,
    Institution,
    InstitutionNumber,
    Period,
)
from amendments.with_sources import with_sources


class ListedInstitution(Resource):
    """A state body or office."""

    slug = serializers.CharField()
    name = Heading("name")
    language = HeadingLanguage("name")
    out_of_date = HeadingOutOfDate("name")
    what = Translated(help_text="What it is.")
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("institution-detail")


class NumberShape(serializers.Serializer[Any]):
    """One number of a body in one period: seats, judges, years of a term."""

    counted = serializers.ChoiceField(choices=InstitutionNumber.Counted.choices)
    period = serializers.ChoiceField(choices=Period.choices)
    value = serializers.IntegerField()
    ours = serializers.BooleanField(help_text="Follows from the rule by our arithmetic.")
    note = Translated()


class ApplicantShape(serializers.Serializer[Any]):
    """Who could turn to the body in one period."""

    period = serializers.ChoiceField(choices=Period.choices)
    who = Translated()


class AppointmentShape(serializers.Serializer[Any]):
    """Who fills a post, on whose proposal and with whose consent, in one period."""

    slug = serializers.CharField()
    period = serializers.ChoiceField(choices=Period.choices)
    post = Heading("post")
    language = HeadingLanguage("post")
    out_of_date = HeadingOutOfDate("post")
    places = serializers.IntegerField(allow_null=True)
    act = serializers.ChoiceField(choices=Appointment.Act.choices)
    by = PublicSlug("by", help_text="Slug of an institution.")
    proposed_by = PublicSlug("proposed_by")
    consent_of = PublicSlug("consent_of")
    articles = serializers.CharField(allow_blank=True)
    certainty = serializers.ChoiceField(choices=Certainty.choices)
    note = Translated()


class WholeInstitution(ListedInstitution):
    """A state body: before and after 2022, and since 2026."""

    before = Translated(help_text="Up to 7 June 2022.")
    after = Translated(help_text="Then, up to 30 June 2026.")
    since_2026 = Translated(help_text="Null: we do not know.")
    details = Translated(help_text="Further facts, one a line.")
    certainty = serializers.ChoiceField(choices=Certainty.choices)
    note = Translated()
    numbers = NumberShape(many=True, source="numbers.all")
    applicants = ApplicantShape(many=True, source="applicants.all")
    appointments = AppointmentShape(
        many=True, source="appointments.all", help_text="Who fills the posts in it."
    )
    sources = sources()


class Institutions(Collection):
    """State bodies: how each was composed before and after 2022, and since 2026."""

    model = Institution
    shapes = (ListedInstitution, WholeInstitution)
    orders: ClassVar = {"position": ["position"], "slug": ["slug"]}

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        appointments = Appointment.objects.published().select_related(
            "by", "proposed_by", "consent_of"
        )
        return with_sources(rows).prefetch_related(
            "numbers", "applicants", Prefetch("appointments", appointments)
        )
