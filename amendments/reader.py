"""The law on a day: what each provision said, and which amendment had made it say so.

A text is stored once. The latest amendment in force on the day gives its *after*; if only
later ones exist, the earliest gives its *before*; if none exist, the provision's own text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amendments.authentic_texts import Nature, Side, authentic_side, quoted
from amendments.models import Amendment, AmendmentQuerySet, Article, Constitution, Kind, Provision
from amendments.texts import Text, text_in, texts_in


@dataclass(frozen=True)
class ProvisionOnDay:
    """A provision as it read on `day`.

    `made_by` is the amendment that gave it this wording; None when it had not been amended
    by then. `next_change` is the first amendment that came into force later. The text is
    empty while the provision does not exist: not yet added, or repealed.
    """

    provision: Provision
    text: Text
    day: date
    made_by: Amendment | None
    next_change: Amendment | None

    @property
    def exists(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class ProvisionHistory:
    """A provision with its published amendments, the earliest first."""

    provision: Provision
    changes: list[Amendment]

    def around(self, day: date) -> tuple[Amendment | None, Amendment | None]:
        """Return the change that made the wording of `day`, and the one that ended it."""
        started = [change for change in self.changes if change.in_force_from <= day]
        to_come = [change for change in self.changes if change.in_force_from > day]
        return (started[-1] if started else None), (to_come[0] if to_come else None)

    def exists_on(self, day: date) -> bool:
        """Whether the law had such a text at all, which no language decides."""
        made_by, next_change = self.around(day)
        if made_by is not None:
            return made_by.kind != Kind.REPEALED
        return next_change is None or next_change.kind != Kind.ADDED

    def on(self, day: date, language: str) -> ProvisionOnDay:
        made_by, next_change = self.around(day)
        if made_by is not None:
            pair = texts_in(language, made_by)
            text = Text(pair.after, pair.language, language)
        elif next_change is not None:
            pair = texts_in(language, next_change)
            text = Text(pair.before, pair.language, language)
        else:
            text = text_in(language, self.provision, "text")
        return ProvisionOnDay(self.provision, text, day, made_by, next_change)

    def shown_on(self, day: date, language: str, nature: Nature = Nature.AUTHENTIC) -> Text:
        """Return the text of `day` that readers of `language` see; its edition tells its nature."""
        authentic = self.authentic_on(day, language) if nature == Nature.AUTHENTIC else None
        return authentic or self.on(day, language).text

    def authentic_on(self, day: date, language: str) -> Text | None:
        """Return what the law said on `day`; None where no edition covers it.

        For histories read with `authentic_in`. Empty where the law had no text.
        """
        made_by, next_change = self.around(day)
        if made_by is not None:
            return authentic_side(language, made_by, Side.AFTER)
        if next_change is not None:
            return authentic_side(language, next_change, Side.BEFORE)
        return quoted(language, self.provision, "text")

    def between(self, first: date, last: date) -> list[Amendment]:
        """Return what changed after `first`, up to `last` and with it."""
        return [change for change in self.changes if first < change.in_force_from <= last]


def histories(
    constitution: Constitution,
    article: Article | None = None,
    *,
    authentic_in: Iterable[str] = (),
) -> list[ProvisionHistory]:
    """Return the provisions held, in the order of the law, each with what changed it.

    With an article: its provisions, after the heading of its section if that ever changed.
    With the languages `authentic_in`: what official editions say in them comes along. Two
    queries, whatever the size.
    """
    languages = set(authentic_in)
    provisions = (
        Provision.objects.of(constitution)
        .select_related("section__constitution", "article__section__constitution")
        .with_authentic_texts(languages)
    )
    amendments = _published().filter(law__constitution=constitution)
    amendments = amendments.with_authentic_texts(languages)
    if article is not None:
        provisions = provisions.filter(Q(article=article) | Q(section=article.section_id))
        amendments = amendments.filter(
            Q(provision__article=article) | Q(provision__section=article.section_id)
        )
    return _with_changes(provisions.in_reading_order(), amendments)


def histories_of(provisions: Sequence[Provision]) -> list[ProvisionHistory]:
    """Return these provisions, each with what changed it. One query.

    The provisions come with what leads to their Constitution.
    """
    return _with_changes(provisions, _published().filter(provision__in=provisions))


def _with_changes(
    provisions: Iterable[Provision], amendments: Iterable[Amendment]
) -> list[ProvisionHistory]:
    changes: dict[int, list[Amendment]] = defaultdict(list)
    for amendment in amendments:
        changes[amendment.provision_id].append(amendment)
    return [_history(provision, changes[provision.pk]) for provision in provisions]


def provisions_on(day: date, *, constitution: Constitution, language: str) -> list[ProvisionOnDay]:
    """Return the provisions held, in the order of the law, as they read on `day`.

    Two queries, whatever the size. Provisions that did not exist on the day are included
    with an empty text: a reader wants to see that something was still to come, or was gone.
    """
    return [history.on(day, language) for history in histories(constitution)]


def days_of_change(found: Iterable[ProvisionHistory]) -> Counter[date]:
    """Return the days on which anything in `found` changed, with the number of changes."""
    return Counter(change.in_force_from for history in found for change in history.changes)


def _published() -> AmendmentQuerySet:
    amendments: AmendmentQuerySet = Amendment.objects.published().with_end()
    return amendments.select_related("law__constitution", "topic").order_by(
        "in_force_from", "law__dated"
    )


def _history(provision: Provision, changes: list[Amendment]) -> ProvisionHistory:
    for change in changes:
        change.provision = provision  # Loaded with its article, so that addresses cost nothing
    return ProvisionHistory(provision, changes)
