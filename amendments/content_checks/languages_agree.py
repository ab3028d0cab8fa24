"""Whether the languages of one text name the same numbers, articles and terms."""

import re
from collections.abc import Iterable, Iterator, Mapping

from amendments.content_checks import numbers
from amendments.content_checks.article_references import NUMBER, references_in
from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.known import KnownTerm
from amendments.content_checks.registry import content_check
from amendments.content_checks.sentences import sentences
from amendments.content_checks.subject import Subject
from amendments.content_files import translated_values
from amendments.term_marks import pattern_of

# A thing is called as each language calls it: a name may have a year in one alone.
NAMES: Mapping[str, frozenset[str]] = {
    "terms": frozenset({"name", "also"}),
    "institutions": frozenset({"name"}),
    "laws": frozenset({"title"}),
    "sources": frozenset({"publisher", "title", "note"}),
}
A_NUMBER = re.compile(NUMBER)

Texts = Mapping[str, str]  # One text by language


@content_check
def languages_agree(subject: Subject) -> Iterator[Finding]:
    """All hints: a number may stand as a word that the lists lack, a term as a pronoun."""
    names = NAMES.get(subject.kind.name, frozenset())
    for value in translated_values(subject.kind.fields, subject.entry):
        if not value.field.parallel or value.key in names:
            continue
        texts = {
            language: "\n".join(written) if isinstance(written, list) else written
            for language, written in value.by_language.items()
            if written
        }
        for found in (numbers_missing, articles_missing):
            yield from found(value.path, texts)
        yield from other_terms(value.path, texts, subject.known.terms)


def numbers_missing(path: str, texts: Texts) -> Iterator[Finding]:
    for language, lacking in numbers.missing(texts).items():
        for number in sorted(lacking):
            yield Finding(Problem.NUMBER_MISSING, Level.HINT, f"{path}.{language}", words=number)


def articles_missing(path: str, texts: Texts) -> Iterator[Finding]:
    """Find articles that one language names and another has not even as a bare number."""
    named = {language: _articles(text, language) for language, text in texts.items()}
    everywhere = {article for articles in named.values() for article in articles}
    for language, text in texts.items():
        for article in sorted(everywhere - named[language] - set(A_NUMBER.findall(text))):
            yield Finding(Problem.ARTICLE_MISSING, Level.HINT, f"{path}.{language}", words=article)


def other_terms(path: str, texts: Texts, terms: Iterable[KnownTerm]) -> Iterator[Finding]:
    """Find where English uses a term of the glossary and another language none of its names."""
    if "en" not in texts or len(texts) < 2:
        return
    for term in terms:
        if pattern_of(term.names.get("en", [])).search(texts["en"]):
            for language, text in texts.items():
                names = term.names.get(language, [])
                if names and not pattern_of(names).search(text):
                    yield Finding(
                        Problem.OTHER_TERM, Level.HINT, f"{path}.{language}", words=names[0]
                    )


def _articles(text: str, language: str) -> set[str]:
    return {
        reference.article
        for _place, sentence in sentences(text)
        for reference in references_in(sentence, language)
    }
