"""One of the two texts while its edits are written."""

from bisect import bisect_left

from amendments.redline.alignment import NONE
from amendments.redline.tokens import LINE_BREAK, Paragraph, Text


class Cursor:
    """One of the two texts and how far it has been written, as an offset."""

    def __init__(self, text: Text, moved: dict[int, int]) -> None:
        self.text = text
        self.string = text.string
        self.at = 0
        places = [(text.paragraphs[p], number) for p, number in sorted(moved.items())]
        self.moved = [(paragraph.start, paragraph.end, number) for paragraph, number in places]
        self.moved_starts = {start for start, _, _ in self.moved}
        length, words = len(self.string), len(text.words)
        # One more paragraph, empty, so that the end of the text is the start of something
        self.paragraphs = [
            *text.paragraphs,
            Paragraph(length, length, length, length, length, words, words),
        ]
        self.paragraph = NONE  # The one written last

    def paragraph_of(self, word: int) -> int:
        last = len(self.paragraphs) - 1
        return self.text.paragraph_of[word] if word < len(self.text.words) else last

    def start_of(self, word: int) -> int:
        return self.text.starts[word] if word < len(self.text.words) else len(self.string)

    def upto(self, end: int) -> str:
        start, self.at = self.at, end
        return self.string[start:end]

    def pieces(self, end: int) -> list[tuple[str, int | None]]:
        """Return what is left up to `end`, cut where moved paragraphs begin and end."""
        pieces: list[tuple[str, int | None]] = []
        for start, stop, number in self._moved_before(end):
            pieces += [(self.upto(start), None), (self.upto(stop), number)]
        return [*pieces, (self.upto(end), None)]

    def room(self, end: int) -> tuple[int, int]:
        """Return how much may be kept from the start and from the end of what is left."""
        within = self._moved_before(end)
        if not within:
            return end - self.at, end - self.at
        return within[0][0] - self.at, end - within[-1][1]

    def _moved_before(self, end: int) -> list[tuple[int, int, int]]:
        """Return the moved paragraphs among what is left up to `end`."""
        first = bisect_left(self.moved, (self.at,))
        return [
            place
            for place in self.moved[first : bisect_left(self.moved, (end,))]
            if place[1] <= end
        ]

    def body(self, paragraph: Paragraph) -> str:
        """Return a paragraph without its list number."""
        return self.string[paragraph.number_end : paragraph.end]

    def any_moved(self, paragraphs: list[Paragraph]) -> bool:
        return any(paragraph.start in self.moved_starts for paragraph in paragraphs)

    def ends_paragraph(self, end: int) -> bool:
        return end == len(self.string) or LINE_BREAK.match(self.string, end) is not None
