"""The glossary: words of the law, found by any name in any language, in alphabetical order."""

from functools import cached_property

from django.core.paginator import Page, Paginator

from amendments.alphabet import in_alphabet
from amendments.languages import LANGUAGES
from amendments.models import Amendment, Term
from amendments.source_use import SourceUse, source_uses

PER_PAGE = 30


class GlossaryPage:
    """The words a reader looks for by `query`; all of them when it is empty."""

    def __init__(self, language: str, query: str, number: str | None) -> None:
        self.language = language
        self.query = query.strip()[:80]
        self._number = number

    @cached_property
    def results(self) -> Page[Term]:
        """One page of the terms found, explained ones and official names in one order."""
        names = [f"{field}_{code}" for field in ("name", "also") for code in LANGUAGES]
        found = [
            term
            for term in Term.objects.published().only("slug", *names)
            if self._fits(term, names)
        ]
        page = Paginator(in_alphabet(found, "name", self.language), PER_PAGE).get_page(self._number)
        whole = Term.objects.in_bulk([term.pk for term in page.object_list])
        page.object_list = [whole[term.pk] for term in page.object_list]
        return page

    def _fits(self, term: Term, names: list[str]) -> bool:
        wanted = folded(self.query)
        return not wanted or any(wanted in folded(getattr(term, name) or "") for name in names)


class TermPage:
    """What stands beside one term, which comes with its sources."""

    def __init__(self, term: Term, language: str) -> None:
        self.term = term
        self.language = language

    @cached_property
    def names(self) -> list[tuple[str, str, list[str]]]:
        """The name in each language, with the other names a reader may have met."""
        return [
            (
                code,
                getattr(self.term, f"name_{code}") or "",
                (getattr(self.term, f"also_{code}") or "").split("\n"),
            )
            for code in LANGUAGES
        ]

    @cached_property
    def changes(self) -> list[Amendment]:
        return list(
            Amendment.objects.published()
            .filter(terms=self.term)
            .select_related("provision__article__section", "provision__section")
            .in_reading_order()
        )

    @cached_property
    def sources(self) -> list[SourceUse]:
        return source_uses(self.term.citations.all())

    @cached_property
    def following(self) -> Term | None:
        """The word after this one in the alphabet; None after the last."""
        names = [f"name_{code}" for code in LANGUAGES]
        terms = in_alphabet(Term.objects.published().only("slug", *names), "name", self.language)
        at = next((i for i, term in enumerate(terms) if term.pk == self.term.pk), len(terms))
        return terms[at + 1] if at + 1 < len(terms) else None


def folded(words: str) -> str:
    """Return words as they are compared: no case, and ё as е, as most people type it."""
    return words.casefold().replace("ё", "е")
