"""A GIFT file → its questions as pieces of text, each on its own.

Cut first and parsed afterwards, a question with a fault cannot spoil the next one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.exchange.categories import category_of

CATEGORY = "$CATEGORY:"
_ENDED = re.compile(r"(?<!\\)\}\s*\Z")
_IDNUMBER = re.compile(r"\[id:((?:\\\]|[^\]\x00-\x1f])+)\]")
_TAGS = re.compile(r"\[tags?:[^\]]+\]")


@dataclass(frozen=True)
class Block:
    """The text of one question, its comments blanked out, and where it begins, from line 1."""

    text: str
    line: int
    category: str
    idnumber: str = ""
    has_tags: bool = False


def blocks(text: str) -> Iterator[Block]:
    """Yield the questions of a decoded file: pieces between empty lines, under the last category.

    Some programs leave the empty line out: a line that begins with a title, after answers that
    have ended, begins another question.
    """
    category = ""
    lines: list[str] = []
    comments = ""
    for number, line in enumerate([*text.split("\n"), ""], 1):
        bare = line.strip()
        if bare.startswith("//"):
            comments += f"{bare}\n"
            lines += [""] if lines else []
        elif bare.startswith(CATEGORY) and not lines:
            category = category_of(bare.removeprefix(CATEGORY))
        elif bare:
            if bare.startswith("::") and _ENDED.search("\n".join(lines)):
                yield _block(lines, number, category, comments)
                lines, comments = [], ""
            lines.append(line)
        else:
            if lines:
                yield _block(lines, number, category, comments)
            lines, comments = [], ""


def _block(lines: list[str], end: int, category: str, comments: str) -> Block:
    found = _IDNUMBER.search(comments)
    return Block(
        text="\n".join(lines),
        line=end - len(lines),
        category=category,
        idnumber=found[1].replace("\\]", "]") if found else "",
        has_tags=_TAGS.search(comments) is not None,
    )
