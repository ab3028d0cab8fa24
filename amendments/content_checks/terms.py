"""Glossary terms that a text uses without being linked to them."""

from collections.abc import Iterable, Iterator

from amendments.content_checks.finding import Finding, Level, Problem
from amendments.content_checks.known import KnownTerm
from amendments.content_checks.registry import content_check
from amendments.content_checks.subject import Subject, WrittenText
from amendments.content_files import References
from amendments.term_marks import pattern_of

UNMARKED = frozenset({"note", "in_force_note"})  # Where pages explain no terms


@content_check
def terms_used_are_linked(subject: Subject) -> Iterator[Finding]:
    """Only of kinds that link terms: on their pages a term is explained where it stands."""
    linking = next(
        (f for f in subject.kind.fields if isinstance(f, References) and f.to == "terms"), None
    )
    if linking is not None:
        linked = subject.entry.get(linking.key, [])
        missing = [term for term in subject.known.terms if term.slug not in linked]
        texts = (text for text in subject.explaining_texts() if text.key not in UNMARKED)
        yield from unlinked(texts, missing)


def unlinked(texts: Iterable[WrittenText], terms: Iterable[KnownTerm]) -> Iterator[Finding]:
    """Find each term where it is first used; `terms` are those that are not linked."""
    left = list(terms)
    for written in texts:
        for term in list(left):
            found = pattern_of(term.names.get(written.language, [])).search(written.text)
            if found:
                left.remove(term)
                yield Finding(
                    Problem.TERM_NOT_LINKED, Level.HINT, written.path, found.start(), found[0]
                )
