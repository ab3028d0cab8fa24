"""The same names in QTI 2 (simpleChoice) and QTI 3 (qti-simple-choice)."""

import re
from collections.abc import Iterator

from lxml import etree

from quiz.exchange.xml_reading import name_of

_CAPITAL = re.compile(r"(?<=[a-z0-9])[A-Z]")
_HYPHEN = re.compile(r"-(.)")

TRUE_FALSE = {
    "en": {"true": "True", "false": "False"},
    "ru": {"true": "Верно", "false": "Неверно"},
    "kk": {"true": "Дұрыс", "false": "Бұрыс"},
}


def qti(element: etree._Element) -> str:
    """Return an element's name as QTI 3 has it, without "qti-"."""
    return _CAPITAL.sub(lambda found: f"-{found[0].lower()}", name_of(element)).removeprefix("qti-")


def attribute(element: etree._Element, name: str, otherwise: str = "") -> str:
    """Return an attribute by its name in QTI 3, "mapped-value", also where QTI 2 wrote it."""
    camel = _HYPHEN.sub(lambda found: found[1].upper(), name)
    return element.get(name) or element.get(camel) or otherwise


def all_of(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the descendants with one of the names, in the order of the file."""
    return (each for each in element.iter() if each is not element and qti(each) in names)


def first_of(element: etree._Element, *names: str) -> etree._Element | None:
    return next(all_of(element, *names), None)


def text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext()).strip()
