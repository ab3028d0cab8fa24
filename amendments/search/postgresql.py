"""Search in PostgreSQL: text search vectors for entries, pg_trgm for words."""

# ruff: noqa: S608 - what stands in the queries are names and limits from here; values are bound
from functools import cache

from django.db import connection

from amendments.search.engine import MOST_SIMILAR, Engine, Groups, Query, Rows
from amendments.search.entries import any_language_scope


class PostgreSQL(Engine):
    def asked(self, groups: Groups, language: str, kind: str = "") -> Rows:
        # No order: a GIN index first gathers all entries that have a word, and where they are
        # very many the planner had better read entries as they come until there are enough.
        # How many headings have a word it takes for a third, as they are marked by language:
        # an order has it read the entries sooner. For several words it would then guess wrong
        wanted = [f"({' | '.join(map(_quoted, sorted(group)))})" for group in groups]
        if kind:
            wanted.append(_quoted(any_language_scope(kind)))
        return Rows(
            "amendments_searchentry e WHERE e.language = %s AND e.words @@ %s::tsquery",
            [language, " & ".join(wanted)],
            order="" if kind or len(groups) > 1 else "ORDER BY e.id",
        )

    def tidy(self) -> None:
        """Count what is how common: on that hangs which index is asked first."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE amendments_searchentry, amendments_searchword")

    def begins_with(self, key: str) -> Query:
        return "key LIKE %s", [f"{key}%"]  # Letters and digits only: nothing to escape

    def words_like(self, number: int, key: str, language: str) -> Query:
        if not _has_trigrams():
            return self.words_from(number, *self.begins_with(key[:2]), language)
        return (
            f"SELECT {number} AS number, word, stem, seen FROM amendments_searchword"
            f" WHERE language = %s ORDER BY key <-> %s LIMIT {MOST_SIMILAR}",
            [language, key],
        )


def _quoted(term: str) -> str:
    return f"'{term}'"


@cache
def _has_trigrams() -> bool:
    """Ask once per process: whoever adds the extension later restarts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        return cursor.fetchone() is not None
