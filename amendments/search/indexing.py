"""Entries are written with the texts they come from, in the same transaction.

Writes that send no signals (`update`, `bulk_create`, raw SQL) must call `index`, or
`manage.py index_search` must follow.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any

from django.db import transaction

from amendments.models import SearchEntry, SearchWord
from amendments.search.engines import engine
from amendments.search.entries import Made, WordOfEntry, entries_of, search_word
from amendments.search.registry import Searchable, registry

BATCH = 200

_SAME = ("model", "object_id", "language")  # What makes two entries those of one text
_CONTENT = [
    field.attname for field in SearchEntry._meta.fields if field.attname not in ("id", *_SAME)
]

# Model → keys of items that wait for the end of `indexed_together`
_waiting: ContextVar[dict[str, set[int]] | None] = ContextVar("texts to index", default=None)


def index(searchable: Searchable, keys: Iterable[int]) -> int:
    """Bring the entries of these items up to date; return how many entries were written.

    Within `indexed_together` that is done at its end, and 0 is returned.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting[searchable.label].update(keys)
        return 0
    with transaction.atomic():
        return sum(_index(searchable, some) for some in _in_batches(sorted(set(keys))))


@contextmanager
def indexed_together() -> Iterator[None]:
    """Save many things in one transaction and index each text once, at its end."""
    with transaction.atomic():
        if _waiting.get() is not None:
            yield
            return
        waiting: dict[str, set[int]] = defaultdict(set)
        token = _waiting.set(waiting)
        try:
            yield
        finally:
            _waiting.reset(token)
        words: Counter[WordOfEntry] = Counter()
        for label, keys in waiting.items():
            for some in _in_batches(sorted(keys)):
                _write(registry[label], some, words)
        _keep_words(words)


def index_everything() -> int:
    """Make the whole index anew, writing only what differs; return how many entries did.

    Counts the words again and forgets those that no text has any longer.
    """
    words: Counter[WordOfEntry] = Counter()
    with transaction.atomic():
        written = 0
        for searchable in registry:
            keys = set(searchable.model._default_manager.values_list("pk", flat=True))
            stored = SearchEntry.objects.filter(model=searchable.label)
            keys.update(stored.values_list("object_id", flat=True))
            for some in _in_batches(sorted(keys)):
                written += _write(searchable, some, words)
        unknown = SearchEntry.objects.exclude(model__in=[each.label for each in registry])
        written += unknown.delete()[0]
        _replace_words(words)
        engine().tidy()
    return written


def _index(searchable: Searchable, keys: list[int]) -> int:
    words: Counter[WordOfEntry] = Counter()
    written = _write(searchable, keys, words)
    _keep_words(words)
    return written


def _write(searchable: Searchable, keys: list[int], words: Counter[WordOfEntry]) -> int:
    """Write the entries of these items that differ; add the words of all of them to `words`."""
    made = [
        each
        for item in searchable.queryset().filter(pk__in=keys)
        for each in entries_of(item, searchable)
    ]
    stored = {
        (entry.object_id, entry.language): entry
        for entry in SearchEntry.objects.filter(model=searchable.label, object_id__in=keys)
    }
    changed = []
    for each in made:
        words.update(each.words)
        if not _is_same(each, stored.pop((each.entry.object_id, each.entry.language), None)):
            changed.append(each.entry)
    if stored:
        SearchEntry.objects.filter(pk__in=[entry.pk for entry in stored.values()]).delete()
    SearchEntry.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=_SAME, update_fields=_CONTENT
    )
    return len(changed) + len(stored)


def _is_same(made: Made, stored: SearchEntry | None) -> bool:
    return stored is not None and all(
        getattr(made.entry, name) == getattr(stored, name) for name in _CONTENT
    )


def _keep_words(words: Counter[WordOfEntry]) -> None:
    """Add the words that are new; in order, so that two who do so never wait in a ring."""
    for some in _in_batches(sorted(words), 500):
        texts = {text for _language, text, _stem in some}
        known = set(
            SearchWord.objects.filter(word__in=texts).values_list("language", "word", "stem")
        )
        new = [search_word(word, words[word]) for word in some if word not in known]
        SearchWord.objects.bulk_create(new, ignore_conflicts=True)


def _replace_words(words: Counter[WordOfEntry]) -> None:
    gone: list[int] = []
    recounted: list[SearchWord] = []
    for stored in SearchWord.objects.iterator():
        seen = words.pop((stored.language, stored.word, stored.stem), 0)
        if not seen:
            gone.append(stored.pk)
        elif seen != stored.seen:
            stored.seen = seen
            recounted.append(stored)
    for some in _in_batches(gone, 1_000):
        SearchWord.objects.filter(pk__in=some).delete()
    SearchWord.objects.bulk_update(recounted, ["seen"], batch_size=500)
    _keep_words(words)


def _in_batches(items: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some
