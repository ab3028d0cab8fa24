"""From aligned words to edits of the texts themselves, with everything between the words."""

import re
import unicodedata

from amendments.redline.alignment import NONE, Alignment
from amendments.redline.cursor import Cursor
from amendments.redline.edits import Edit, EditWriter
from amendments.redline.endings import look_alike, stem_length
from amendments.redline.moves import moved_paragraphs
from amendments.redline.tokens import SENTENCE_ENDS, Paragraph, Text

NOT_A_WORD = re.compile(r"[\W_]*")


def assemble(before: Text, after: Text, alignment: Alignment) -> list[Edit]:
    """Return the edits of `before` into `after` that keep the aligned words."""
    leaving, arriving = moved_paragraphs(before, after, alignment)
    assembly = _Assembly(Cursor(before, leaving), Cursor(after, arriving))
    assembly.take(alignment)
    return assembly.writer.finish()


class _Assembly:
    def __init__(self, old: Cursor, new: Cursor) -> None:
        self.old, self.new = old, new
        self.writer = EditWriter()

    def take(self, alignment: Alignment) -> None:
        """Write both texts, from one kept word to the next."""
        old, new = self.old.text, self.new.text
        for i, j, size in alignment.runs():
            self.word(i, j)
            last = size - 1
            rest = old.string[old.ends[i] : old.ends[i + last]]
            if rest == new.string[new.ends[j] : new.ends[j + last]]:
                # The usual case, and the whole of the speed: nothing between the words changed
                self.exactly(old.ends[i + last], new.ends[j + last])
                self.old.paragraph = self.old.paragraph_of(i + last)
                self.new.paragraph = self.new.paragraph_of(j + last)
                continue
            for offset in range(1, size):
                self.word(i + offset, j + offset)
        self.word(len(old.words), len(new.words))

    def word(self, i: int, j: int) -> None:
        """Write up to the end of a kept word, or of the texts after the last one."""
        old, new = self.old, self.new
        p, q = old.paragraph_of(i), new.paragraph_of(j)
        if p > old.paragraph and q > new.paragraph:
            self.cross_paragraphs(p, q)
        self.between_words(old.start_of(i), new.start_of(j))
        old.paragraph, new.paragraph = p, q
        if i < len(old.text.words):
            self.kept_word(old.text.ends[i], new.text.ends[j])

    def kept_word(self, old_end: int, new_end: int) -> None:
        """Write a word that stayed, if with another ending or in other letters."""
        one, other = self.old.upto(old_end), self.new.upto(new_end)
        if one == other:
            self.writer.keep(one)
        elif look_alike(one, other):
            self.writer.replace_part(one, other, look_alike=True)
        else:
            length = stem_length(one, other)
            self.writer.keep(one[:length])
            self.writer.replace_part(one[length:], other[length:], stem=one[:length])

    def cross_paragraphs(self, p: int, q: int) -> None:
        """Write up to the first word or mark of paragraph `p` of old and `q` of new."""
        old, new = self.old, self.new
        gone, come = old.paragraphs[old.paragraph + 1 : p], new.paragraphs[new.paragraph + 1 : q]
        if old.paragraph != NONE:
            ends = old.paragraphs[old.paragraph].end, new.paragraphs[new.paragraph].end
            marks = old.string[old.at : ends[0]], new.string[new.at : ends[1]]
            moved = old.any_moved(gone) or new.any_moved(come)
            if moved or marks[0] == marks[1]:
                pass
            elif _goes_on(marks[0], gone, come):
                # "2) b[-;⏎3) c-]." not "2) b[-;-]{+.+}[-⏎3) c.-]"
                ends, gone, come = (ends[0], come[-1].end), [], []
            elif _goes_on(marks[1], come, gone):
                ends, gone, come = (gone[-1].end, ends[1]), [], []
            self.between_words(*ends)
            if moved:
                self.writer.divide()
        self.whole_paragraphs(gone, come)
        self.paragraph_start(old.paragraphs[p], new.paragraphs[q])

    def whole_paragraphs(self, gone: list[Paragraph], come: list[Paragraph]) -> None:
        """Write paragraphs of which no word was kept."""
        old, new = self.old, self.new
        first = 0
        for one, other in zip(gone, come, strict=False):
            if old.body(one) != new.body(other):
                break
            self.same_paragraph(one, other)
            first += 1
        gone, come = gone[first:], come[first:]
        same = []
        while gone and come and old.body(gone[-1]) == new.body(come[-1]):
            same.append((gone.pop(), come.pop()))
        if len(gone) == len(come) and not (old.any_moved(gone) or new.any_moved(come)):
            for one, other in zip(gone, come, strict=True):
                self.rewritten_paragraph(one, other)
        elif gone and come:
            self.exactly(gone[0].start, come[0].start)
            self.replace(gone[-1].end, come[-1].end)
        else:
            self.replace(gone[-1].end if gone else old.at, come[-1].end if come else new.at)
        for one, other in reversed(same):
            self.same_paragraph(one, other)

    def same_paragraph(self, gone: Paragraph, come: Paragraph) -> None:
        self.paragraph_start(gone, come)
        self.between_words(gone.end, come.end)

    def rewritten_paragraph(self, gone: Paragraph, come: Paragraph) -> None:
        """Strike the old paragraph whole; a number that stayed is no part of it."""
        self.exactly(gone.start, come.start)
        old, new = self.old.string, self.new.string
        number = old[gone.number_start : gone.number_end]
        if number and number == new[come.number_start : come.number_end]:
            self.exactly(gone.number_end, come.number_end)
        if gone.first_word == gone.end_word or come.first_word == come.end_word:
            self.between_words(gone.end, come.end)
        else:
            self.keep_common_space(gone.end, come.end)
            self.replace(gone.end, come.end)

    def paragraph_start(self, gone: Paragraph, come: Paragraph) -> None:
        """Write the line break and the list number of a paragraph that stayed."""
        old, new = self.old, self.new
        self.exactly(gone.start, come.start)
        self.exactly(gone.number_start, come.number_start)
        number = old.upto(gone.number_end)
        other = new.upto(come.number_end)
        if number == other:
            self.writer.keep(number)
        else:
            both = bool(number and other)
            if both:
                self.writer.divide()  # A paragraph added before this one comes first
            self.writer.delete(number, renumbered=both)
            self.writer.insert(other, renumbered=both)

    def exactly(self, old_end: int, new_end: int) -> None:
        """Write two short strings, kept if they are the same and replaced if not."""
        one, other = self.old.upto(old_end), self.new.upto(new_end)
        if one == other:
            self.writer.keep(one)
        else:
            self.writer.delete(one)
            self.writer.insert(other)

    def keep_common_space(self, old_end: int, new_end: int) -> None:
        one, other = self.old.string[self.old.at : old_end], self.new.string[self.new.at : new_end]
        length = 0
        while length < min(len(one), len(other)) and one[length] == other[length]:
            if not one[length].isspace():
                break
            length += 1
        self.exactly(self.old.at + length, self.new.at + length)

    def between_words(self, old_end: int, new_end: int) -> None:
        """Write a stretch without kept words, keeping the punctuation both sides share.

        At the end of a paragraph the last marks are kept first ("…[-, or war-]."), unless whole
        sentences changed; elsewhere the first ("the Senate, [-the Court, -]the Mazhilis").
        """
        old, new = self.old, self.new
        one, other = old.string[old.at : old_end], new.string[new.at : new_end]
        if one == other:
            self.exactly(old_end, new_end)
            return
        old_room, new_room = old.room(old_end), new.room(new_end)
        most_head, most_tail = min(old_room[0], new_room[0]), min(old_room[1], new_room[1])
        shorter = min(len(one), len(other))
        head = _common_head(one, other, min(most_head, shorter))
        tail_first = not SENTENCE_ENDS & frozenset(one[:head])
        if tail_first and old.ends_paragraph(old_end) and new.ends_paragraph(new_end):
            tail = _common_tail(one, other, min(most_tail, shorter))
            head = _common_head(one, other, min(most_head, shorter - tail))
        else:
            tail = _common_tail(one, other, min(most_tail, shorter - head))
        self.exactly(old.at + head, new.at + head)
        self.replace(old_end - tail, new_end - tail)
        self.exactly(old_end, new_end)

    def replace(self, old_end: int, new_end: int) -> None:
        for text, number in self.old.pieces(old_end):
            self.writer.delete(text, moved=number)
        for text, number in self.new.pieces(new_end):
            self.writer.insert(text, moved=number)


def _goes_on(marks: str, none: list[Paragraph], some: list[Paragraph]) -> bool:
    """Say whether one text ends a paragraph with bare marks where the other goes on."""
    return not none and bool(some) and NOT_A_WORD.fullmatch(marks) is not None


def _common_head(one: str, other: str, most: int) -> int:
    """Return how many characters between words both begin with, at most `most`."""
    length = 0
    while length < most and one[length] == other[length] and not _in_word(one[length]):
        length += 1
    # Not between a character and its accent
    while length and any(
        length < len(text) and unicodedata.combining(text[length]) for text in (one, other)
    ):
        length -= 1
    return length


def _common_tail(one: str, other: str, most: int) -> int:
    length = 0
    while length < most and one[-1 - length] == other[-1 - length]:
        if _in_word(one[-1 - length]):
            break
        length += 1
    while length and unicodedata.combining(one[-length]):
        length -= 1
    return length


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
