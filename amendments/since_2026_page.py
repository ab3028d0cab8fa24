"""What became of the rules of 2022: counted by fate and field, listed, and what is new."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, QuerySet, Value, When

from amendments.models import (
    Amendment,
    Citation,
    Constitution,
    Novelty,
    Referendum,
    ReferendumPoint,
    Result,
    Statement,
    Successor,
    Topic,
)
from amendments.models.constitution import reading_order
from amendments.models.successor import SuccessorQuerySet
from amendments.source_use import SourceUse, citations_of, source_uses
from amendments.with_sources import with_sources

ENDED, SINCE = "1995", "2026"
PER_PAGE = 20
WIDTH = 1000  # What the bar of all rules is wide, in units of the drawing
GAP = 2

Fate = Successor.Fate

# From "it still holds" to "it is gone"
FATES = (Fate.CARRIED_OVER, Fate.CHANGED, Fate.REPLACED, Fate.MOVED_TO_LAW, Fate.DROPPED)


@dataclass(frozen=True)
class FateCount:
    """How many rules met one fate; `meaning` is ours, None while we say nothing of it."""

    fate: Fate
    count: int
    meaning: Statement | None
    x: str
    width: str


@dataclass(frozen=True)
class TopicCount:
    topic: Topic
    counts: list[tuple[Fate, int]]

    @property
    def total(self) -> int:
        return sum(count for _fate, count in self.counts)


class Since2026Page:
    """The rules of 2022 as a reader filtered them (`?fate=&topic=`), fate by fate.

    A fate or topic that we do not know is left out and said so in `refused`.
    """

    def __init__(self, query: Mapping[str, str]) -> None:
        self._number = query.get("page")
        self._topic = query.get("topic", "")
        self.fate = next((fate for fate in FATES if fate.value == query.get("fate")), None)
        unread = [query.get("fate", "") if self.fate is None else ""]
        unread.append(self._topic if self.topic is None else "")
        self.refused = [given[:40] for given in unread if given]

    @cached_property
    def constitution(self) -> Constitution | None:
        return next((c for c in self._constitutions if c.slug == ENDED), None)

    @property
    def successor(self) -> Constitution | None:
        """The Constitution in force since."""
        return next((c for c in self._constitutions if c.slug == SINCE), None)

    @cached_property
    def _constitutions(self) -> list[Constitution]:
        return list(Constitution.objects.filter(slug__in=(ENDED, SINCE)))

    @cached_property
    def topics(self) -> list[Topic]:
        return list(Topic.objects.published())

    @property
    def topic(self) -> Topic | None:
        return next((topic for topic in self.topics if topic.slug == self._topic), None)

    @cached_property
    def _counts(self) -> Counter[tuple[int, str]]:
        """How many rules of each topic met each fate, in one query."""
        rows = published().order_by().values_list("amendment__topic", "fate")
        return Counter({(topic, fate): n for topic, fate, n in rows.annotate(n=Count("pk"))})

    @property
    def total(self) -> int:
        return self._counts.total()

    @cached_property
    def fates(self) -> list[FateCount]:
        meanings = {
            s.slug.removeprefix("fate-"): s for s in self._statements if s.kind == "meaning"
        }
        numbers = Counter[str]()
        for (_topic, fate), count in self._counts.items():
            numbers[fate] += count
        counted, before = [], 0
        for fate in FATES:
            x, end = (n * WIDTH / (self.total or 1) for n in (before, before + numbers[fate]))
            drawn = (f"{x:.1f}", f"{max(end - x - GAP, 0):.1f}")
            counted.append(FateCount(fate, numbers[fate], meanings.get(fate), *drawn))
            before += numbers[fate]
        return counted

    @cached_property
    def by_topic(self) -> list[TopicCount]:
        counted = (
            TopicCount(topic, [(fate, self._counts[topic.pk, fate.value]) for fate in FATES])
            for topic in self.topics
        )
        return [row for row in counted if row.total]

    @cached_property
    def rules(self) -> Page[Successor]:
        place = Case(*(When(fate=fate, then=Value(n)) for n, fate in enumerate(FATES)))
        found = published().for_list().select_related("amendment__provision__section")
        if self.fate:
            found = found.filter(fate=self.fate)
        if self.topic:
            found = found.filter(amendment__topic=self.topic)
        found = found.order_by(place, *reading_order("amendment__provision__"))
        return Paginator(with_sources(found), PER_PAGE).get_page(self._number)

    @property
    def sources(self) -> list[SourceUse]:
        """The sources of the rules on this page, each once; each rule's page says what for."""
        uses = source_uses(c for rule in self.rules for c in rule.citations.all())
        return [SourceUse(use.source, []) for use in uses]

    @property
    def references(self) -> Statement | None:
        """How the articles of 2026 are named in the list."""
        return next((s for s in self._statements if s.slug == "since-2026-references"), None)

    @cached_property
    def _statements(self) -> list[Statement]:
        return list(Statement.objects.published().filter(page="since-2026"))


class Vote2026Page:
    """The vote on the Constitution in force since, and what is not known of it."""

    @cached_property
    def referendum(self) -> Referendum | None:
        votes: QuerySet[Referendum] = Referendum.objects.published()
        return votes.filter(constitution__slug=SINCE).first()

    @cached_property
    def result(self) -> Result | None:
        if self.referendum is None:
            return None
        results: QuerySet[Result] = self.referendum.results.filter(stage=Result.Stage.FINAL)
        return with_sources(results).prefetch_related("counts").first()

    @cached_property
    def points(self) -> list[ReferendumPoint]:
        return list(ReferendumPoint.objects.published().filter(referendum=self.referendum))

    @property
    def sources(self) -> list[SourceUse]:
        """The sources of the vote and of what was not found, in one query."""
        of_all = citations_of(self.referendum)
        for point in self.points:
            of_all |= citations_of(point)
        return source_uses(Citation.objects.filter(of_all).select_related("source"))


def published() -> SuccessorQuerySet:
    found: SuccessorQuerySet = Successor.objects.published().filter(
        amendment__in=Amendment.objects.published()
    )
    return found


class NoveltiesPage:
    """What is new, with the sources of all of it once."""

    @cached_property
    def novelties(self) -> list[Novelty]:
        return list(with_sources(Novelty.objects.published()))

    @property
    def sources(self) -> list[SourceUse]:
        return source_uses(c for novelty in self.novelties for c in novelty.citations.all())

    @property
    def is_rated(self) -> bool:
        return all(novelty.certainty for novelty in self.novelties)


def statements(kinds: tuple[str, ...]) -> list[Statement]:
    """Return what this project says of its knowledge of 2026, with sources, kind by kind."""
    found = Statement.objects.published().filter(page="since-2026", kind__in=kinds)
    return sorted(with_sources(found), key=lambda s: (kinds.index(s.kind), s.position))
