"""The lines of an edition → what it says. Pure: no database, no clock.

A line that ends in the middle of a sentence goes on in the next one, whether or not blank lines
stand between; a number only begins something where the text before it has come to an end, so
"в случаях, предусмотренных подпунктом / 10-1) / статьи 44" is one sentence.
"""

import re
from collections.abc import Sequence

from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.units import NUMBER, Unit
from amendments.comparative_table.rows.no_text import is_no_text
from amendments.comparative_table.rows.plain import one_line
from amendments.official_edition.edition import (
    ArticleRead,
    EditionRead,
    Footnote,
    PlacedUnit,
    SectionRead,
)
from amendments.official_edition.look_alikes import put_right
from amendments.official_edition.marks import Mark, Marked, marked

_FINISHED = re.compile(r"[.;:!?…][\"»”)]*$")
HANGS_ON = re.compile(rf"(?<=[^\W\d_]\.)(?={NUMBER}\.\s+[^\W\d_])")


def is_finished(text: str) -> bool:
    return not text or bool(_FINISHED.search(text[-9:]))


def _is_finished_aside(text: str) -> bool:
    """Footnotes also end with "(вводится в действие с 01.01.2023)" and no full stop."""
    return is_finished(text) or text.endswith(")")


def parse(lines: Sequence[str], language: str) -> EditionRead:
    """Read an edition. Never fails: whether it is whole, `checking` says."""
    reading = _Reading(language)
    for number, line in enumerate(lines, start=1):
        text, found = put_right(one_line(line))
        reading.edition.put_right += [(number, word) for word in found]
        reading.take(number, text)
        if reading.is_over:
            break
    reading.edition.is_ended = reading.has_ended()
    reading.close()
    return reading.edition


class _Reading:
    """Where the reading has come to. `_aside` holds the footnote or note being read."""

    def __init__(self, language: str) -> None:
        self.edition = EditionRead(language)
        self.is_over = False
        self._begun: list[_Begun] = []  # The units of the article being read
        self._aside: Footnote | None = None
        self._is_note = False
        self._after_blank = True
        self._in_title = False  # Of a section

    def take(self, number: int, text: str) -> None:
        if not text:
            self._after_blank = True
            self._in_title = self._in_title and not self.edition.sections[-1].title
            return
        found = marked(text, self.edition.language)
        if found.mark == Mark.PUBLISHER and self.edition.articles:
            self.is_over = True
            return
        self.edition.last_line = number
        if not self._starts_or_goes_aside(number, text, found):
            self._text(number, text, found)
        self._after_blank = False

    def has_ended(self) -> bool:
        """Whether what was read last is whole, as far as its last sign tells."""
        if self._aside is not None:
            return _is_finished_aside(self._aside.text)
        return bool(self._begun) and is_finished(self._begun[-1].lines[-1])

    def close(self) -> None:
        if self._begun:
            self.edition.articles[-1].units = _units(self.edition.articles[-1], self._begun)
            self._begun = []

    def _starts_or_goes_aside(self, number: int, text: str, found: Marked) -> bool:
        """Take a heading, a footnote or a note, and what one of these goes on with."""
        if found.mark == Mark.SECTION and self._may_head(found):
            self._section(number, text, found)
        elif found.mark == Mark.ARTICLE and self._may_head(found):
            self._article(number, found)
        elif found.mark in (Mark.FOOTNOTE, Mark.NOTE):
            self._go_aside(number, found, text)
        elif self._aside is not None and not self._aside_ends(found):
            self._aside.text += f" {text}"
        else:
            self._aside = None
            return False
        return True

    def _aside_ends(self, found: Marked) -> bool:
        assert self._aside is not None  # noqa: S101 - asked only then
        is_number = found.mark in (Mark.PARAGRAPH, Mark.SUBPARAGRAPH)
        return _is_finished_aside(self._aside.text) and (self._after_blank or is_number)

    def _go_aside(self, number: int, found: Marked, text: str) -> None:
        if found.mark == Mark.NOTE:
            self.edition.notes += 1
            self._aside = Footnote(number, text, "")
            return
        under = self.edition.articles[-1] if self.edition.articles else None
        section = self.edition.sections[-1] if self.edition.sections else None
        of_section = under is None or (section is not None and section.line > under.line)
        self._aside = Footnote(number, found.rest, "" if of_section or not under else under.number)
        self.edition.footnotes.append(self._aside)

    def _may_head(self, found: Marked) -> bool:
        """A heading stands alone or before a repeal, and never in the middle of a sentence."""
        before = self._begun[-1].lines[-1] if self._begun else ""
        if self._aside is None and not is_finished(before):
            return self._after_blank and self._is_next(found)
        if found.mark == Mark.SECTION or not found.rest:
            return True
        return is_no_text(found.rest) or (self._after_blank and self._is_next(found))

    def _is_next(self, found: Marked) -> bool:
        if found.mark != Mark.ARTICLE:
            return not found.rest
        last = self.edition.articles[-1].number if self.edition.articles else "0"
        return follows(last, found.number)

    def _section(self, number: int, text: str, found: Marked) -> None:
        self.close()
        label = text.removesuffix(found.rest).rstrip(" .:")
        self.edition.sections.append(SectionRead(found.number, label, found.rest, number))
        self._aside, self._in_title = None, True

    def _article(self, number: int, found: Marked) -> None:
        if not self._is_same_again(found.number):
            self.close()
            section = self.edition.sections[-1].number if self.edition.sections else ""
            self.edition.articles.append(ArticleRead(found.number, section, number))
        self._aside, self._in_title = None, False
        if found.rest:
            self._begun.append(_Begun(number, Marked(Mark.NONE, "", found.rest), found.rest))

    def _is_same_again(self, number: str) -> bool:
        """The same heading twice with nothing between, as Article 84 of the Kazakh edition."""
        articles = self.edition.articles
        return bool(articles) and articles[-1].number == number and not self._begun

    def _text(self, number: int, text: str, found: Marked) -> None:
        section = self.edition.sections[-1] if self.edition.sections else None
        if self._in_title and section:
            section.title = f"{section.title} {text}".strip()
        elif self.edition.articles and (not section or section.line < number):
            head, *tails = HANGS_ON.split(text)
            self._in_article(number, head, marked(head, self.edition.language) if tails else found)
            for tail in tails:
                self._hanging(number, tail)

    def _hanging(self, number: int, tail: str) -> None:
        """Begin a paragraph that stands on the line of the one before: "…of deputies.4. No…"."""
        found = marked(tail, self.edition.language)
        paragraphs = [b.marked.number for b in self._begun if b.marked.mark == Mark.PARAGRAPH]
        if paragraphs and found.mark == Mark.PARAGRAPH and follows(paragraphs[-1], found.number):
            self._in_article(number, tail, found)
        else:
            self._begun[-1].lines[-1] += tail

    def _in_article(self, number: int, text: str, found: Marked) -> None:
        last = self._begun[-1] if self._begun else None
        finished = last is None or is_finished(last.lines[-1])
        is_number = found.mark in (Mark.PARAGRAPH, Mark.SUBPARAGRAPH)
        if last is None or (is_number and (finished or self._is_due(found))):
            self._begun.append(_Begun(number, found, text))
        elif finished and self._after_blank:
            last.lines.append(text)
        else:
            last.lines[-1] += f" {text}"

    def _is_due(self, found: Marked) -> bool:
        """The next number, on a line of its own after a blank one: the full stop is missing."""
        numbers = [begun.marked.number for begun in self._begun if begun.marked.mark == found.mark]
        return self._after_blank and follows(numbers[-1] if numbers else "0", found.number)


