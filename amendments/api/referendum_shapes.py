"""What is told of a vote: the question, the rule, the numbers, the regions, what was said of it."""

from typing import Any

from rest_framework import serializers

from amendments.api.fields import (
    ApiUrl,
    ChoiceOrNull,
    Heading,
    HeadingLanguage,
    ReaderUrl,
    Resource,
    Translated,
    sources,
)
from amendments.api.out_of_date import HeadingOutOfDate
from amendments.models import Certainty, ReferendumPoint, RegionResult, Result, ResultCount


def share(help_text: str = "") -> serializers.DecimalField:
    """A number of per cent, or null where it is not known."""
    return serializers.DecimalField(
        max_digits=5, decimal_places=2, allow_null=True, help_text=help_text
    )


def certainty() -> ChoiceOrNull:
    return ChoiceOrNull(Certainty.choices, help_text="Null: not rated.")


class ListedReferendum(Resource):
    """A nationwide vote. Shares are in per cent; a bound must be passed, not reached."""

    slug = serializers.CharField()
    name = Heading("name")
    language = HeadingLanguage("name")
    out_of_date = HeadingOutOfDate("name")
    held_on = serializers.DateField()
    law = serializers.CharField(source="law.slug", default=None, allow_null=True)
    constitution = serializers.CharField(source="constitution.slug", default=None, allow_null=True)
    in_short = Translated()
    question = Translated(help_text="The question on the ballot.")
    changed = serializers.DateTimeField(allow_null=True)
    url = ReaderUrl()
    api_url = ApiUrl("referendum-detail")


class BallotOptionShape(serializers.Serializer[Any]):
    key = serializers.CharField()
    text = Heading("text")
    language = HeadingLanguage("text")
    out_of_date = HeadingOutOfDate("text")


class CountShape(serializers.Serializer[Any]):
    """One number of a result: how many, and what share of whom."""

    counted = serializers.ChoiceField(choices=ResultCount.Counted.choices)
    count = serializers.IntegerField(allow_null=True)
    share = share()
    share_of = ChoiceOrNull(ResultCount.ShareOf.choices)
    ours = serializers.BooleanField(help_text="Our own arithmetic, from the official numbers.")
    certainty = certainty()
    note = Translated()


class ResultShape(serializers.Serializer[Any]):
    """One set of numbers of a vote; never mix one with another."""

    slug = serializers.CharField()
    stage = serializers.ChoiceField(choices=Result.Stage.choices)
    title = Heading()
    language = HeadingLanguage()
    out_of_date = HeadingOutOfDate()
    status = Translated(help_text="What these numbers are.")
    resolution_number = serializers.CharField(allow_blank=True)
    resolution_date = serializers.DateField(allow_null=True)
    published_on = serializers.DateField(allow_null=True)
    regions_in_favour = serializers.IntegerField(allow_null=True)
    certainty = certainty()
    note = Translated()
    counts = CountShape(many=True, source="counts.all")


class RegionShape(serializers.Serializer[Any]):
    """How one region, city of republican significance or the capital voted."""

    slug = serializers.CharField()
    kind = serializers.ChoiceField(choices=RegionResult.Kind.choices)
    name = Heading("name")
    language = HeadingLanguage("name")
    out_of_date = HeadingOutOfDate("name")
    column = serializers.IntegerField(help_text="Of its tile on the map, from 1, west to east.")
    row = serializers.IntegerField(help_text="Of its tile on the map, from 1, north to south.")
    entitled = serializers.IntegerField(allow_null=True)
    took_part_preliminary = serializers.IntegerField(allow_null=True)
    turnout_preliminary = share()
    turnout_final = share()
    yes_share = share("Preliminary.")
    yes_share_over = share("More than this said yes; all we know where a bound was reported.")
    no_share = share("Preliminary.")
    invalid_share = share("Preliminary.")
    both_marked_share = share("Preliminary: both options marked.")
    yes_majority = serializers.BooleanField(allow_null=True)
    no_share_above_average = serializers.BooleanField(allow_null=True)
    certainty = certainty()
    note = Translated()


class PointShape(serializers.Serializer[Any]):
    """One thing worth telling of a vote: its legal basis, who watched, who criticised."""

    slug = serializers.CharField()
    kind = serializers.ChoiceField(choices=ReferendumPoint.Kind.choices)
    title = Translated()
    who = Translated(help_text="Who says so.")
    text = Translated()
    finding = Translated(help_text="What an observer concluded.")
    date = serializers.DateField(allow_null=True)
    allegation = serializers.BooleanField(
        help_text="A claim that no record we read supports or answers."
    )
    certainty = certainty()
    note = Translated()
    sources = sources()


class WholeReferendum(ListedReferendum):
    """A vote with its rule as the law has it and as the press told it, results and regions."""

    question_note = Translated()
    reported_question = Translated(help_text="The question as the press gave it.")
    options = BallotOptionShape(many=True, source="options.all")
    options_note = Translated()
    turnout_rule = Translated(help_text="When the vote is valid.")
    adoption_rule = Translated(help_text="When the changes are adopted.")
    rule_base = Translated(help_text="Whom the percentages count.")
    turnout_over = share("Turnout must pass this.")
    yes_over = share("The share of yes must pass this.")
    regions_total = serializers.IntegerField(allow_null=True)
    regions_needed = serializers.IntegerField(allow_null=True)
    regions_needed_note = Translated()
    reported_rule = Translated(help_text="The rule as the press told it.")
    reported_yes_over = share("Yes of all entitled must pass this, as reported.")
    reported_regions_needed = serializers.IntegerField(allow_null=True)
    rule_difference = Translated(help_text="How the two differ.")
    reported_rule_outcome = Translated(help_text="The result under the reported rule.")
    amendments_count = serializers.IntegerField(
        allow_null=True, help_text="Changes by the official count, which is not ours."
    )
    articles_changed = serializers.IntegerField(allow_null=True)
    articles_total = serializers.IntegerField(allow_null=True)
    count_note = Translated()
    certainty = certainty()
    note = Translated()
    results = ResultShape(many=True, source="results.all")
    regions = RegionShape(many=True, source="regions.all")
    points = PointShape(many=True, source="points.all")
    sources = sources()
