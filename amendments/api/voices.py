from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    ChoiceOrNull,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Slugs,
    Translated,
    sources,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.api.parameters import by_choice, by_slug
from amendments.api.viewset import Collection
from amendments.models import Certainty, Precision, Topic, Voice
from amendments.with_sources import with_sources


class ListedVoice(Resource):
    """What a named person or body said, retold in our words.

    The stance is our reading of that statement, not of the person.
    """

    slug = serializers.CharField()
    person = Heading("person")
    language = HeadingLanguage("person")
    out_of_date = HeadingOutOfDate("person")
    role = Translated(help_text="The role held at the time.")
    group = serializers.ChoiceField(choices=Voice.Group.choices)
    stance = serializers.ChoiceField(choices=Voice.Stance.choices)
    about = serializers.ChoiceField(choices=Voice.About.choices)
    point = Translated()
    quote = Translated(help_text="A few of the words themselves.")
    topics = Slugs()
    on_process = serializers.BooleanField(help_text="On how the vote came about.")
    on_geopolitics = serializers.BooleanField(help_text="On the world around it.")
    date = serializers.DateField(help_text="Only as good as `precision` says.")
    precision = serializers.ChoiceField(choices=Precision.choices)
    certainty = ChoiceOrNull(Certainty.choices, help_text="Null: not rated.")
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("voice-detail")


class WholeVoice(ListedVoice):
    """What a named person or body said, with where."""

    date_note = Translated()
    sources = sources()


class Voices(Collection):
    """What named people and bodies said for and against, with date, role and source."""

    model = Voice
    shapes = (ListedVoice, WholeVoice)
    filters: ClassVar = {
        "stance": by_choice(Voice.Stance.values, "stance", "Only statements of this stance."),
        "group": by_choice(Voice.Group.values, "group", "Only statements of this group."),
        "about": by_choice(Voice.About.values, "about", "Only statements about this."),
        "topic": by_slug(Topic, "topics", "Only statements on this topic."),
    }
    orders: ClassVar = {"date": ["date", "slug"], "slug": ["slug"]}

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.prefetch_related(Prefetch("topics", Topic.objects.published()))

    def for_detail(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return with_sources(self.for_list(rows))
