"""What the pages of the referendum of 5 June 2022 show, each with as few queries as it needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils.translation import gettext

from amendments.adoption_rule import Rule
from amendments.languages import LANGUAGES, NAMES
from amendments.models import (
    Certainty,
    Citation,
    Constitution,
    FactCheck,
    Referendum,
    ReferendumPoint,
    RegionResult,
    Result,
    Statement,
    Voice,
)
from amendments.source_use import SourceUse, source_uses
from amendments.with_sources import with_sources

REFERENDUM = "2022-06"

Kind = ReferendumPoint.Kind

# Which page tells which kind of point, in which order
HOW_IT_WAS_HELD = (Kind.LEGAL_BASIS, Kind.BALLOT, Kind.START, Kind.SCENE)
HOW_IT_WAS_COUNTED = (Kind.COUNTING,)
HOW_THE_REGIONS_VOTED = (Kind.COUNTRY, Kind.COUNTING)
WHAT_WAS_SAID = (
    Kind.OBSERVATION,
    Kind.DOMESTIC_OBSERVATION,
    Kind.CRITICISM,
    Kind.REPLY,
    Kind.STATEMENT,
)


@dataclass(frozen=True)
class PointsOfAKind:
    kind: Kind
    points: list[ReferendumPoint]

    @property
    def is_unrated(self) -> bool:
        """Whether none of these points is rated for certainty, and none is an allegation."""
        return not any(point.certainty or point.allegation for point in self.points)


@dataclass(frozen=True)
class Ballot:
    """What was asked in one language; `options` are the words beside the boxes."""

    language: str
    name: str
    question: str
    options: list[str]


class ReferendumPage:
    """The vote itself, and what stands beside it as a page asks for it.

    Raises Http404 while the referendum is not published. Without `with_citations` its sources
    are left out and cost nothing.
    """

    def __init__(self, *, with_citations: bool = False) -> None:
        votes: QuerySet[Referendum] = Referendum.objects.published().select_related(
            "law__constitution"
        )
        found = (with_sources(votes) if with_citations else votes).filter(slug=REFERENDUM).first()
        if found is None:
            raise Http404
        self.referendum = found

    @property
    def constitution(self) -> Constitution | None:
        return self.referendum.law.constitution if self.referendum.law else None

    @property
    def sources(self) -> list[SourceUse]:
        return source_uses(self.referendum.citations.all())

    @property
    def rule_sources(self) -> list[SourceUse]:
        """The sources of the two rules alone."""
        return source_uses(c for c in self.referendum.citations.all() if "rule" in c.claim)

    @cached_property
    def ballots(self) -> list[Ballot]:
        """The question and the boxes in every language there is, in the order of the languages."""
        options = list(self.referendum.options.all())
        return [
            Ballot(
                language,
                NAMES[language],
                question,
                [words for o in options if (words := getattr(o, f"text_{language}"))],
            )
            for language in LANGUAGES
            if (question := getattr(self.referendum, f"question_{language}"))
        ]

    @property
    def law_rule(self) -> Rule | None:
        """The rule as the law had it; None where we do not know it."""
        needed = self.referendum.regions_needed
        if needed is None:
            return None
        return Rule(needed, turnout_over=self.referendum.turnout_over)

    @property
    def reported_rule(self) -> Rule | None:
        """The rule as the press told it; None where it told none."""
        needed = self.referendum.reported_regions_needed
        if needed is None:
            return None
        return Rule(needed, yes_of_all_over=self.referendum.reported_yes_over)

    @cached_property
    def final(self) -> Result | None:
        results = self.referendum.results.filter(stage=Result.Stage.FINAL)
        return results.prefetch_related("counts").first()

    @cached_property
    def results(self) -> dict[str, list[Result]]:
        """All results by stage, with numbers and sources; stages are never mixed."""
        found: QuerySet[Result] = self.referendum.results.prefetch_related("counts")
        by_stage: dict[str, list[Result]] = {
            stage.value.replace("-", "_"): [] for stage in Result.Stage
        }
        for result in with_sources(found):
            by_stage[result.stage.replace("-", "_")].append(result)
        return by_stage

    @cached_property
    def regions(self) -> list[RegionResult]:
        return list(self.referendum.regions.all())

    @cached_property
    def statements(self) -> list[Statement]:
        return list(with_sources(Statement.objects.published().filter(page="referendum")))

    @cached_property
    def fact_checks(self) -> list[FactCheck]:
        return list(FactCheck.objects.published().filter(referendum=self.referendum))

    @property
    def voices(self) -> QuerySet[Voice]:
        """What was said of how the vote came about and of the world around it."""
        of_the_vote = Voice.objects.published().filter(on_process=True)
        of_the_world = Voice.objects.published().filter(on_geopolitics=True)
        found: QuerySet[Voice] = with_sources(of_the_vote | of_the_world)
        return found

    def points(self, kinds: Sequence[Kind]) -> list[PointsOfAKind]:
        """Return the published points of some kinds, with their sources, kind by kind."""
        found: list[ReferendumPoint] = list(
            with_sources(
                ReferendumPoint.objects.published().filter(
                    referendum=self.referendum, kind__in=kinds
                )
            )
        )
        by_kind = (PointsOfAKind(kind, [p for p in found if p.kind == kind]) for kind in kinds)
        return [group for group in by_kind if group.points]


class RegionsPage(ReferendumPage):
    """How the regions voted, as far as known, with the sources of all their numbers once."""

    @cached_property
    def regions(self) -> list[RegionResult]:
        cited = Prefetch("citations", Citation.objects.select_related("source"))
        return list(self.referendum.regions.prefetch_related(cited))

    @property
    def sources(self) -> list[SourceUse]:
        """The sources of all regions, each once, with the names of the numbers they give."""
        uses = source_uses(c for region in self.regions for c in region.citations.all())
        return [SourceUse(use.source, _named(use.claims)) for use in uses]

    @property
    def certainty(self) -> str:
        """The lowest certainty of any region; empty where there is none."""
        rated = {region.certainty for region in self.regions}
        return next((c.value for c in reversed(Certainty) if c in rated), "")

    @property
    def unknown_no_is_not_above_average(self) -> bool:
        """Whether all regions without a no share are known to lie at or below the country's."""
        unknown = [region for region in self.regions if region.no_share is None]
        return bool(unknown) and all(r.no_share_above_average is False for r in unknown)

    @property
    def all_said_yes(self) -> bool:
        return bool(self.regions) and all(region.yes_majority for region in self.regions)


def _named(claims: Iterable[str]) -> list[str]:
    """Name what a source supports of a region, in the page's language, each once."""
    names = {
        "turnout_preliminary": gettext("turnout of the evening"),
        "turnout_final": gettext("final turnout"),
        "yes_share": gettext("share of yes"),
        "yes_share_over": gettext("share of yes"),
        "no_share": gettext("share of no"),
        "no_share_above_average": gettext("whether no was above the country’s"),
        "entitled": gettext("number of voters"),
        "took_part_preliminary": gettext("number of voters"),
        "invalid_share": gettext("invalid ballots"),
        "both_marked_share": gettext("ballots with both boxes marked"),
        "yes_majority": gettext("majority of yes"),
        "note": gettext("notes"),
    }
    return list(dict.fromkeys(names.get(claim, claim) for claim in claims))
