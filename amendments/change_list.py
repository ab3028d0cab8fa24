"""Which changes a reader asked to see, and what of the question could not be understood."""

from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext

from amendments.days import asked_day
from amendments.models import (
    AmendingLaw,
    Amendment,
    AmendmentQuerySet,
    Article,
    Kind,
    Topic,
)

FILTERS = ("law", "topic", "article", "kind", "from")


@dataclass(frozen=True)
class Choices:
    """What the filters offer: only laws, topics, articles and days with a published change."""

    laws: list[AmendingLaw]
    topics: list[Topic]
    articles: list[Article]
    kinds: list[Kind]
    days: list[date]


@dataclass
class ChangeFilters:
    """The filters in force; `notes` say, in the reader's language, which were ignored and why."""

    law: AmendingLaw | None = None
    topic: Topic | None = None
    article: Article | None = None
    kind: Kind | None = None
    starting: date | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def any(self) -> bool:
        return any((self.law, self.topic, self.article, self.kind, self.starting))

    def apply(self, amendments: AmendmentQuerySet) -> AmendmentQuerySet:
        if self.law:
            amendments = amendments.filter(law=self.law)
        if self.topic:
            amendments = amendments.filter(topic=self.topic)
        if self.article:
            amendments = amendments.filter(provision__article=self.article)
        if self.starting:
            amendments = amendments.filter(in_force_from=self.starting)
        return amendments.of_kind(self.kind) if self.kind else amendments


def choices() -> Choices:
    """Read what can be chosen, in four queries whatever the size."""
    published = Amendment.objects.published()
    return Choices(
        laws=list(AmendingLaw.objects.filter(amendments__in=published).distinct()),
        topics=list(Topic.objects.published().filter(amendments__in=published).distinct()),
        articles=list(
            Article.objects.filter(provisions__amendments__in=published)
            .order_by("position")
            .distinct()
        ),
        kinds=list(Kind),
        days=sorted(set(published.values_list("in_force_from", flat=True))),
    )


def read_filters(query: QueryDict, offered: Choices) -> ChangeFilters:
    """Read the filters from an address; what is not offered is ignored with a note."""
    filters = ChangeFilters()
    for name in FILTERS:
        given = query.get(name, "").strip()[:80]
        if given and not _take(filters, name, given, offered):
            filters.notes.append(
                gettext("We know no %(filter)s “%(given)s”, so this filter was left out.")
                % {"filter": _label(name), "given": given}
            )
    return filters


def _take(filters: ChangeFilters, name: str, given: str, offered: Choices) -> bool:
    if name == "law":
        filters.law = next((law for law in offered.laws if law.slug == given), None)
        return filters.law is not None
    if name == "topic":
        filters.topic = next((topic for topic in offered.topics if topic.slug == given), None)
        return filters.topic is not None
    if name == "article":
        filters.article = next((a for a in offered.articles if a.number == given), None)
        return filters.article is not None
    if name == "kind":
        filters.kind = next((kind for kind in offered.kinds if kind.value == given), None)
        return filters.kind is not None
    day = asked_day(given).day
    filters.starting = day if day in offered.days else None
    return filters.starting is not None


def _label(name: str) -> str:
    return {
        "law": gettext("law"),
        "topic": gettext("topic"),
        "article": gettext("article"),
        "kind": gettext("kind of change"),
        "from": gettext("start date"),
    }[name]
