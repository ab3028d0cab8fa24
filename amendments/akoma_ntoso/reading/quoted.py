"""The text of a provision as a document quotes or prints it."""

from collections.abc import Iterator

from lxml import etree

from amendments.akoma_ntoso.reading.finding import child, children, name_of, own_text

# What holds text without a number of its own
_AROUND = ("content", "intro", "wrapUp", "quotedStructure", "quotedText", "blockContainer")
_LINES = ("p", "heading", "subheading", "block")
_PASSED_OVER = ("num", "remark", "authorialNote", "")


def lines_of(element: etree._Element) -> list[str]:
    """Return one line a paragraph, blanks made single. The number of `element` itself is left
    out, and so is that of a single element quoted; numbers within come before their text."""
    inner = [each for each in element if name_of(each) not in _PASSED_OVER]
    if name_of(element) == "quotedText" or not inner:
        return _line(element)
    if name_of(element) == "quotedStructure" and len(inner) == 1 and _has_number(inner[0]):
        return lines_of(inner[0])
    return [line for each in inner for line in _lines_within(each)]


def _lines_within(element: etree._Element) -> Iterator[str]:
    name = name_of(element)
    if name in _LINES:
        yield from _line(element)
        return
    lines = lines_of(element)
    number = child(element, "num")
    if number is not None and name not in _AROUND:
        first = " ".join([*_line(number), *lines[:1]])
        lines = [first, *lines[1:]]
    yield from lines


def _has_number(element: etree._Element) -> bool:
    return any(True for _each in children(element, "num"))


def _line(element: etree._Element) -> list[str]:
    line = " ".join(own_text(element).split())
    return [line] if line else []