class _Begun:
    """What begins with a number, and the lines of it: paragraphs without a number."""

    def __init__(self, line: int, found: Marked, text: str) -> None:
        self.line = line
        self.marked = found
        self.lines = [found.rest if found.number else text]


def follows(last: str, number: str) -> bool:
    """Whether a number may stand next: 2 or 1-1 after 1; 2 or 1-2 after 1-1."""
    whole, _dash, inserted = last.partition("-")
    return number in (str(int(whole) + 1), f"{whole}-{int(inserted or 0) + 1}")


def _units(article: ArticleRead, begun: list[_Begun]) -> list[PlacedUnit]:
    """Give each unit its address. What follows the end of a list is of the paragraph again."""
    here = Address(article=article.number)
    units: list[PlacedUnit] = []
    for at, each in enumerate(begun):
        number, lines, after_list = each.marked.number, each.lines, []
        if each.marked.mark == Mark.PARAGRAPH:
            here, sign = Address(article=article.number).within(number), "."
        elif each.marked.mark == Mark.SUBPARAGRAPH:
            here, sign = here.within(here.paragraph, number), ")"
            if _ends_list(begun, at):
                lines, after_list = each.lines[:1], each.lines[1:]
        else:
            number, sign = "", ""
        text = "\n".join(line for line in lines if line)
        units.append(PlacedUnit(Unit(here, f"{number}{sign}", text), each.line))
        if after_list:
            here = here.within(here.paragraph)
            units.append(PlacedUnit(Unit(here, "", "\n".join(after_list)), each.line))
    return units


def _ends_list(begun: list[_Begun], at: int) -> bool:
    """Whether the list ends with this one: no later number follows, or another list begins."""
    following = begun[at + 1].marked if at + 1 < len(begun) else None
    if following is None or following.mark != Mark.SUBPARAGRAPH:
        return True
    return _in_order(following.number) <= _in_order(begun[at].marked.number)


def _in_order(number: str) -> tuple[int, int]:
    whole, _dash, inserted = number.partition("-")
    return int(whole), int(inserted or 0)
