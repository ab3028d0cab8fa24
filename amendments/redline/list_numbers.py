"""The number at the start of a line, in the styles in which laws are written.

Numbers are not words: they are compared after the words have shown which paragraph became which,
so that a paragraph with another number is renumbered, not changed.
"""

import re

_NUMBER = r"(?:\d+(?:-\d+)*|[IVXLC]+)"
_STYLES = (
    r"\d+(?:[-.]\d+)*[.)]",  # 1)  2-1)  4.  4.1.
    r"[^\W\d_][)]",  # a)  б)
    r"[(](?:\d+(?:-\d+)*|[^\W\d_])[)]",  # (1)  (a)
    r"[IVXLC]+[.)]",  # VI.
)
_PLAIN = re.compile(rf"[^\S\r\n]*({'|'.join(_STYLES)})(?=\s|\Z)")

# What a number is of, where the law writes it out. Only in the form a heading has, before a mark,
# a capital letter or nothing: "пункт 3 статьи 5" begins a sentence, and its number is a word.
_LABELS = (
    r"подпункт|пункт|статья|раздел|глава|часть|sub-?paragraph|paragraph|article|section|chapter"
)
_KAZAKH_LABELS = "тармақша|тармақ|бап|бөлім|тарау"
_HEADING_ENDS = (
    r"(?=[.:]?[^\S\r\n]*\Z|[.:]?[^\S\r\n]+(?-i:[^\W\d_a-zа-яёәғқңөұүһі])|[.:]\s|\s+[«“\"])"
)
_LABEL_FIRST = re.compile(
    rf"[^\S\r\n]*(?:{_LABELS})[^\S\r\n]+"
    rf"((?-i:{_NUMBER}){_HEADING_ENDS}|[(]?(?-i:{_NUMBER})[)](?=\s|\Z)(?!\s+(?:пункта|статьи|of)\b))",
    re.IGNORECASE,
)
_LABEL_LAST = re.compile(
    rf"[^\S\r\n]*((?-i:{_NUMBER}))(?=(?:-|[^\S\r\n])(?:{_KAZAKH_LABELS}){_HEADING_ENDS})",
    re.IGNORECASE,
)


def find_number(line: str, start: int, end: int) -> tuple[int, int]:
    """Return where the list number of a line begins and ends; `start` twice without one.

    Of "пункт 3" and "3-тармақ" it is the 3: the word beside it stays when the number changes.
    """
    for style in (_PLAIN, _LABEL_FIRST, _LABEL_LAST):
        found = style.match(line, start, end)
        if found:
            return found.span(1)
    return start, start
