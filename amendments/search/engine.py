"""What search asks of the database; `sqlite` and `postgresql` say how."""

# ruff: noqa: S608 - what stands in the queries are names and limits from here; values are bound
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from amendments.search.entries import in_heading

MOST_OF_A_KIND = 80  # Candidates; beyond that a page says "more than"
MOST_BY_HEADING = 20
MOST_CONTINUATIONS = 40  # Words that begin like one asked for
MOST_SIMILAR = 40  # Words that may be meant by a slip

CANDIDATE = "e.id, e.model, e.object_id, e.kind, e.article, e.place, e.heading_stems, e.body_stems"
DUE = "(e.publish_at IS NULL OR e.publish_at <= %s)"

# Each word asked for, as the stems any of which will do
Groups = Sequence[Iterable[str]]

# SQL and its parameters
Query = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that has the stems asked for, with what decides its rank."""

    id: int
    model: str
    object_id: int
    kind: str
    article: str
    place: str
    heading_stems: str
    body_stems: str


@dataclass(frozen=True, slots=True)
class KnownWord:
    word: str
    stem: str
    seen: int


@dataclass(frozen=True, slots=True)
class Rows:
    """Entries `e`: tables with a condition, its parameters, and an order if it costs nothing."""

    source: str
    parameters: list[Any]
    order: str = ""


class Engine(ABC):
    """Questions to one kind of database. `language` is that of the pages searched.

    No question reads more rows than its limits say, however large the index is.
    """

    def candidates(
        self, groups: Groups, language: str, kinds: Iterable[str], now: datetime
    ) -> list[Candidate]:
        """Return entries with all the groups: up to `MOST_OF_A_KIND` + 1 of each kind.

        Up to `MOST_BY_HEADING` that have them all in their heading come first, so that no
        limit keeps out the best. One query.
        """
        headings = [[in_heading(language, stem) for stem in group] for group in groups]
        sources = [(self.asked(headings, language), MOST_BY_HEADING)]
        for kind in kinds:
            sources.append((self.asked(groups, language, kind), MOST_OF_A_KIND + 1))
        return self._candidates(sources, now)

    def in_article(self, article: str, language: str, now: datetime) -> list[Candidate]:
        """Return the entries that stand in an article. One query."""
        source = "amendments_searchentry e WHERE e.language = %s AND e.article = %s"
        return self._candidates(
            [(Rows(source, [language, article], "ORDER BY e.id"), MOST_OF_A_KIND + 1)], now
        )

    def continuations(
        self, keys: Sequence[str], stems: Sequence[Iterable[str]], language: str
    ) -> list[list[KnownWord]]:
        """Return for each key the words that begin with it, the most used first, and for its
        stems some word that has one. An empty key begins nothing. One query."""
        queries: list[Query] = []
        for number, (key, its_stems) in enumerate(zip(keys, stems, strict=True)):
            if key:
                queries.append(self.words_from(number, *self.begins_with(key), language))
            listed = sorted(its_stems)
            condition = f"stem IN ({', '.join(['%s'] * len(listed))})"
            queries.append(self.words_from(number, condition, listed, language, limit=1))
        return _by_number(queries, len(keys))

    def similar(self, keys: Sequence[str], language: str) -> list[list[KnownWord]]:
        """Return for each key words that share letters with it in a row. One query."""
        queries = [self.words_like(number, key, language) for number, key in enumerate(keys)]
        return _by_number(queries, len(keys))

    @abstractmethod
    def asked(self, groups: Groups, language: str, kind: str = "") -> Rows:
        """Return the entries of a language, or of one kind in it, that have all the groups."""

    @abstractmethod
    def tidy(self) -> None:
        """Bring the index into the shape in which it answers fastest, after many writes."""

    @abstractmethod
    def begins_with(self, key: str) -> Query:
        """Return a condition on the column `key`, one that an index answers."""

    @abstractmethod
    def words_like(self, number: int, key: str, language: str) -> Query:
        """Return a query for number, word, stem, seen of words that look like `key`."""

    def words_from(
        self,
        number: int,
        condition: str,
        parameters: list[Any],
        language: str,
        limit: int = MOST_CONTINUATIONS,
    ) -> Query:
        """Return a query for number, word, stem, seen of words, the most used first."""
        return (
            f"SELECT {number} AS number, word, stem, seen FROM amendments_searchword"
            f" WHERE language = %s AND {condition} ORDER BY seen DESC, word LIMIT {limit}",
            [language, *parameters],
        )

    def _candidates(self, sources: Iterable[tuple[Rows, int]], now: datetime) -> list[Candidate]:
        """Read so many entries of each source, in order, each once."""
        found = _fetch(
            [
                (
                    f"SELECT {CANDIDATE} FROM {rows.source} AND {DUE} {rows.order} LIMIT {limit}",
                    [*rows.parameters, now],
                )
                for rows, limit in sources
            ]
        )
        return [Candidate(*row) for row in {row[0]: row for row in found}.values()]


def _by_number(queries: list[Query], number: int) -> list[list[KnownWord]]:
    found: list[list[KnownWord]] = [[] for _ in range(number)]
    for at, *row in _fetch(queries):
        found[at].append(KnownWord(*row))
    return found


def _fetch(queries: list[Query]) -> list[Any]:
    """Run the queries as one, in their order."""
    if not queries:
        return []
    together = " UNION ALL ".join(f"SELECT * FROM ({sql}) part" for sql, _parameters in queries)
    with connection.cursor() as cursor:
        cursor.execute(together, [each for _sql, parameters in queries for each in parameters])
        rows: list[Any] = cursor.fetchall()
    return rows
