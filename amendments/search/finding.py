"""A question → what was found for it, best first, and what to say when that is not all of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from amendments.languages import LANGUAGES
from amendments.models import SearchWord
from amendments.search.asking import ProvisionAsked, Question, question
from amendments.search.engine import MOST_OF_A_KIND, Candidate, Engine, KnownWord
from amendments.search.engines import engine
from amendments.search.known_words import (
    all_are_words,
    group_of,
    known_of_each,
    known_words,
    spelling,
)
from amendments.search.parting import parted
from amendments.search.ranking import Group, Ranked, rank
from amendments.search.registry import registry
from amendments.search.slips import corrections, in_other_layout

ARTICLE_STEMS = frozenset(("articl", "стат", "бап"))


@dataclass
class Found:
    """The ids of the entries found, the best first, and how they were found.

    `counts` are per kind, at most `MOST_OF_A_KIND`; `more` names kinds of which there is more.
    `instead` is the text that was searched in place of what was typed. `left_out` are words
    that no text has. `any_word` says that no text has all the words. `elsewhere` are languages
    in which there may be hits, when there are none here. `stems` are what to highlight.
    `texts` are the model and the key of the text of each entry.
    """

    ids: list[int] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    more: set[str] = field(default_factory=set)
    instead: str = ""
    left_out: list[str] = field(default_factory=list)
    any_word: bool = False
    elsewhere: list[str] = field(default_factory=list)
    stems: frozenset[str] = frozenset()
    texts: dict[int, tuple[str, int]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[int]:
        """Return the ids of one kind, or all of them without one, the best first."""
        return [each for each in self.ids if not kind or self.kinds[each] == kind]


@dataclass
class _Wanted:
    """The words to look for: a group of stems for each, and what became of the rest."""

    groups: list[dict[str, float]]
    instead: str = ""
    left_out: list[str] = field(default_factory=list)


def find(asked: Question, now: datetime) -> Found:
    """Look for what is asked, in three to seven queries.

    Nothing found for all the words leads to those that have some of them.
    """
    if not asked.words:
        return Found()
    database = engine()
    pinned: list[Candidate] = []
    if asked.provision:
        pinned = database.in_article(asked.provision.article, asked.language, now)
    wanted = _Wanted(_address_groups(asked)) if pinned else _wanted(asked, database)
    found = Found(instead=wanted.instead, left_out=wanted.left_out)
    candidates = _candidates(database, wanted.groups, asked.language, now)
    if not candidates and not pinned and len(wanted.groups) > 1:
        together = {stem: 1.0 for group in wanted.groups for stem in group}
        candidates = _candidates(database, [together], asked.language, now)
        found.any_word = bool(candidates)
    _rank(found, candidates, wanted.groups)
    if asked.provision:
        _pin(found, pinned, asked.provision)
    found.stems = frozenset(stem for group in wanted.groups for stem in group)
    if not found.ids:
        found.elsewhere = _elsewhere(asked)
    return found


def keys_found(text: str, language: str, label: str, now: datetime) -> list[int]:
    """Return the keys of the rows of one model ("amendments.amendment"), the best first."""
    found = find(question(text, language), now)
    return [key for model, key in map(found.texts.__getitem__, found.ids) if model == label]


def _elsewhere(asked: Question) -> list[str]:
    """Return the other languages of the site that have all the words, if not in one text."""
    named = [word.stems for word in asked.words if word.text.isalpha()]
    others = [language for language in LANGUAGES if language != asked.language]
    stems = {stem for group in named for stem in group}
    words = SearchWord.objects.filter(language__in=others, stem__in=stems)
    there = set(words.values_list("language", "stem"))
    return [
        language
        for language in others
        if named and all(any((language, stem) in there for stem in group) for group in named)
    ]


def _wanted(asked: Question, database: Engine) -> _Wanted:
    """Decide what each word may be; what nothing begins with is a slip or left out."""
    others = [question(text, asked.language) for text in in_other_layout(asked.text)]
    known, *of_others = known_of_each([asked, *others], database)
    unknown = [word.text for word in asked.words if word.text.isalpha() and not known[word.text]]
    if unknown or asked.language == "kk":
        wanted = _in_cyrillic(asked, known, database)
        if wanted:
            return wanted
    if not unknown:
        return _Wanted([group_of(word, known[word.text]) for word in asked.words])
    for other, its_words in zip(others, of_others, strict=True):
        if other.words and all(its_words[word.text] for word in other.words):
            return _Wanted(
                [group_of(word, its_words[word.text]) for word in other.words], other.text
            )
    meant = corrections(unknown, asked.language, database)
    meant |= parted([word for word in unknown if word not in meant], asked.language)
    left_out = [word for word in unknown if word not in meant]
    read = asked.without(left_out, meant)
    if any(word.text not in known for word in read.words):  # Corrected, or joined by what went
        (known,) = known_of_each([read], database)
    groups = [group_of(word, known[word.text]) for word in read.words]
    return _Wanted(groups, read.text if meant else "", left_out)


def _in_cyrillic(
    asked: Question, as_typed: dict[str, list[KnownWord]], database: Engine
) -> _Wanted | None:
    """Read Latin letters as Kazakh ones; None unless all the words are some then. One query.

    Where they are words as they were typed too ("Qazaqstan" is part of a title), both count.
    """
    read = asked.latin_words_read
    known = known_words(read, asked.language, database) if read else []
    if not read or not all(its_words for its_words in known):
        return None
    spelt = {
        word.typed: spelling(word, its_words)
        for word, its_words in zip(read, known, strict=True)
        if word.typed
    }
    groups = [group_of(word, its_words) for word, its_words in zip(read, known, strict=True)]
    if not all_are_words(asked, as_typed):
        return _Wanted(groups, asked.without([], spelt).text)
    typed = {word.text: word for word in asked.words}
    for word, group in zip(read, groups, strict=True):
        if word.typed:
            group |= group_of(typed[word.typed], as_typed[word.typed])
    return _Wanted(groups)


def _address_groups(asked: Question) -> list[dict[str, float]]:
    """Look for the numbers of an address, beside the word "article" if it was typed."""
    numbers = [{word.text: 1.0} for word in asked.words if word.text.isdigit()]
    if len(numbers) == len(asked.words):
        return numbers
    return [dict.fromkeys(ARTICLE_STEMS, 1.0), *numbers]


def _candidates(
    database: Engine, groups: Sequence[Group], language: str, now: datetime
) -> list[Candidate]:
    if not groups:
        return []
    return database.candidates(groups, language, registry.kinds, now)


def _rank(found: Found, candidates: list[Candidate], groups: Sequence[Group]) -> None:
    weights = {each.label: each.weight * each.kind.weight for each in registry}
    ranked = [
        Ranked(each.id, each.heading_stems, each.body_stems, weights[each.model])
        for each in candidates
    ]
    ids = rank(ranked, groups)
    found.kinds = {each.id: each.kind for each in candidates}
    found.texts = {each.id: (each.model, each.object_id) for each in candidates}
    for each in ids:
        kind = found.kinds[each]
        if found.counts.get(kind, 0) < MOST_OF_A_KIND:
            found.counts[kind] = found.counts.get(kind, 0) + 1
            found.ids.append(each)
        else:
            found.more.add(kind)


def _pin(found: Found, pinned: list[Candidate], asked: ProvisionAsked) -> None:
    """Put first the article itself, then what stands at the place, then the rest of it."""
    exact = [each for each in pinned if asked.place and each.place == asked.place]
    article = [each for each in pinned if each.kind == "article"]
    first = [each.id for each in dict.fromkeys([*article, *exact, *pinned])]
    found.texts |= {each.id: (each.model, each.object_id) for each in pinned}
    for each in pinned:
        if each.id not in found.kinds:
            found.kinds[each.id] = each.kind
            found.counts[each.kind] = found.counts.get(each.kind, 0) + 1
        elif each.id not in found.ids:
            first.remove(each.id)  # Beyond the most of a kind
    found.ids = [*first, *(each for each in found.ids if each not in first)]
