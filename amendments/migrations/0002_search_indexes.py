"""The full-text indexes that the database keeps, by itself, of what search reads."""

import sqlite3
from contextlib import suppress

from django.db import DatabaseError, migrations, transaction

# FTS5 beside the tables: it reads the stems from there and keeps none of its own (`content`).
# Words hold letters and digits only, so a token with an underscore is never a word.
SQLITE = """
CREATE VIRTUAL TABLE amendments_searchtext USING fts5(
    heading_stems, body_stems, scope,
    content='amendments_searchentry', content_rowid='id', detail='none',
    tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE TRIGGER search_text_added AFTER INSERT ON amendments_searchentry BEGIN
    INSERT INTO amendments_searchtext (rowid, heading_stems, body_stems, scope)
    VALUES (new.id, new.heading_stems, new.body_stems, new.scope);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON amendments_searchentry BEGIN
    INSERT INTO amendments_searchtext
        (amendments_searchtext, rowid, heading_stems, body_stems, scope)
    VALUES ('delete', old.id, old.heading_stems, old.body_stems, old.scope);
END;
CREATE TRIGGER search_text_changed
AFTER UPDATE OF id, heading_stems, body_stems, scope ON amendments_searchentry BEGIN
    INSERT INTO amendments_searchtext
        (amendments_searchtext, rowid, heading_stems, body_stems, scope)
    VALUES ('delete', old.id, old.heading_stems, old.body_stems, old.scope);
    INSERT INTO amendments_searchtext (rowid, heading_stems, body_stems, scope)
    VALUES (new.id, new.heading_stems, new.body_stems, new.scope);
END
"""

# The key stands between spaces, so that its first and last letters have trigrams of their own.
SQLITE_TRIGRAMS = """
CREATE VIRTUAL TABLE amendments_searchtrigram USING fts5(key, detail='none', tokenize='trigram');
CREATE TRIGGER search_word_added AFTER INSERT ON amendments_searchword BEGIN
    INSERT INTO amendments_searchtrigram (rowid, key) VALUES (new.id, '  ' || new.key || ' ');
END;
CREATE TRIGGER search_word_removed AFTER DELETE ON amendments_searchword BEGIN
    DELETE FROM amendments_searchtrigram WHERE rowid = old.id;
END
"""

# Apart by language, so that no question reads the other languages' entries. A pending list
# (fastupdate) would be read through with every question. For words that very many entries have,
# reading them in their order finds enough sooner than any GIN index.
LANGUAGES = ("kk", "ru", "en")
POSTGRESQL = """
ALTER TABLE amendments_searchentry
    ADD COLUMN words tsvector GENERATED ALWAYS AS (array_to_tsvector(
        array_remove(string_to_array(
            heading_stems || ' ' || body_stems || ' ' || scope, ' '), ''))) STORED;
CREATE INDEX search_words_by_pattern
    ON amendments_searchword (language, key varchar_pattern_ops);
ALTER TABLE amendments_searchentry
    ALTER heading_stems SET STORAGE MAIN, ALTER body_stems SET STORAGE MAIN;
""" + "".join(
    f"""
CREATE INDEX search_entries_{language} ON amendments_searchentry
    USING gin (words) WITH (fastupdate = off) WHERE language = '{language}';
CREATE INDEX search_order_{language} ON amendments_searchentry (id)
    WHERE language = '{language}';"""
    for language in LANGUAGES
)

# Ranking reads the stems of a hundred entries and more: they stay in their rows, and come out
# of them faster where this build of PostgreSQL has lz4.
POSTGRESQL_LZ4 = "ALTER TABLE amendments_searchentry " + ", ".join(
    f"ALTER {column} SET COMPRESSION lz4"
    for column in ("heading_stems", "body_stems", "body", "scope", "words")
)

POSTGRESQL_TRIGRAMS = "CREATE EXTENSION IF NOT EXISTS pg_trgm;" + "".join(
    f"""
CREATE INDEX search_trigrams_{language} ON amendments_searchword
    USING gist (key gist_trgm_ops (siglen = 64)) WHERE language = '{language}';"""
    for language in LANGUAGES
)

UNMAKE = {
    "sqlite": [
        *(
            f"DROP TRIGGER IF EXISTS search_{event}"
            for event in (
                "text_added", "text_removed", "text_changed", "word_added", "word_removed"
            )
        ),
        "DROP TABLE IF EXISTS amendments_searchtext",
        "DROP TABLE IF EXISTS amendments_searchtrigram",
    ],
    "postgresql": [
        "ALTER TABLE amendments_searchentry DROP COLUMN IF EXISTS words",
        "DROP INDEX IF EXISTS search_words_by_pattern",
        *(
            f"DROP INDEX IF EXISTS search_{index}_{language}"
            for index in ("order", "trigrams")
            for language in LANGUAGES
        ),
    ],
}


def make(apps, schema_editor):
    run = schema_editor.connection.cursor().execute
    if schema_editor.connection.vendor == "sqlite":
        try:
            for statement in statements(SQLITE):
                run(statement)
        except DatabaseError as error:
            if "fts5" not in str(error):
                raise
            raise SystemExit(
                "This Python's SQLite was built without FTS5, which search needs. Take another "
                "build of Python, or PostgreSQL (DATABASE_URL)."
            ) from error
        if sqlite3.sqlite_version_info >= (3, 34):  # Without trigrams slips are found by beginnings
            for statement in statements(SQLITE_TRIGRAMS):
                run(statement)
    elif schema_editor.connection.vendor == "postgresql":
        for statement in statements(POSTGRESQL):
            run(statement)
        with suppress(DatabaseError), transaction.atomic(schema_editor.connection.alias):
            run(POSTGRESQL_LZ4)
        try:
            with transaction.atomic(schema_editor.connection.alias):
                for statement in statements(POSTGRESQL_TRIGRAMS):
                    run(statement)
        except DatabaseError as error:
            print(
                f"\n  pg_trgm cannot be had ({str(error).strip()}): typing slips will be found "
                "by the beginnings of words only. Ask whoever runs the database for it."
            )


def statements(script):
    """Split at semicolons at the end of a line, but not within a trigger."""
    found = ""
    for line in script.strip().splitlines():
        found += line + "\n"
        within_trigger = "BEGIN" in found and "END" not in line
        if line.endswith(";") and not within_trigger:
            yield found.rstrip("\n;")
            found = ""
    if found.strip():
        yield found


def unmake(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for statement in UNMAKE[schema_editor.connection.vendor]:
            cursor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('amendments', '0001_law'),
    ]

    operations = [
        migrations.RunPython(make, unmake),
    ]
