"""Where the numbers, lists and words of an edition show that a piece of it is missing. Pure.

Both editions known print the number of what was repealed, so that no gap is without its note:
"4. Исключен Законом…". An item of a list ends in a semicolon, and words before one in a colon.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from amendments.comparative_table.rows.folding import folded
from amendments.official_edition.edition import ArticleRead, EditionRead, Fault
from amendments.official_edition.footnotes import article_of
from amendments.official_edition.numbering import follows

_REPEALED = re.compile(r"исключен|утратил\w* силу|алып таст")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LETTER = re.compile(r"[^\W\d_]")
_LONG = 40  # Letters: a Kazakh sentence as long has one that Russian lacks; beyond 25 all had
_A_NAME = 0.1  # Of the letters, in a Russian sentence with a Kazakh name; a Kazakh one has a fifth


def damage_in(edition: EditionRead) -> list[Fault]:
    """Return the faults of an edition, in the order of its lines; none for a whole one."""
    found = list(edition.faults)
    for section in edition.sections:
        if not section.title:
            found.append(Fault(section.line, f"Section {section.number} has no name."))
    repealed = {article_of(note) for note in edition.footnotes if _says_repealed(note.text)}
    for article in edition.articles:
        if not article.units and article.number not in repealed:
            found.append(Fault(article.line, f"Article {article.number} has no text."))
        found += _out_of_order(article)
        found += _open_lists(article)
        found += _foreign(article, edition.language)
    return sorted(found)


def _says_repealed(text: str) -> bool:
    return bool(_REPEALED.search(folded(text)))


def _out_of_order(article: ArticleRead) -> Iterator[Fault]:
    paragraph, item = "0", "0"
    for placed in article.units:
        number = placed.unit.number
        if number.endswith("."):
            name, before, paragraph, item = "paragraph", paragraph, number[:-1], "0"
        elif number.endswith(")"):
            name, before, item = "sub-paragraph", item, number[:-1]
        else:
            item = "0"  # After words of its own a second list may begin
            continue
        if not follows(before, number[:-1]):
            after = f"stands after {before}" if before != "0" else "is the first"
            yield Fault(
                placed.line,
                f"{name} {number[:-1]} of Article {article.number} {after}: a piece is missing or "
                "out of place.",
            )


def _open_lists(article: ArticleRead) -> Iterator[Fault]:
    for placed, after in zip_longest(article.units, article.units[1:]):
        lines = placed.unit.text.split("\n")
        if not lines[-1]:
            yield Fault(placed.line, f"{placed.unit.number} has no text.")
        leads = ";" if placed.unit.number.endswith(")") else ":"
        if after is not None and after.unit.number.endswith(")") and lines[-1].endswith(leads):
            lines.pop()
        for line in lines:
            if line.endswith((":", ";")):
                yield Fault(placed.line, f"a list stops at “{line[-40:]}”: its end is missing.")


def _foreign(article: ArticleRead, language: str) -> Iterator[Fault]:
    for placed in article.units:
        for line in placed.unit.text.split("\n"):
            if _is_foreign(line, language):
                yield Fault(placed.line, f"is in another language: “{line[:40]}”.")


def _is_foreign(line: str, language: str) -> bool:
    letters, kazakh = len(_LETTER.findall(line)), len(_KAZAKH.findall(line))
    if language == "kk":
        return letters >= _LONG and not kazakh
    is_latin = letters >= _LONG and not _CYRILLIC.search(line)
    return is_latin or kazakh > letters * _A_NAME
