"""The lines of an edition → what it says. Pure: no database, no clock.

A line that ends in the middle of a sentence goes on in the next one, whether or not blank lines
stand between; a number only begins something where the text before it has come to an end, so
"в случаях, предусмотренных подпунктом / 10-1) / статьи 44" is one sentence. Where after a blank
line something begins anew and the sentence before it has no end, a piece is missing: a fault.
"""

import re
from collections.abc import Sequence

from amendments.comparative_table.matching.units import NUMBER
from amendments.comparative_table.rows.no_text import is_no_text
from amendments.comparative_table.rows.plain import one_line
from amendments.official_edition.begun import Begun, units_of
from amendments.official_edition.edition import (
    ArticleRead,
    EditionRead,
    Fault,
    Footnote,
    SectionRead,
)
from amendments.official_edition.look_alikes import put_right
from amendments.official_edition.marks import Mark, Marked, marked
from amendments.official_edition.numbering import follows

_FINISHED = re.compile(r"[.;:!?…][\"»”)]*$")
_SENTENCE = re.compile(r"[\"«“„(]*[^\W\d_]")  # Its first letter is the last one found
HANGS_ON = re.compile(rf"(?<=[^\W\d_]\.)(?={NUMBER}\.\s+[^\W\d_])")


def is_finished(text: str) -> bool:
    return not text or bool(_FINISHED.search(text[-9:]))


def begins_sentence(text: str) -> bool:
    found = _SENTENCE.match(text)
    return found is not None and found[0][-1].isupper()


def _begins_anew(text: str, found: Marked) -> bool:
    """Whether a line looks like a beginning: a bare number may also be a link torn out of one."""
    return bool(found.number and found.rest) or begins_sentence(text)


def _is_finished_aside(text: str) -> bool:
    """Footnotes also end with "(вводится в действие с 01.01.2023)" and no full stop."""
    return is_finished(text) or text.endswith(")")


def parse(lines: Sequence[str], language: str) -> EditionRead:
    """Read an edition. Never fails: whether it is whole, `checking` and `damage` say."""
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
        self._begun: list[Begun] = []  # The units of the article being read
        self._aside: Footnote | None = None
        self._is_note = False
        self._after_blank = True
        self._line_before = 0  # With words on it
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
        self._line_before = number

    def has_ended(self) -> bool:
        """Whether what was read last is whole, as far as its last sign tells."""
        if self._aside is not None:
            return _is_finished_aside(self._aside.text)
        return bool(self._begun) and is_finished(self._begun[-1].lines[-1])

    def close(self) -> None:
        if self._begun:
            self._end_text()
            article = self.edition.articles[-1]
            article.units = units_of(article.number, self._begun)
            article.last_line = self._begun[-1].last
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
            if _begins_anew(text, found) and (
                self._after_blank or _is_finished_aside(self._aside.text)
            ):
                self._stops(self._line_before, self._aside.text)
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
            self._begun.append(Begun(number, Marked(Mark.NONE, "", found.rest), found.rest))

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
            self._begun[-1].go_on(number, tail)

    def _in_article(self, number: int, text: str, found: Marked) -> None:
        last = self._begun[-1] if self._begun else None
        finished = last is None or is_finished(last.lines[-1])
        is_number = found.mark in (Mark.PARAGRAPH, Mark.SUBPARAGRAPH)
        if last is None or (is_number and (finished or self._is_due(found))):
            self._end_text()
            self._begin_text(number, text, found)
            self._begun.append(Begun(number, found, text))
        elif finished and self._after_blank:
            self._begin_text(number, text, found)
            last.add_line(number, text)
        else:
            if self._after_blank and _begins_anew(text, found):
                self._end_text()
            last.go_on(number, f" {text}")

    def _begin_text(self, number: int, text: str, found: Marked) -> None:
        """Sub-paragraphs begin in small letters, and what is repealed says so in any."""
        said = found.rest if found.number else text
        if found.mark != Mark.SUBPARAGRAPH and not (begins_sentence(said) or is_no_text(said)):
            self._fault(number, f"begins in the middle of a sentence: “{said[:40]}”.")

    def _end_text(self) -> None:
        if self._begun and not is_finished(self._begun[-1].lines[-1]):
            self._stops(self._begun[-1].last, self._begun[-1].lines[-1])

    def _stops(self, number: int, text: str) -> None:
        self._fault(number, f"stops in the middle of a sentence: “{text[-40:]}”.")

    def _fault(self, number: int, said: str) -> None:
        self.edition.faults.append(Fault(number, said))

    def _is_due(self, found: Marked) -> bool:
        """The next number, on a line of its own after a blank one: the full stop is missing."""
        numbers = [begun.marked.number for begun in self._begun if begun.marked.mark == found.mark]
        return self._after_blank and follows(numbers[-1] if numbers else "0", found.number)
