"""Search over everything public, in the language of the page, on SQLite and PostgreSQL alike.

A text becomes an entry of stems (`entries`); the database only says which entries have the
stems asked for, at most so many of each kind (`engine`). Which of them come first is worked out
here (`ranking`), the same on both. FTS5's own ranking reads every entry that has the word: with
70,000 of them a second, where taking the first hundred takes a tenth of a millisecond.
"""
