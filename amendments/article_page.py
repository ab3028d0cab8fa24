"""Everything the page of one article shows on a day, or between two."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext

from amendments.authentic_texts import Nature
from amendments.change_page import status_of
from amendments.comparison import Comparison
from amendments.day_line import DayLine
from amendments.days import today
from amendments.editions import Edition
from amendments.gaps import stands_right_after
from amendments.models import Amendment, Article, Constitution, Provision
from amendments.reader import (
    ProvisionHistory,
    ProvisionOnDay,
    days_of_change,
    histories,
)
from amendments.reading_days import ReadingDays
from amendments.second_language import SecondLanguage
from amendments.status import Status
from amendments.texts import Text, editions_of, text_in

KEPT = ("with", "text")  # Of the address, from one day to another


@dataclass(frozen=True)
class ShownProvision:
    """A provision on the day with its `text`, authentic where an edition covers the day.

    `follows_gap` where the law says something before it that we do not hold, `differs` where it
    read otherwise in the oldest edition compared. `beside` is its text in the second language
    asked for; None where there is none.
    """

    on_day: ProvisionOnDay
    text: Text
    follows_gap: bool
    differs: bool
    beside: Text | None

    @property
    def editions(self) -> list[Edition]:
        """The editions quoted, each once: of the text and of the one beside it."""
        return editions_of(self.text, self.beside)


@dataclass(frozen=True)
class ChangeInHistory:
    amendment: Amendment
    status: Status


class ArticlePage:
    """An article as it read on the day asked for, or compared on two days.

    The article comes with its section and Constitution. Three queries: the provisions, their
    amendments, and the articles beside this one.
    """

    def __init__(self, article: Article, language: str, query: QueryDict) -> None:
        self.article = article
        self.language = language
        self.constitution: Constitution = article.section.constitution
        self.days = ReadingDays(self.constitution, query)
        self.second = SecondLanguage.from_query(query)
        self.nature = Nature.from_query(query)
        self.kept = [(name, query[name]) for name in KEPT if self._keeps(name)]
        found = histories(self.constitution, article, authentic_in={language, self.second.code})
        self._held = [history for history in found if history.provision.article_id]
        self._heading = next((h for h in found if not h.provision.article_id), None)
        self.line = DayLine(self.days, days_of_change(self._held))

    @property
    def title(self) -> str:
        """Name the article and its days, for the window and for whoever hears the page."""
        words = {"number": self.article.number, "day": date_format(self.days.day)}
        if not self.days.compares:
            return gettext("Article %(number)s on %(day)s") % words
        words["first"] = date_format(self.days.first)
        return gettext("Article %(number)s: %(first)s and %(day)s compared") % words

    @cached_property
    def provisions(self) -> list[ShownProvision]:
        """The provisions on the day."""
        differing = {compared.provision.pk for compared in self._since_first_edition.changed}
        shown = []
        before: Provision | None = None
        for history in self._held:
            provision = history.provision
            on_day = history.on(self.days.day, self.language)
            text = history.shown_on(self.days.day, self.language, self.nature)
            shown.append(
                ShownProvision(
                    on_day,
                    text,
                    not stands_right_after(before, provision),
                    provision.pk in differing,
                    self._beside(history, text),
                )
            )
            before = provision
        return shown

    def _beside(self, history: ProvisionHistory, shown: Text) -> Text | None:
        """Return the second text of a provision; None also where the law had no text."""
        day, nature = self.days.day, self.nature
        return self.second.beside(shown, lambda code: history.shown_on(day, code, nature)) or None

    def _keeps(self, name: str) -> bool:
        return bool(self.second.code if name == "with" else self.nature == Nature.RENDERING)

    @property
    def kept_query(self) -> str:
        """What other days of this page are asked for with, after their own `?…`."""
        return "".join(f"&{name}={value}" for name, value in self.kept)

    @property
    def has_authentic(self) -> bool:
        """Whether an edition covers any of the texts, in a language that is shown."""
        if self.days.compares:
            changed = self._of_nature(Nature.AUTHENTIC).changed
            return any(compared.editions or compared.alone for compared in changed)
        on_day = [
            history.authentic_on(self.days.day, code)
            for history in self._held
            for code in (self.language, self.second.code)
        ]
        return bool(editions_of(*on_day))

    @property
    def beside(self) -> bool:
        """Any text that is shown has one in the second language beside it."""
        if self.days.compares:
            return any(compared.beside for compared in self.comparison.changed)
        return any(provision.beside for provision in self.provisions)

    @property
    def has_ended(self) -> bool:
        """The Constitution is no longer in force on the day of reading."""
        until = self.constitution.in_force_until
        return until is not None and until <= today()

    @property
    def is_whole(self) -> bool:
        """We hold all of the article."""
        return any(h.provision.part == Provision.Part.ARTICLE for h in self._held)

    @property
    def differing(self) -> int:
        """How many provisions read otherwise in the oldest edition compared."""
        return len(self._since_first_edition.changed)

    @cached_property
    def comparison(self) -> Comparison:
        return self._of_nature(self.nature)

    def _of_nature(self, nature: Nature) -> Comparison:
        first, last = self.days.first, self.days.last
        return Comparison(self._held, first, last, self.language, self.second, nature)

    @cached_property
    def _since_first_edition(self) -> Comparison:
        return Comparison(self._held, self.days.first_known, self.days.day, self.language)

    @property
    def section_heading(self) -> Text | None:
        """The heading of the section as it read on the day, where it ever changed."""
        return self._heading.on(self.days.day, self.language).text if self._heading else None

    @property
    def section_title(self) -> Text:
        return text_in(self.language, self.article.section, "title")

    @property
    def history(self) -> list[ChangeInHistory]:
        """Every change of the article, the earliest first."""
        changes = [change for history in self._held for change in history.changes]
        return [
            ChangeInHistory(change, status_of(change, today()))
            for change in sorted(changes, key=lambda change: change.in_force_from)
        ]

    @cached_property
    def _all_numbers(self) -> list[str]:
        return list(
            Article.objects.filter(section__constitution=self.constitution)
            .order_by("position")
            .values_list("number", flat=True)
        )

    @property
    def previous_number(self) -> str | None:
        at = self._all_numbers.index(self.article.number)
        return self._all_numbers[at - 1] if at else None

    @property
    def following_number(self) -> str | None:
        at = self._all_numbers.index(self.article.number)
        return self._all_numbers[at + 1] if at + 1 < len(self._all_numbers) else None
