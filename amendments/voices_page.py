"""Who said what of the changes: a filtered list, and the balance of each topic."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from amendments.models import Statement, Topic, Voice
from amendments.with_sources import with_sources

PER_PAGE = 12

# What belongs to no field of power: it is told on the page of the referendum too
BESIDE_TOPICS = {
    "process": (_("How the vote came about"), Q(on_process=True)),
    "geopolitics": (_("The world around the vote"), Q(on_geopolitics=True)),
}


@dataclass(frozen=True)
class Balance:
    """How many voices of each stance were found on a topic; only those on the 2022 changes."""

    topic: Topic
    counts: dict[str, int]

    @property
    def numbers(self) -> list[tuple[Voice.Stance, int]]:
        return [(stance, self.counts[stance]) for stance in Voice.Stance]

    @property
    def lacks(self) -> str:
        """Say which of the two sides was not found; empty where both were."""
        return str(
            {
                (False, False): _("On this topic we found no supportive and no critical voice."),
                (False, True): _("On this topic we found no supportive voice."),
                (True, False): _("On this topic we found no critical voice."),
            }.get((self.counts["supportive"] > 0, self.counts["critical"] > 0), "")
        )


class VoicesPage:
    """The voices a reader asked for; what cannot be read in the query is left out and said so."""

    stances = list(Voice.Stance)

    def __init__(self, query: Mapping[str, str]) -> None:
        self.stance = next((s for s in Voice.Stance if s == query.get("stance")), None)
        self.wanted_topic = query.get("topic", "")
        self._number = query.get("page")
        self._refused_stance = bool(query.get("stance")) and self.stance is None

    @cached_property
    def topics(self) -> list[Topic]:
        """All topics, each with the number of its voices by stance."""
        on_2022 = Voice.objects.published().filter(about=Voice.About.REFORM_2022)
        return list(
            Topic.objects.published().annotate(
                **{
                    f"{stance.value}_voices": Count(
                        "voices", filter=Q(voices__in=on_2022.filter(stance=stance))
                    )
                    for stance in Voice.Stance
                }
            )
        )

    @property
    def beside_topics(self) -> list[tuple[str, str]]:
        return [(key, str(name)) for key, (name, _condition) in BESIDE_TOPICS.items()]

    @cached_property
    def topic(self) -> Topic | None:
        return next((topic for topic in self.topics if topic.slug == self.wanted_topic), None)

    @property
    def beside(self) -> str:
        """The key of `BESIDE_TOPICS` that is asked for, or empty."""
        return self.wanted_topic if self.wanted_topic in BESIDE_TOPICS else ""

    @property
    def is_filtered(self) -> bool:
        return bool(self.stance or self.topic or self.beside)

    @property
    def refused(self) -> bool:
        """Part of the query named no stance or topic there is."""
        return self._refused_stance or bool(self.wanted_topic and not (self.topic or self.beside))

    @cached_property
    def results(self) -> Page[Voice]:
        voices = Voice.objects.published()
        if self.stance:
            voices = voices.filter(stance=self.stance)
        if self.topic:
            voices = voices.filter(topics=self.topic)
        if self.beside:
            voices = voices.filter(BESIDE_TOPICS[self.beside][1])
        return Paginator(with_sources(voices), PER_PAGE).get_page(self._number)

    @property
    def balances(self) -> list[Balance]:
        return [
            Balance(topic, {s.value: getattr(topic, f"{s.value}_voices") for s in Voice.Stance})
            for topic in self.topics
        ]

    @property
    def balance(self) -> Balance | None:
        """The balance of the topic that is asked for."""
        return next((b for b in self.balances if b.topic == self.topic), None)

    @cached_property
    def notes(self) -> list[Statement]:
        return list(with_sources(Statement.objects.published().filter(page="voices")))
