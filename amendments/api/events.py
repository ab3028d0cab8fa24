from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Translated,
    sources,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.parameters import by_choice
from amendments.api.viewset import Collection
from amendments.models import Certainty, Event, Precision
from amendments.with_sources import with_sources


class ListedEvent(Resource):
    """One entry of the timeline, 1993 to 2026."""

    slug = serializers.CharField()
    date = serializers.DateField(help_text="Only as good as `precision` says.")
    precision = serializers.ChoiceField(choices=Precision.choices)
    phase = serializers.ChoiceField(choices=Event.Phase.choices)
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    text = Translated()
    law_number = serializers.CharField(allow_blank=True)
    needs_check = serializers.BooleanField(
        help_text="Announced but not confirmed: never tell it as a fact."
    )
    certainty = serializers.ChoiceField(choices=Certainty.choices)
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("event-detail")


class WholeEvent(ListedEvent):
    """One entry of the timeline, with how we know."""

    note = Translated()
    sources = sources()


class Events(Collection):
    """The timeline: what led to the reform of 2022, the vote, and what came after."""

    model = Event
    shapes = (ListedEvent, WholeEvent)
    filters: ClassVar = {"phase": by_choice(Event.Phase.values, "phase", "Only this phase.")}
    orders: ClassVar = {"date": ["date", "position"], "slug": ["slug"]}

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(rows)
