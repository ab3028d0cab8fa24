from typing import Any

from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from amendments.addresses import address
from amendments.api.fields import (
    ApiUrl,
    Heading,
    HeadingLanguage,
    PublicSlug,
    ReaderUrl,
    Resource,
    Slugs,
    Translated,
    sources,
)
from amendments.api.law_texts import LawText, StatusOnDay, before_and_after, status_of_amendment
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.days import today
from amendments.models import Amendment, Certainty, Kind, Successor
from amendments.texts import texts_in


class ListedAmendment(Resource):
    """What one amending law did to one provision."""

    slug = serializers.CharField()
    law = serializers.CharField(source="law.slug", help_text="Slug of the amending law.")
    article = serializers.CharField(
        source="provision.article.number",
        default=None,
        allow_null=True,
        help_text="Number of the article; null for the heading of a section.",
    )
    provision = serializers.CharField(source="provision.slug")
    address = serializers.SerializerMethodField(help_text="Where the provision stands, in words.")
    kind = serializers.ChoiceField(choices=Kind.choices)
    topic = PublicSlug("topic")
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    in_short = Translated()
    in_force_from = serializers.DateField(help_text="First day of the new text.")
    in_force_until = serializers.DateField(
        allow_null=True, help_text="First day on which the new text was law no longer."
    )
    applied_from = serializers.DateField(
        allow_null=True, help_text="Where it was first applied later than it was in force."
    )
    status = serializers.SerializerMethodField(help_text="How the new text stands on the day.")
    changed = serializers.DateTimeField(
        allow_null=True, help_text="When what we say of it was last written or rewritten."
    )
    url = ReaderUrl()
    api_url = ApiUrl("amendment-detail")
    redline_url = ApiUrl("amendment-redline", help_text="What was struck and added.")

    def get_address(self, amendment: Amendment) -> str:
        return address(amendment.provision)

    @extend_schema_field(StatusOnDay)
    def get_status(self, amendment: Amendment) -> dict[str, Any]:
        return status_of_amendment(amendment, self.context["on"] or today())


class KeyFactShape(serializers.Serializer[Any]):
    text = Heading("text")
    language = HeadingLanguage("text")
    out_of_date = HeadingOutOfDate("text")


class MisconceptionShape(serializers.Serializer[Any]):
    """What people often believe of a change, and what is true instead."""

    slug = serializers.CharField()
    belief = Translated()
    correction = Translated()


class SuccessorOfAmendment(serializers.Serializer[Any]):
    """What became of the rule in the 2026 Constitution."""

    slug = serializers.CharField()
    fate = serializers.ChoiceField(choices=Successor.Fate.choices)
    api_url = ApiUrl("successor-detail")


class WholeAmendment(ListedAmendment):
    """An amendment with both texts, our explanation and the sources of each claim."""

    before = serializers.SerializerMethodField(
        help_text="The text before; null where the law had none (added).", allow_null=True
    )
    after = serializers.SerializerMethodField(
        help_text="The text after; null where the law has none (repealed).", allow_null=True
    )
    what_changed = Translated()
    why_it_matters = Translated()
    who_it_touches = Translated()
    what_came_later = Translated()
    in_force_note = Translated()
    note = Translated(help_text="How we know the texts.")
    certainty = serializers.ChoiceField(choices=Certainty.choices)
    key_facts = KeyFactShape(many=True, source="key_facts.all")
    misconceptions = MisconceptionShape(many=True, source="misconceptions.all")
    terms = Slugs()
    successor = serializers.SerializerMethodField(
        help_text="What became of the rule in 2026, where that is told.", allow_null=True
    )
    sources = sources()

    @extend_schema_field(LawText)
    def get_before(self, amendment: Amendment) -> Any:
        return self._texts(amendment)[0]

    @extend_schema_field(LawText)
    def get_after(self, amendment: Amendment) -> Any:
        return self._texts(amendment)[1]

    @extend_schema_field(SuccessorOfAmendment)
    def get_successor(self, amendment: Amendment) -> Any:
        successor = getattr(amendment, "successor", None)
        if successor is None or not successor.is_public():
            return None
        return SuccessorOfAmendment(successor, context={**self.context, "fields": []}).data

    def _texts(self, amendment: Amendment) -> Any:
        if not hasattr(self, "_read"):
            others = Amendment.objects.published().filter(provision=amendment.provision_id)
            earlier = others.filter(in_force_from__lt=amendment.in_force_from)
            self._read = before_and_after(
                amendment,
                texts_in(get_language(), amendment),
                earlier.order_by("-in_force_from").first(),
                self.context["on"] or today(),
                self.context,
            )
        return self._read
