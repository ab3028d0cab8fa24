"""Everything the search page shows, worked out once."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext

from amendments.languages import NAMES
from amendments.models import SearchEntry, Topic
from amendments.search.asking import LONGEST_QUESTION, Question, question
from amendments.search.entries import PARENTS_APART
from amendments.search.finding import Found, find
from amendments.search.highlighting import Snippet, Stretch, marked, snippet
from amendments.search.registry import registry
from amendments.texts import Text

PER_PAGE = 10


@dataclass(frozen=True)
class Hit:
    """One text found: its address, its title and the passage that fits best, marked.

    `label` says what the passage is, where a reader could take it for something else: what the
    law said before, what people wrongly believe, what the press reported.
    """

    entry: SearchEntry
    url: str
    kind: str
    title: list[Stretch]
    title_text: Text
    context: list[Text]
    passage: Snippet | None
    passage_text: Text
    label: str


@dataclass(frozen=True)
class KindFilter:
    """A kind to ask for alone. `number` is at least so many when there is `more`."""

    name: str
    label: str
    number: int
    more: bool
    is_chosen: bool


@dataclass(frozen=True)
class Elsewhere:
    """The search page in another language, where there are hits."""

    language: str
    name: str
    url: str


class SearchPage:
    """What was asked, what was found, and what a reader may try next."""

    longest = LONGEST_QUESTION

    def __init__(self, language: str, query: QueryDict, per_page: int = PER_PAGE) -> None:
        self.language = language
        self.asked: Question = question(query.get("q", ""), language)
        self.found: Found = find(self.asked, timezone.now())
        kind = query.get("kind", "")
        self.kind = kind if kind in registry.kinds else ""
        self.refused = [kind[:40]] if kind != self.kind else []
        ids = self.found.of_kind(self.kind)
        self.page: Page[int] = Paginator(ids, per_page).get_page(query.get("page"))

    @property
    def is_empty(self) -> bool:
        """Nothing was asked."""
        return not self.asked.text

    @property
    def number(self) -> int:
        return self.page.paginator.count

    @property
    def is_more(self) -> bool:
        """There are more hits than are listed."""
        more = self.found.more
        return self.kind in more if self.kind else bool(more)

    @cached_property
    def hits(self) -> list[Hit]:
        """The hits of this page. One query."""
        entries = SearchEntry.objects.in_bulk(list(self.page))
        return [self._hit(entries[each]) for each in self.page if each in entries]

    @property
    def filters(self) -> list[KindFilter]:
        counts = self.found.counts
        return [
            KindFilter(
                name, str(kind.label), counts[name], name in self.found.more, name == self.kind
            )
            for name, kind in registry.kinds.items()
            if name in counts
        ]

    @property
    def elsewhere(self) -> list[Elsewhere]:
        found = []
        for language in self.found.elsewhere:
            with translation.override(language):
                found.append(Elsewhere(language, NAMES[language], reverse("amendments:search")))
        return found

    @property
    def examples(self) -> list[str]:
        """Questions that show what can be asked; each finds something in every language."""
        return [
            gettext("article 72"),
            gettext("death penalty"),
            gettext("who appoints judges"),
            gettext("single seven-year term"),
            gettext("referendum turnout"),
        ]

    @cached_property
    def topics(self) -> list[Topic]:
        """The fields of change, for who does not know what to ask. One query."""
        return list(Topic.objects.published())

    def _hit(self, entry: SearchEntry) -> Hit:
        searchable, stems = registry[entry.model], self.found.stems
        title = Text(entry.title, entry.title_language, self.language)
        passage = snippet(entry.body, stems)
        return Hit(
            entry=entry,
            url=searchable.address(entry.slug, *entry.parent.split(PARENTS_APART)),
            kind=str(searchable.kind.label),
            title=marked(title.value, title.language, stems),
            title_text=title,
            context=[Text(value, language, self.language) for language, value in entry.context],
            passage=passage,
            passage_text=Text("", passage.language if passage else self.language, self.language),
            label=_label(entry.model, passage.field) if passage else "",
        )


def _label(model: str, field: str) -> str:
    labels = {
        ("amendments.amendment", "before"): gettext("Text before the change"),
        ("amendments.amendment", "after"): gettext("Text after the change"),
        ("amendments.amendment", "belief"): gettext("Often believed, and wrong"),
        ("amendments.term", "also"): gettext("Also called"),
        ("amendments.topic", "before"): gettext("Until 2022"),
        ("amendments.topic", "after"): gettext("From 2022 to 2026"),
        ("amendments.topic", "since_2026"): gettext("Since 2026"),
        ("amendments.institution", "before"): gettext("Until 2022"),
        ("amendments.institution", "after"): gettext("From 2022 to 2026"),
        ("amendments.institution", "since_2026"): gettext("Since 2026"),
        ("amendments.successor", "rule"): gettext("Since 2026"),
        ("amendments.factcheck", "report_claim"): gettext("The press report says"),
        ("amendments.factcheck", "report_words"): gettext("The press report says"),
        ("amendments.referendum", "reported_question"): gettext("As the press gave it"),
        ("amendments.referendum", "reported_rule"): gettext("As the press gave it"),
        ("amendments.correction", "what_was_wrong"): gettext("What was wrong"),
    }
    return labels.get((model, field), "")
