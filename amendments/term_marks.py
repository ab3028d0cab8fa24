"""Glossary terms explained where they stand: the first time each one occurs on a page."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from amendments.models import Term
from amendments.texts import text_in

ENGLISH_ENDING = r"(?:s|es|'s|’s|s'|s’)?"
INFLECTED_ENDING = r"\w{0,10}"
# What a short word may lose or change before an ending: казнь → казни, құқық → құқығы
SOFT_END = re.compile(r"[аеёиоуыэюяьй]$")
VOICED = {"к": "[кг]", "қ": "[қғ]", "п": "[пб]"}
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")


class TermMarks:
    """Marks terms in the texts of one page, in the language each text is in.

    Each term is marked once. `mark` returns paragraphs of HTML in which a term is a button
    that opens its explanation; `newly_marked` hands over the terms to explain next to them.
    """

    def __init__(self, terms: Iterable[Term], *, page_language: str) -> None:
        self.page_language = page_language
        self._left = [term for term in terms if text_in(page_language, term, "definition")]
        self._fresh: list[Term] = []

    def mark(self, text: str, *, language: str) -> SafeString:
        paragraphs = [part for part in re.split(r"\n\s*\n", text.strip()) if part]
        return mark_safe(  # noqa: S308 - every part is escaped below
            "".join(f"<p>{self._marked(part, language)}</p>" for part in paragraphs)
        )

    def newly_marked(self) -> list[Term]:
        """Return the terms marked since the last call."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def _marked(self, paragraph: str, language: str) -> str:
        found = []
        taken: list[range] = []
        for term in sorted(self._left, key=lambda term: -len(_name(term, language))):
            match = pattern_of(_names(term, language)).search(paragraph)
            if match and not any(
                match.start() in span or match.end() - 1 in span for span in taken
            ):
                taken.append(range(match.start(), match.end()))
                found.append((match.start(), match.end(), term))
        html, at = [], 0
        for start, end, term in sorted(found, key=lambda item: item[0]):
            html.append(escape(paragraph[at:start]))
            html.append(
                format_html(
                    '<button type="button" class="term" popovertarget="term-{}">{}</button>',
                    term.slug,
                    paragraph[start:end],
                )
            )
            at = end
            self._left.remove(term)
            self._fresh.append(term)
        return "".join([*html, escape(paragraph[at:])]).replace("\n", "<br>")


def _name(term: Term, language: str) -> str:
    return getattr(term, f"name_{language}") or ""


def _names(term: Term, language: str) -> list[str]:
    also = (getattr(term, f"also_{language}") or "").split("\n")
    return [name for name in [_name(term, language), *also] if len(name) > 2]


def pattern_of(names: Sequence[str]) -> re.Pattern[str]:
    """Match any of the names as a whole word, in the forms that plain text gives it."""
    return _pattern(tuple(names))


@lru_cache(maxsize=1024)  # Every name of the glossary in three languages
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    if not names:
        return re.compile(r"(?!)")
    return re.compile("|".join(_forms(name) for name in names), re.IGNORECASE)


def _forms(name: str) -> str:
    is_latin = bool(re.search(r"[a-z]", name, re.IGNORECASE))
    if is_latin:
        return rf"\b{re.escape(name)}{ENGLISH_ENDING}\b"
    words = [rf"{_stem(word)}{INFLECTED_ENDING}" for word in IN_BRACKETS.sub("", name).split()]
    return rf"\b{' '.join(words)}\b"


def _stem(word: str) -> str:
    if len(word) > 5:
        return re.escape(word[:-2])
    if len(word) > 3 and SOFT_END.search(word):
        return re.escape(word[:-1])
    return re.escape(word[:-1]) + VOICED.get(word[-1], re.escape(word[-1]))
