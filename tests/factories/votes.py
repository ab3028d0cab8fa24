"""The referendum of 2022, its numbers and regions, and what became of its rules."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from amendments.models import (
    Citation,
    Novelty,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    ResultCount,
    Source,
    State,
    Statement,
    Successor,
)
from tests.factories.law import AmendingLawFactory, AmendmentFactory


class ReferendumFactory(DjangoModelFactory):
    class Meta:
        model = Referendum
        django_get_or_create = ["slug"]

    slug = "2022-06"
    held_on = date(2022, 6, 5)
    law = factory.SubFactory(AmendingLawFactory)
    name_en = "Referendum on amendments"
    question_kk = "Қабылдайсыз ба?"
    question_ru = "Принимаете ли Вы?"
    question_en = "Do you accept?"
    turnout_rule_en = "More than half of all entitled."
    adoption_rule_en = "More than half in two thirds of the regions."
    reported_rule_en = "50% + 1 of all registered voters."
    turnout_over = 50
    yes_over = 50
    regions_total = 17
    regions_needed = 12
    reported_yes_over = 50
    reported_regions_needed = 12
    certainty = "high"
    state = State.PUBLISHED


class ResultFactory(DjangoModelFactory):
    """The final result, with the numbers of 2022 unless `counts` gives others."""

    class Meta:
        model = Result
        skip_postgeneration_save = True

    referendum = factory.SubFactory(ReferendumFactory)
    slug = "2022-06-final"
    stage = Result.Stage.FINAL
    position = 1
    title_en = "Final result"
    resolution_number = "47/506"
    resolution_date = date(2022, 6, 7)
    regions_in_favour = 17
    certainty = "high"

    @factory.post_generation
    def counts(result: Any, create: bool, given: dict[str, int] | None, **kwargs: Any) -> None:
        shares = {"took-part": ("68.05", "entitled"), "yes": ("77.18", "took-part")}
        for position, (counted, count) in enumerate((given or THE_VOTE).items(), start=1):
            share, share_of = shares.get(counted, (None, ""))
            ResultCount.objects.create(
                result=result,
                position=position,
                counted=counted,
                count=count,
                share=share,
                share_of=share_of,
            )


THE_VOTE = {
    "entitled": 11_734_642,
    "took-part": 7_985_769,
    "yes": 6_163_516,
    "no": 1_490_470,
    "both-marked": 125_859,
    "invalid": 205_924,
}


class RegionResultFactory(DjangoModelFactory):
    class Meta:
        model = RegionResult

    referendum = factory.SubFactory(ReferendumFactory)
    slug = factory.Sequence(lambda n: f"region-{n}")
    kind = RegionResult.Kind.REGION
    name_en = factory.LazyAttribute(lambda region: region.slug.title())
    column = factory.Sequence(lambda n: n % 5 + 1)
    row = factory.Sequence(lambda n: n // 5 + 1)
    certainty = "medium"


class ReferendumPointFactory(DjangoModelFactory):
    class Meta:
        model = ReferendumPoint

    referendum = factory.SubFactory(ReferendumFactory)
    slug = factory.Sequence(lambda n: f"point-{n}")
    kind = ReferendumPoint.Kind.CRITICISM
    position = factory.Sequence(lambda n: n + 1)
    who_en = "Somebody"
    text_en = "Something was said."
    state = State.PUBLISHED


class SuccessorFactory(DjangoModelFactory):
    class Meta:
        model = Successor

    amendment = factory.SubFactory(AmendmentFactory)
    slug = factory.LazyAttribute(lambda successor: successor.amendment.slug)
    fate = Successor.Fate.CARRIED_OVER
    articles = factory.LazyAttribute(lambda s: "" if s.fate == "dropped" else "17(3)")
    difference_en = "Only the number differs."
    certainty = "high"
    state = State.PUBLISHED


class NoveltyFactory(DjangoModelFactory):
    class Meta:
        model = Novelty

    slug = factory.Sequence(lambda n: f"novelty-{n}")
    position = factory.Sequence(lambda n: n + 1)
    articles = "49"
    text_en = "There is a Vice-President."
    state = State.PUBLISHED


class StatementFactory(DjangoModelFactory):
    class Meta:
        model = Statement

    slug = factory.Sequence(lambda n: f"statement-{n}")
    page = Statement.Page.SINCE_2026
    kind = Statement.Kind.UNKNOWN
    position = factory.Sequence(lambda n: n + 1)
    title_en = "An open question"
    text_en = "It is not known."
    state = State.PUBLISHED


def cite(text: Any, slug: str = "gazette", claim: str = "") -> Citation:
    """Give a text a source."""
    source, _made = Source.objects.get_or_create(slug=slug, defaults={"publisher_en": slug.title()})
    return Citation.objects.create(source=source, text=text, claim=claim)
