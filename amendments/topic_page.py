"""A field of power: its story, its drawings, its changes, its voices and how we know."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, Q, Subquery, Value, When, Window
from django.db.models.functions import RowNumber
from django.http import Http404, QueryDict
from django.utils.translation import gettext

from amendments.drawn.panel import heading
from amendments.extras import on_topics
from amendments.models import (
    Amendment,
    Applicant,
    Appointment,
    Citation,
    Constitution,
    InstitutionNumber,
    LawmakingStep,
    Period,
    Topic,
    Voice,
)
from amendments.second_language import SecondLanguage
from amendments.source_use import SourceUse, citations_of, source_uses
from amendments.texts import Text, text_in
from amendments.topic_drawings import TopicDrawings
from amendments.with_sources import with_sources

CHANGES = 24  # What a page shows; the list of changes has them all, page by page
VOICES = 2  # Of each stance: no side is given more room than another

Drawn = InstitutionNumber | Applicant | Appointment | LawmakingStep


@dataclass(frozen=True)
class Chapter:
    """One part of the essay; `field` is the topic's field that tells it.

    `beside` is the same in the second language asked for; None where there is none.
    """

    heading: str
    field: str
    words: Text
    beside: Text | None


@dataclass(frozen=True)
class Side:
    """The voices of one stance that are shown, and how many there are."""

    stance: Voice.Stance
    voices: list[Voice]
    total: int

    @property
    def missing(self) -> str:
        """Say that a side was looked for and not found; only of the two that must be heard."""
        if self.total:
            return ""
        return {
            Voice.Stance.SUPPORTIVE: gettext("We found no supportive voice on this field."),
            Voice.Stance.CRITICAL: gettext("We found no critical voice on this field."),
        }.get(self.stance, "")


@dataclass(frozen=True)
class NumberedSource:
    """A source by its number in the list of sources."""

    number: int
    slug: str


class TopicPage:
    """One topic with what hangs on it, and the topic after it.

    Raises Http404 for a slug that no published topic has.
    """

    def __init__(self, slug: str, language: str, query: QueryDict) -> None:
        self.topic, self.following = _topic_and_next(slug)
        self.drawings = TopicDrawings(slug)
        self.extras = on_topics
        self.language = language
        self.second = SecondLanguage.from_query(query)

    @cached_property
    def essay(self) -> list[Chapter]:
        """The chapters that are written."""
        chapters = (self._chapter(period) for period in Period)
        return [chapter for chapter in chapters if chapter.words]

    @property
    def beside(self) -> bool:
        """Any chapter has its text in the second language beside it."""
        return any(chapter.beside for chapter in self.essay)

    def _chapter(self, period: Period) -> Chapter:
        field = period.value.replace("-", "_")
        words = text_in(self.language, self.topic, field)
        beside = self.second.beside(words, lambda code: text_in(code, self.topic, field))
        return Chapter(heading(period), field, words, beside or None)

    @cached_property
    def _amendments(self) -> list[Amendment]:
        found = Amendment.objects.published().for_list().filter(topic=self.topic)
        return list(found[: CHANGES + 1])

    @property
    def changes(self) -> list[Amendment]:
        return self._amendments[:CHANGES]

    @property
    def has_more_changes(self) -> bool:
        return len(self._amendments) > CHANGES

    @property
    def constitution(self) -> Constitution | None:
        """The Constitution that the changes amended; None without a change."""
        return self.changes[0].law.constitution if self.changes else None

    @cached_property
    def sides(self) -> list[Side]:
        """The stances in fixed order; without any voice only the two that must be heard."""
        by_stance: dict[str, list[Voice]] = {}
        for voice in _first_of_each_stance(self.topic):
            by_stance.setdefault(voice.stance, []).append(voice)
        sides = []
        for stance in Voice.Stance:
            voices = by_stance.get(stance, [])
            total = voices[0].total if voices else 0  # type: ignore[attr-defined]  # Annotated
            side = Side(stance, voices, total)
            if voices or side.missing:
                sides.append(side)
        return sides

    @property
    def voices(self) -> int:
        return sum(side.total for side in self.sides)

    @cached_property
    def _citations(self) -> tuple[list[Citation], list[Citation]]:
        """What the essay rests on, and what the drawings rest on, in one query."""
        cited = Citation.objects.filter(citations_of(self.topic) | self.drawings.cited)
        topics = ContentType.objects.get_for_model(Topic).pk
        essay: list[Citation] = []
        drawings: list[Citation] = []
        for citation in cited.select_related("source").order_by("position", "pk"):
            (essay if citation.content_type_id == topics else drawings).append(citation)
        # A source for what is drawn outranks those for the whole entry
        named = {(c.content_type_id, c.object_id) for c in drawings if c.claim}
        return essay, [
            c for c in drawings if c.claim or (c.content_type_id, c.object_id) not in named
        ]

    @cached_property
    def sources(self) -> list[SourceUse]:
        """The sources of the essay, then those of the drawings, each once."""
        essay, drawings = self._citations
        names = _claim_names()
        uses = {
            use.source.pk: SourceUse(use.source, [names.get(c, c) for c in use.claims])
            for use in source_uses(essay)
        }
        for drawn in source_uses(drawings):
            use = uses.setdefault(drawn.source.pk, SourceUse(drawn.source, []))
            use.claims.append(gettext("drawing"))
        return list(uses.values())

    def drawn_from(self, rows: Iterable[Drawn]) -> list[NumberedSource]:
        """Return the sources of one drawing by their number in the list of sources."""
        texts = [
            row if isinstance(row, Appointment | LawmakingStep) else row.institution for row in rows
        ]
        keys = {(ContentType.objects.get_for_model(text).pk, text.pk) for text in texts}
        drawn = {
            c.source_id for c in self._citations[1] if (c.content_type_id, c.object_id) in keys
        }
        return [
            NumberedSource(number, use.source.slug)
            for number, use in enumerate(self.sources, start=1)
            if use.source.pk in drawn
        ]


def _claim_names() -> dict[str, str]:
    """Name the parts of the essay, as the list of sources tells what each supports."""
    return {
        "before": gettext("how it was before 2022"),
        "after": gettext("how it was after 2022"),
        "since_2026": gettext("how it is since 2026"),
    }


def _topic_and_next(slug: str) -> tuple[Topic, Topic | None]:
    topics = Topic.objects.published()
    place = topics.filter(slug=slug).values("position")[:1]
    first = Case(When(slug=slug, then=Value(0)), default=Value(1))
    found = topics.filter(position__gte=Subquery(place)).order_by(first, "position", "slug")[:2]
    match list(found):
        case [topic]:
            return topic, None
        case [topic, following]:
            return topic, following
    raise Http404(slug)


def _first_of_each_stance(topic: Topic) -> list[Voice]:
    """Return the earliest voices of each stance, each with `total`, the number of its stance."""
    place = Window(RowNumber(), partition_by="stance", order_by=["date", "slug"])
    total = Window(Count("pk"), partition_by="stance")
    voices = Voice.objects.published().on_topic(topic).annotate(place=place, total=total)
    return list(with_sources(voices.filter(place__lte=VOICES).order_by("date", "slug")))


def topics_with_counts() -> list[Topic]:
    """Return all topics, each with `changes`, the number of its published changes."""
    changes = Count("amendments", filter=Q(amendments__in=Amendment.objects.published()))
    return list(Topic.objects.published().annotate(changes=changes))
