"""The changed passages of a redline with a few words around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from amendments.redline.edits import Edit, EditKind
from amendments.redline.tokens import LINE_BREAK, WORD

CLOSING_MARKS = re.compile(r"[^\w\s]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Changes that stand close together: `first` is the index of its first edit in the redline.

    `cut_before` and `cut_after` say whether its paragraph goes on beyond the passage.
    """

    first: int
    edits: list[Edit]
    cut_before: bool
    cut_after: bool


def passages(edits: Sequence[Edit], *, context: int) -> list[Passage]:
    """Return the passages with changes, each with up to `context` kept words on either side.

    The words around a change come from its own paragraph; the stem of a changed ending is one.
    Changes with no more than twice `context` words between them share a passage.
    """
    found: list[Passage] = []
    first, part, cut_before = 0, list[Edit](), False
    last = len(edits) - 1
    for index, edit in enumerate(edits):
        if edit.kind is not EditKind.KEPT:
            part.append(edit)
            continue
        head = _head(edit.text, context) if index > 0 else 0
        around = max(context, 1) if index < last and edits[index + 1].stem else context
        tail = _tail(edit.text, around) if index < last else len(edit.text)
        if 0 < index < last and head >= tail:
            part.append(edit)
            continue
        if index > 0:
            part.append(replace(edit, text=edit.text[:head]))
            found.append(Passage(first, part, cut_before, _goes_on(edit.text[head:])))
        first, part = index, [replace(edit, text=edit.text[tail:])]
        cut_before = _goes_on_backwards(edit.text[:tail])
    if any(edit.kind is not EditKind.KEPT for edit in part):
        found.append(Passage(first, part, cut_before, False))
    return found


def _head(text: str, context: int) -> int:
    """Return where the first `context` words of the first line end, with their marks."""
    line_break = LINE_BREAK.search(text)
    line_end = line_break.start() if line_break else len(text)
    words = list(WORD.finditer(text, 0, line_end))
    if len(words) <= context:
        return line_end
    end = words[context - 1].end() if context else 0
    marks = CLOSING_MARKS.match(text, end, line_end)
    return marks.end() if marks else end


def _tail(text: str, context: int) -> int:
    """Return where the last `context` words of the last line begin."""
    breaks = list(LINE_BREAK.finditer(text))
    line_start = breaks[-1].end() if breaks else 0
    words = list(WORD.finditer(text, line_start))
    if len(words) <= context:
        return line_start
    return words[-context].start() if context else len(text)


def _goes_on(rest: str) -> bool:
    return bool(LINE_BREAK.split(rest, maxsplit=1)[0].strip())


def _goes_on_backwards(rest: str) -> bool:
    return bool(LINE_BREAK.split(rest)[-1].strip())
