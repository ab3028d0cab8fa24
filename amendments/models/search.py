"""What search reads: one row for each public text in each language, and the words in them."""

from django.db import models


class SearchEntry(models.Model):
    """A text as search knows it in one language of the pages.

    Written by `amendments.search.indexing` only, always from the text itself: it can be thrown
    away and made anew (`index_search`). Only published texts have entries; `publish_at` is the
    moment from which readers may find this one.

    `parent` holds what the address is made of besides the slug, with "/" between. `context` is
    a list of [language, text], `body` one of [language, field, text]: what is not yet
    translated stands in the language it is shown in. `heading_stems` and `body_stems` are
    stems with spaces between, `scope` is "en_ en_change _change" and the stems of the heading as
    "en__court". The database keeps a full-text index of these three columns by itself
    (migration 0002): FTS5 by triggers, PostgreSQL by a generated column. A migration that makes
    SQLite rebuild this table must make the triggers again.
    """

    model = models.CharField(max_length=100)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=20)
    slug = models.CharField(max_length=120)
    parent = models.CharField(max_length=120, blank=True)
    article = models.CharField(max_length=6, blank=True)
    place = models.CharField(max_length=20, blank=True)
    title = models.TextField()
    title_language = models.CharField(max_length=2)
    context = models.JSONField(default=list)
    body = models.JSONField()
    heading_stems = models.TextField()
    body_stems = models.TextField()
    scope = models.TextField()
    publish_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["model", "object_id", "language"], name="a_text_is_found_once_in_a_language"
            ),
        ]
        indexes = [
            models.Index(fields=["language", "article"], name="search_entries_of_an_article"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.object_id} {self.language}"


class SearchWord(models.Model):
    """A word in the texts of one language of the pages: for endings, beginnings and slips.

    `key` is the word without Kazakh letters (`folding.loose`), `seen` in how many texts it was
    when the words were last counted. Words stay when their last text goes, until the next
    `index_search`.
    """

    language = models.CharField(max_length=2)
    word = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)
    seen = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["language", "word", "stem"], name="a_word_is_kept_once_for_each_stem"
            ),
        ]
        indexes = [
            models.Index(fields=["language", "key"], name="search_words_by_beginning"),
            models.Index(fields=["language", "stem"], name="search_words_by_stem"),
        ]

    def __str__(self) -> str:
        return self.word
