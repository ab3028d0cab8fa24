"""Everything the page of one change shows, worked out once."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q
from django.http import QueryDict

from amendments.authentic_texts import Nature, Side, authentic_pair, authentic_side
from amendments.citing import CitedPage
from amendments.days import today
from amendments.editions import Edition
from amendments.extras import on_changes
from amendments.languages import LANGUAGES
from amendments.models import Amendment, Citation, Successor, Voice
from amendments.redline import redline
from amendments.redline.counting import WordCount, count_words
from amendments.redline.edits import Edit
from amendments.redline_view import RedlineView
from amendments.second_language import SecondLanguage
from amendments.source_use import SourceUse, citations_of, source_uses
from amendments.status import Status, status_on
from amendments.term_marks import TermMarks
from amendments.texts import Text, TextPair, editions_of, text_in, texts_in

LONGEST_BELOW = 700  # Letters of a third text that the first view of a page has room for
_ONE_SIDE = {side.value for side in Side}  # Views that show it alone are called the same
_TITLES = [f"title_{language}" for language in LANGUAGES]


@dataclass(frozen=True)
class AuthenticAlone:
    """What an edition says of one side of a change while the other side is in none.

    `is_elsewhere`: too long to stand below two other texts; the view of its side shows it.
    """

    text: Text
    side: Side
    is_elsewhere: bool

    @property
    def editions(self) -> list[Edition]:
        return editions_of(self.text)


@dataclass(frozen=True)
class Neighbours:
    previous: Amendment | None
    following: Amendment | None


class ChangePage:
    """One change as a reader of `language` sees it today in one of the five views.

    The amendment comes from `for_page()` and `with_authentic_texts` in the languages shown.
    Three queries more: the citations, what stands around the change in the law, and the voices
    on its topic.
    """

    def __init__(self, amendment: Amendment, language: str, query: QueryDict) -> None:
        self.amendment = amendment
        self.language = language
        self.shown = RedlineView.from_query(query)
        self.nature = Nature.from_query(query)
        self.views = list(RedlineView)
        self.day = today()
        self.extras = on_changes
        self.second = SecondLanguage.from_query(query)

    @cached_property
    def terms(self) -> TermMarks:
        return TermMarks(self.amendment.terms.all(), page_language=self.language)

    @cached_property
    def texts(self) -> TextPair:
        return self._texts_in(self.language)

    @cached_property
    def alone(self) -> list[AuthenticAlone]:
        """The authentic texts that have no other to be compared with, as the view asks for them.

        In the page's language, then in the second one.
        """
        if self.nature == Nature.RENDERING:
            return []
        wanted = [Side(self.shown.value)] if self.shown.value in _ONE_SIDE else list(Side)
        return [
            AuthenticAlone(
                replace(text, wanted=self.language),
                side,
                is_elsewhere=len(wanted) > 1 and len(text.value) > LONGEST_BELOW,
            )
            for code in dict.fromkeys([self.language, self.second.code])
            if authentic_pair(code, self.amendment) is None
            for side in wanted
            if (text := authentic_side(code, self.amendment, side)) and text.edition
        ]

    @property
    def has_authentic(self) -> bool:
        """Whether an edition covers either side in a language that is shown."""
        sides = [
            authentic_side(code, self.amendment, side)
            for code in (self.language, self.second.code)
            for side in Side
        ]
        return bool(editions_of(*sides))

    def _texts_in(self, language: str) -> TextPair:
        """Both sides in official editions where known and wanted, else our rendering."""
        if self.nature == Nature.AUTHENTIC and (pair := authentic_pair(language, self.amendment)):
            return pair
        return texts_in(language, self.amendment)

    @cached_property
    def edits(self) -> list[Edit]:
        return redline(self.texts.before, self.texts.after)

    @cached_property
    def words(self) -> WordCount:
        return count_words(self.edits)

    @cached_property
    def status(self) -> Status:
        return status_of(self.amendment, self.day)

    @property
    def last_day_before(self) -> date:
        return self.amendment.in_force_from - timedelta(days=1)

    @cached_property
    def _around(self) -> list[Amendment]:
        """The changes of the same law and those of the same provision, in one query."""
        same_law, same_provision = (
            Q(law=self.amendment.law),
            Q(provision=self.amendment.provision),
        )
        return list(
            Amendment.objects.published()
            .filter(same_law | same_provision)
            .in_reading_order()
            .only("slug", "law", "provision", "in_force_from", *_TITLES)
        )

    @property
    def next_change(self) -> Amendment | None:
        """The amendment that ended this wording, if one did."""
        later = [
            other
            for other in self._around
            if other.provision_id == self.amendment.provision_id
            and other.in_force_from > self.amendment.in_force_from
        ]
        return min(later, key=lambda other: other.in_force_from, default=None)

    @property
    def neighbours(self) -> Neighbours:
        """The changes before and after this one in the same law, as the law prints them."""
        siblings = [other for other in self._around if other.law_id == self.amendment.law_id]
        at = next(i for i, other in enumerate(siblings) if other.pk == self.amendment.pk)
        return Neighbours(
            siblings[at - 1] if at else None,
            siblings[at + 1] if at + 1 < len(siblings) else None,
        )

    @cached_property
    def successor(self) -> Successor | None:
        """What became of the rule in the 2026 Constitution, once that is public."""
        successor = getattr(self.amendment, "successor", None)
        return successor if successor and successor.is_public() else None

    @cached_property
    def sources(self) -> list[SourceUse]:
        """The sources of the change, then those of what became of it, each once."""
        own, later = citations_of(self.amendment), citations_of(self.successor)
        cited = list(Citation.objects.filter(own | later).select_related("source", "content_type"))
        for citation in cited:
            if citation.content_type.model == "successor":
                citation.claim = citation.claim or "rule"
        cited.sort(key=lambda c: (c.content_type.model != "amendment", c.position))
        return source_uses(cited)

    def beside(self) -> TextPair | None:
        """The texts in the second language asked for; None where they are not translated."""
        return self.second.beside(self.texts, self._texts_in)

    @property
    def has_beside(self) -> bool:
        """Whether anything stands on the page in the second language asked for."""
        alone = (one.text.language for one in self.alone)
        return self.beside() is not None or self.second.code in alone

    @cached_property
    def voices(self) -> list[Voice]:
        """At most two supportive and two critical voices on the topic, the earliest first."""
        return list(Voice.objects.published().for_and_against(self.amendment.topic))

    def cited(self, site: str, url: str) -> CitedPage:
        title = str(text_in(self.language, self.amendment, "title"))
        return CitedPage(title, site, url, f"atazan-{self.amendment.slug}", self.day)


def status_of(amendment: Amendment, day: date) -> Status:
    """Return how an amendment from `with_end()` stands on `day`."""
    return status_on(
        day,
        in_force_from=amendment.in_force_from,
        in_force_until=amendment.in_force_until,
        constitution_until=amendment.law.constitution.in_force_until,
        applied_from=amendment.applied_from,
    )
