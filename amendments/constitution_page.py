"""Everything the contents of the Constitution show on a day, or between two."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext

from amendments.comparison import ComparedProvision, Comparison
from amendments.day_line import DayLine
from amendments.models import Amendment, Article, Constitution, Provision, Section, Topic
from amendments.reader import ProvisionHistory, days_of_change, histories
from amendments.reading_days import ReadingDays
from amendments.texts import Text, text_in


@dataclass(frozen=True)
class ArticleInContents:
    """An article with what changed in it: on the way to the day, or between the two days.

    `comparison` is from the oldest edition to the day; of two days, from one to the other.
    `changes` counts all we know of, `made` those in force on the day.
    """

    article: Article
    comparison: Comparison
    changes: int
    made: int
    topics: list[Topic]

    @property
    def differs(self) -> bool:
        return bool(self.comparison.changed)


@dataclass(frozen=True)
class HeadingInContents:
    """A section's heading that changed at some time, as it read on the day."""

    text: Text
    compared: ComparedProvision
    made_by: Amendment | None
    next_change: Amendment | None


@dataclass(frozen=True)
class SectionInContents:
    section: Section
    title: Text
    heading: HeadingInContents | None
    articles: list[ArticleInContents]

    @property
    def differing(self) -> list[ArticleInContents]:
        return [article for article in self.articles if article.differs]

    @property
    def heading_differs(self) -> bool:
        return bool(self.heading and self.heading.compared.kind)


class ConstitutionPage:
    """The sections and articles we hold on the day asked for, in two queries."""

    def __init__(self, constitution: Constitution, language: str, query: QueryDict) -> None:
        self.constitution = constitution
        self.language = language
        self.days = ReadingDays(constitution, query)
        self._histories = histories(constitution)
        self.line = DayLine(self.days, days_of_change(self._histories))

    @property
    def title(self) -> str:
        words = {"day": date_format(self.days.day)}
        if not self.days.compares:
            return gettext("The 1995 Constitution on %(day)s") % words
        words["first"] = date_format(self.days.first)
        return gettext("The 1995 Constitution: %(first)s and %(day)s compared") % words

    @cached_property
    def sections(self) -> list[SectionInContents]:
        return [
            self._section(section, list(found))
            for section, found in groupby(self._histories, lambda h: _section_of(h.provision))
        ]

    @property
    def articles(self) -> list[ArticleInContents]:
        return [article for section in self.sections for article in section.articles]

    @property
    def differing(self) -> list[ArticleInContents]:
        return [article for article in self.articles if article.differs]

    @property
    def differing_sections(self) -> list[SectionInContents]:
        return [s for s in self.sections if s.differing or s.heading_differs]

    @property
    def has_more_to_come(self) -> bool:
        return any(article.made < article.changes for article in self.articles)

    @property
    def changed_provisions(self) -> int:
        """How many provisions differ, headings of sections among them."""
        headings = sum(section.heading_differs for section in self.sections)
        return headings + sum(len(article.comparison.changed) for article in self.differing)

    def _section(self, section: Section, found: list[ProvisionHistory]) -> SectionInContents:
        headings = [history for history in found if history.provision.article is None]
        articles = [history for history in found if history.provision.article is not None]
        return SectionInContents(
            section,
            text_in(self.language, section, "title"),
            self._heading(headings[0]) if headings else None,
            [
                self._article(list(of_article))
                for _pk, of_article in groupby(articles, lambda h: h.provision.article_id)
            ],
        )

    def _heading(self, history: ProvisionHistory) -> HeadingInContents:
        on_day = history.on(self.days.day, self.language)
        compared = self._compared([history]).provisions[0]
        return HeadingInContents(on_day.text, compared, on_day.made_by, on_day.next_change)

    def _article(self, found: list[ProvisionHistory]) -> ArticleInContents:
        article = found[0].provision.article
        assert article is not None  # noqa: S101 - grouped by article
        changes = [change for history in found for change in history.changes]
        return ArticleInContents(
            article,
            self._compared(found),
            len(changes),
            sum(change.in_force_from <= self.days.day for change in changes),
            list({change.topic_id: change.topic for change in changes}.values()),
        )

    def _compared(self, found: Iterable[ProvisionHistory]) -> Comparison:
        first = self.days.first if self.days.compares else self.days.first_known
        return Comparison(found, first, self.days.day, self.language)


def _section_of(provision: Provision) -> Section:
    section = provision.article.section if provision.article else provision.section
    assert section is not None  # noqa: S101 - the database sees to it
    return section
