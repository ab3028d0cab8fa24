"""A text → its entries, one for each language of the pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.utils import translation

from amendments.languages import LANGUAGES
from amendments.models import Reviewed, SearchEntry, SearchWord, State
from amendments.search.folding import loose, words
from amendments.search.ranking import NAMES_APART
from amendments.search.registry import Part, Searchable, field_in, follow
from amendments.search.stemming import stem
from amendments.search.stop_words import STOP_WORDS
from amendments.texts import Text

PARENTS_APART = "/"

# Language of the pages, word and stem
WordOfEntry = tuple[str, str, str]


@dataclass(frozen=True)
class Made:
    """An unsaved entry, and the words by which it can be found, numbers left out."""

    entry: SearchEntry
    words: set[WordOfEntry]


def entries_of(item: Any, searchable: Searchable) -> list[Made]:
    """Return an entry for each language, or none while readers may not see the item."""
    public_from = _public_from(item, searchable)
    if isinstance(public_from, _Never):
        return []
    made = []
    for language in LANGUAGES:
        with translation.override(language):
            made.append(_made(item, searchable, language))
        made[-1].entry.publish_at = public_from
    return made


def search_word(word: WordOfEntry, seen: int) -> SearchWord:
    language, text, its_stem = word
    return SearchWord(language=language, word=text, key=loose(text), stem=its_stem, seen=seen)


def language_scope(language: str) -> str:
    """Return the word of the index that all entries of a language have."""
    return f"{language}_"


def kind_scope(language: str, kind: str) -> str:
    """Return the word of the index that all entries of a kind have in a language."""
    return f"{language}_{kind}"


def any_language_scope(kind: str) -> str:
    """Return the word of the index that all entries of a kind have.

    For PostgreSQL, whose indexes are apart by language: so its planner knows how common a
    kind is among the entries of one.
    """
    return f"_{kind}"


def in_heading(language: str, stem: str) -> str:
    """Return the word of the index for a stem in headings of a language."""
    return f"{language}__{stem}"


class _Never:
    """Not public, whatever the hour."""


def _public_from(item: Any, searchable: Searchable) -> datetime | _Never | None:
    """Return from when readers may see the item: None for always."""
    moments = []
    for text in (item, *(follow(item, lookup) for lookup in searchable.needs)):
        if isinstance(text, Reviewed):
            if text.state != State.PUBLISHED:
                return _Never()
            if text.publish_at:
                moments.append(text.publish_at)
    return max(moments, default=None)


def _made(item: Any, searchable: Searchable, language: str) -> Made:
    if isinstance(searchable.title, str):
        title = field_in(language, item, searchable.title)
    else:
        title = searchable.title(item, language)
    parents = [follow(item, lookup) or "" for lookup in searchable.parents]
    article, place = searchable.place(item)
    context = searchable.context(item)
    parts = [part for part in _parts(item, searchable, language) if part.text]
    heading_stems, heading_words = _analysed([title, *_names(item, searchable)], f" {NAMES_APART} ")
    body_stems, body_words = _analysed([*context, *(part.text for part in parts)])
    entry = SearchEntry(
        model=searchable.label,
        object_id=item.pk,
        language=language,
        kind=searchable.kind.name,
        slug=str(getattr(item, searchable.slug, "")),
        parent=PARENTS_APART.join(str(parent) for parent in parents),
        article=article,
        place=place,
        title=title.value,
        title_language=title.language,
        context=[[text.language, text.value] for text in context],
        body=[[part.text.language, part.field, part.text.value] for part in parts],
        heading_stems=heading_stems,
        body_stems=body_stems,
        scope=_scope(language, searchable.kind.name, heading_stems),
    )
    return Made(entry, {(language, *word) for word in heading_words | body_words})


def _scope(language: str, kind: str, heading_stems: str) -> str:
    stems = sorted({*heading_stems.split()} - {NAMES_APART})
    marks = [in_heading(language, each) for each in stems]
    scopes = [language_scope(language), kind_scope(language, kind), any_language_scope(kind)]
    return " ".join([*scopes, *marks])


def _parts(item: Any, searchable: Searchable, language: str) -> Iterator[Part]:
    for each in searchable.fields:
        if not isinstance(each, str):
            yield from each(item, language)
            continue
        relation, dot, name = each.rpartition(".")
        for row in getattr(item, relation).all() if dot else [item]:
            yield Part(name, field_in(language, row, name))


def _names(item: Any, searchable: Searchable) -> Iterator[Text]:
    for name in searchable.names:
        for language in LANGUAGES:
            yield Text(getattr(item, f"{name}_{language}") or "", language, language)


def _analysed(texts: Iterable[Text], apart: str = " ") -> tuple[str, set[tuple[str, str]]]:
    """Return the stems of the texts in order, and their words with their stems.

    Words that say nothing are left out, as they are of questions.
    """
    analyses = [_analysis(text.value, text.language) for text in texts]
    stems = apart.join(stems for stems, _words in analyses if stems)
    return stems, set().union(*(found for _stems, found in analyses))


@lru_cache(maxsize=200)  # The same text stands in for missing translations
def _analysis(text: str, language: str) -> tuple[str, frozenset[tuple[str, str]]]:
    said = (word.text for word in words(text) if word.text not in STOP_WORDS[language])
    found = [(word, stem(word, language)) for word in said]
    stems = " ".join(its_stem for _word, its_stem in found)
    return stems, frozenset(pair for pair in found if pair[0].isalpha())
