import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from amendments.redline import EditKind, redline
from amendments.redline.tokens import Text, read
from quiz.question_types.asked import Asked, Form, Given
from quiz.question_types.question_type import (
    NOTHING_GIVEN,
    BadAnswer,
    Line,
    QuestionType,
    _,
    share,
)

MOST_WORDS = 5  # In a piece that can be marked
ENDS = ".,;:!?…"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the old text; `start` and `end` are offsets into it, `words` a count."""

    start: int
    end: int
    words: int
    text: str


class MarkTheChange(QuestionType):
    """Mark in the old text what was changed; the redline is the key.

    The text is cut into pieces of up to five words, at punctuation where there is any. A piece
    was changed if a word of it was struck or one was added in it. An answer is
    `{"pieces": [0, 3], "language": "en"}`, since each language has its own pieces.
    """

    name = "mark_the_change"
    label = _("mark the change")
    template = "mark"

    def faults(self, asked: Asked) -> Iterator[str]:
        if asked.choices:
            yield "the redline is the key: leave the choices out"
        if not asked.before or not asked.after:
            yield "needs a change with a text before and a text after"
        elif not changed_pieces(asked.before, asked.after):
            yield "the two texts do not differ"
        elif len(changed_pieces(asked.before, asked.after)) == len(pieces(asked.before)):
            yield "every piece of the old text was changed: there is nothing to find"

    def form(self, asked: Asked) -> Any:
        return {"pieces": list(enumerate(pieces(asked.before)))}

    def read(self, asked: Asked, form: Form) -> Given:
        known = [str(at) for at in range(len(pieces(asked.before)))]
        sent = set(form.all("piece"))
        if not sent:
            raise BadAnswer(NOTHING_GIVEN)
        if not sent <= set(known):
            raise BadAnswer(_("This is not a piece of the text."))
        return {"pieces": sorted(map(int, sent)), "language": asked.law_language}

    def grade(self, asked: Asked, given: Given) -> Decimal:
        """Score the overlap: words both marked and changed, of those marked or changed."""
        marked = _marked(asked, given)
        changed = changed_pieces(asked.before, asked.after)
        words = [piece.words for piece in pieces(asked.before)]
        either = sum(words[at] for at in marked | changed)
        return share(Decimal(sum(words[at] for at in marked & changed)) / (either or 1))

    def right_answer(self, asked: Asked) -> Given:
        changed = sorted(changed_pieces(asked.before, asked.after))
        return {"pieces": changed, "language": asked.law_language}

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        marked = (
            set(given.get("pieces", ())) if given.get("language") == asked.law_language else set()
        )
        changed = changed_pieces(asked.before, asked.after)
        return [
            Line(
                piece.text,
                verdict=(
                    ("right" if at in changed else "wrong")
                    if at in marked
                    else ("missed" if at in changed else "")
                ),
                is_given=at in marked,
            )
            for at, piece in enumerate(pieces(asked.before))
        ]


def pieces(text: str) -> list[Piece]:
    """Cut a text into pieces of up to five words; together they are the whole text.

    Words are those of the redline, to which a list number is none. A text without a word has
    no pieces.
    """
    law = read(text)
    found: list[Piece] = []
    start = words = 0
    last = len(law.words) - 1
    for at, word_end in enumerate(law.ends):
        words += 1
        if at == last:
            found.append(Piece(start, len(text), words, text[start:]))
            break
        marks = re.split(r"\s", text[word_end : law.starts[at + 1]], maxsplit=1)[0]
        end = word_end + len(marks)
        ends_clause = marks.rstrip("»”\"')").endswith(tuple(ENDS))
        ends_paragraph = law.paragraph_of[at] != law.paragraph_of[at + 1]
        if words == MOST_WORDS or ends_clause or ends_paragraph:
            found.append(Piece(start, end, words, text[start:end]))
            start, words = end, 0
    return found


def changed_pieces(before: str, after: str) -> set[int]:
    """Return the numbers of the pieces in which the redline strikes or adds a word.

    A word added in the place of a struck one belongs to that; one added between two pieces to
    the first of them. A new ending changes its word. A moved paragraph, a renumbering and
    letters that only look alike are no change of words.
    """
    old, new = read(before), read(after)
    starts = [piece.start for piece in pieces(before)]
    changed: set[int] = set()
    at = at_new = 0
    is_replaced = False
    for edit in redline(before, after):
        is_marked = edit.moved is not None or edit.renumbered or edit.look_alike
        end, end_new = at + len(edit.text), at_new + len(edit.text)
        if edit.kind == EditKind.INSERTED:
            if not is_marked and not is_replaced and words_within(new, at_new, end_new):
                changed.add(max(0, bisect_left(starts, at) - 1))
            at_new = end_new
            continue
        struck: list[int] = []
        if edit.kind == EditKind.DELETED:
            struck = [] if is_marked else words_within(old, at, end)
        else:
            at_new = end_new
        changed.update(bisect_right(starts, word) - 1 for word in struck)
        is_replaced = bool(struck)
        at = end
    return changed if starts else set()


def words_within(text: Text, start: int, end: int) -> list[int]:
    """Return where the words begin of which some part lies between two offsets."""
    return text.starts[bisect_right(text.ends, start) : bisect_left(text.starts, end)]


def _marked(asked: Asked, given: Given) -> set[int]:
    marked = given.get("pieces")
    count = len(pieces(asked.before))
    if given.get("language") != asked.law_language:
        raise BadAnswer(_("This answer was given to the text in another language."))
    if not isinstance(marked, list) or not all(at in range(count) for at in marked):
        raise BadAnswer(NOTHING_GIVEN)
    return set(marked)
