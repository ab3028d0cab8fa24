"""Search in SQLite: FTS5 for entries, FTS5's trigrams for words."""

# ruff: noqa: S608 - what stands in the queries are names and limits from here; values are bound
import sqlite3
from collections.abc import Iterable

from django.db import connection

from amendments.search.engine import MOST_SIMILAR, Engine, Groups, Query, Rows
from amendments.search.entries import kind_scope, language_scope

TRIGRAMS = sqlite3.sqlite_version_info >= (3, 34)
LAST = "\U0010ffff"  # Stands after every letter


class SQLite(Engine):
    def asked(self, groups: Groups, language: str, kind: str = "") -> Rows:
        scope = [kind_scope(language, kind) if kind else language_scope(language)]
        # CROSS JOIN keeps the full-text table outside; its own order then ends at the limit
        return Rows(
            "amendments_searchtext t CROSS JOIN amendments_searchentry e ON e.id = t.rowid"
            " WHERE t.amendments_searchtext MATCH %s",
            [" AND ".join(f"({_any_of(group)})" for group in [scope, *groups])],
            order="ORDER BY t.rowid",
        )

    def tidy(self) -> None:
        tables = ["amendments_searchtext"] + ["amendments_searchtrigram"] * TRIGRAMS
        with connection.cursor() as cursor:
            for table in tables:
                cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")

    def begins_with(self, key: str) -> Query:
        return "key >= %s AND key < %s", [key, key + LAST]

    def words_like(self, number: int, key: str, language: str) -> Query:
        if not TRIGRAMS:
            return self.words_from(number, *self.begins_with(key[:2]), language)
        padded = f"  {key} "
        trigrams = {padded[at : at + 3] for at in range(len(padded) - 2)}
        return (
            f"SELECT {number} AS number, w.word, w.stem, w.seen FROM amendments_searchtrigram t"
            " JOIN amendments_searchword w ON w.id = t.rowid"
            " WHERE t.amendments_searchtrigram MATCH %s AND w.language = %s"
            f" ORDER BY t.rank LIMIT {MOST_SIMILAR}",
            [_any_of(trigrams), language],
        )


def _any_of(terms: Iterable[str]) -> str:
    return " OR ".join(f'"{term}"' for term in sorted(terms))
