"""A Constitution as it read on a day, for writing it down."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from amendments.akoma_ntoso.document import parts
from amendments.akoma_ntoso.law_with_changes import (
    KINDS,
    address,
    in_force,
    name_of_law,
    passage,
)
from amendments.days import today
from amendments.gaps import stands_right_after
from amendments.models import Amendment, Constitution, Provision
from amendments.reader import ProvisionHistory, ProvisionOnDay, days_of_change, histories
from amendments.texts import text_in


@dataclass
class NotKnownOn(ValueError):
    """A day of which no text is known; `last` is None for a Constitution without an end."""

    day: date
    first: date
    last: date | None

    def __str__(self) -> str:
        until = f" to {self.last}" if self.last else ""
        return f"The text is known from {self.first}{until}, not of {self.day}."


def constitution_on(
    constitution: Constitution, day: date | None, language: str
) -> parts.Constitution:
    """Four queries, whatever the size. Raises NotKnownOn."""
    first, last = known_days(constitution)
    if day is None:
        day = max(first, min(today(), last or today()))
    if day < first or (last and day > last):
        raise NotKnownOn(day, first, last)
    found = histories(constitution)
    changes = sorted(
        (change for history in found for change in history.changes),
        key=lambda each: (each.in_force_from, each.law.dated),
    )
    return parts.Constitution(
        slug=constitution.slug,
        language=language,
        title=passage(text_in(language, constitution, "title")),
        adopted_on=constitution.adopted_on,
        in_force_from=constitution.in_force_from,
        in_force_until=constitution.in_force_until,
        texts_known_from=constitution.texts_known_from,
        version=max([first, *(each for each in days_of_change(found) if each <= day)]),
        authentic_urls={
            code: url
            for code, url in (
                ("kk", constitution.authentic_url_kk),
                ("ru", constitution.authentic_url_ru),
            )
            if url
        },
        sections=tuple(_sections(constitution, found, day, language)),
        modifications=tuple(_modification(change, language) for change in changes),
    )


def _sections(
    constitution: Constitution, found: list[ProvisionHistory], day: date, language: str
) -> Iterator[parts.Section]:
    headings: dict[int | None, parts.Provision] = {}
    of_article: dict[int | None, list[ProvisionHistory]] = defaultdict(list)
    for history in found:
        if history.provision.article_id is None:
            heading = _provision(history, history.on(day, language), follows_gap=False)
            headings[history.provision.section_id] = heading
        else:
            of_article[history.provision.article_id].append(history)
    for section in constitution.sections.prefetch_related("articles"):
        yield parts.Section(
            section.slug,
            section.number,
            section.position,
            passage(text_in(language, section, "title")),
            headings.get(section.pk),
            tuple(
                parts.Article(
                    article.slug,
                    article.number,
                    tuple(_provisions(of_article[article.pk], day, language)),
                )
                for article in section.articles.all()
            ),
        )


def _provisions(
    found: list[ProvisionHistory], day: date, language: str
) -> Iterator[parts.Provision]:
    before: Provision | None = None
    for history in found:
        follows_gap = not stands_right_after(before, history.provision)
        written = _provision(history, history.on(day, language), follows_gap=follows_gap)
        yield written
        if written.is_shown and history.provision.part != Provision.Part.ARTICLE:
            before = history.provision


def _provision(
    history: ProvisionHistory, on_day: ProvisionOnDay, *, follows_gap: bool
) -> parts.Provision:
    provision = history.provision
    return parts.Provision(
        provision.slug,
        address(provision),
        provision.position,
        passage(on_day.text) if on_day.exists else None,
        is_amended=bool(history.changes),
        is_repealed=on_day.made_by is not None and not on_day.exists,
        follows_gap=follows_gap,
    )


def _modification(change: Amendment, language: str) -> parts.Modification:
    return parts.Modification(
        name_of_law(change.law, language),
        address(change.provision),
        KINDS[change.kind],
        in_force(change),
    )


def known_days(constitution: Constitution) -> tuple[date, date | None]:
    """Return the first day of which a text is known, and the last if there is one."""
    first = constitution.texts_known_from or constitution.in_force_from or constitution.adopted_on
    until = constitution.in_force_until
    return first, until - timedelta(days=1) if until else None
