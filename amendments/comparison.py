"""Two days of the law, compared provision by provision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from amendments.authentic_texts import Nature, pair_of
from amendments.editions import Edition
from amendments.languages import FALLBACKS
from amendments.models import Amendment, Kind, Provision
from amendments.reader import ProvisionHistory
from amendments.redline import redline
from amendments.redline.counting import WordCount, count_words
from amendments.redline.edits import Edit
from amendments.second_language import SecondLanguage
from amendments.texts import Text, TextPair, editions_of

ONE_LANGUAGE = SecondLanguage()


@dataclass(frozen=True)
class AuthenticOnDay:
    text: Text
    day: date

    @property
    def editions(self) -> list[Edition]:
        return editions_of(self.text)


@dataclass(frozen=True)
class ComparedProvision:
    """A provision on the two days, and the changes that took effect between them.

    `beside` holds the texts in the second language asked for; None where there are none. `alone`
    are the authentic texts that could not be compared, since of the other day none is known.
    """

    provision: Provision
    texts: TextPair
    changes: list[Amendment]
    beside: TextPair | None = None
    alone: tuple[AuthenticOnDay, ...] = ()

    @property
    def kind(self) -> Kind | None:
        """What happened to it between the days; None if it reads the same."""
        if self.texts.is_unchanged:
            return None
        if not self.texts.before:
            return Kind.ADDED
        return Kind.AMENDED if self.texts.after else Kind.REPEALED

    @property
    def editions(self) -> list[Edition]:
        """The editions quoted, each once; none where both texts are our renderings."""
        return editions_of(self.texts, self.beside)

    @cached_property
    def edits(self) -> list[Edit]:
        return redline(self.texts.before, self.texts.after)

    @cached_property
    def words(self) -> WordCount:
        return count_words(self.edits)


class Comparison:
    """The provisions in `found` on the days `first` and `last`, in the order of the law."""

    def __init__(
        self,
        found: Iterable[ProvisionHistory],
        first: date,
        last: date,
        language: str,
        second: SecondLanguage = ONE_LANGUAGE,
        nature: Nature = Nature.RENDERING,
    ) -> None:
        self.first, self.last = first, last
        self.provisions = [
            _compared(history, first, last, language, second, nature) for history in found
        ]

    @property
    def changed(self) -> list[ComparedProvision]:
        return [compared for compared in self.provisions if compared.kind]

    @property
    def unchanged(self) -> list[Provision]:
        """What read the same on both days."""
        return [
            compared.provision
            for compared in self.provisions
            if not compared.kind and compared.texts.before
        ]

    @property
    def absent(self) -> list[Provision]:
        """What was in the law on neither day."""
        return [
            compared.provision
            for compared in self.provisions
            if not compared.kind and not compared.texts.before
        ]

    @cached_property
    def words(self) -> WordCount:
        counts = [compared.words for compared in self.changed]
        return WordCount(
            sum(count.removed for count in counts), sum(count.added for count in counts)
        )


def _compared(
    history: ProvisionHistory,
    first: date,
    last: date,
    language: str,
    second: SecondLanguage,
    nature: Nature,
) -> ComparedProvision:
    def between(code: str) -> TextPair:
        return texts_between(history, first, last, code, nature)

    texts = between(language)
    alone = []
    if nature == Nature.AUTHENTIC and not texts.editions:
        known = [(history.authentic_on(day, language), day) for day in (first, last)]
        alone = [AuthenticOnDay(text, day) for text, day in known if text and text.edition]
    changes = history.between(first, last)
    beside = second.beside(texts, between)
    return ComparedProvision(history.provision, texts, changes, beside, tuple(alone))


def texts_between(
    history: ProvisionHistory,
    first: date,
    last: date,
    language: str,
    nature: Nature = Nature.RENDERING,
) -> TextPair:
    """Return a provision's texts on two days, both from one language and of one nature.

    Authentic ones if wanted and known of both days. Otherwise the first language, in the order
    of fallback, which has the texts of both days: a redline from one language to another would
    strike everything.
    """
    if nature == Nature.AUTHENTIC:
        pair = pair_of(history.authentic_on(first, language), history.authentic_on(last, language))
        if pair is not None:
            return pair
    for candidate in FALLBACKS[language]:
        before = history.on(first, candidate).text
        after = history.on(last, candidate).text
        if not before.is_foreign and not after.is_foreign:
            return TextPair(before.value, after.value, candidate, language)
    raise ValueError(f"{history.provision.slug} has no language with the texts of both days")
