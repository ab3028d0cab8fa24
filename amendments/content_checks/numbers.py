"""The numbers that a text names, in figures or in words of three languages. Pure Python."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"
# 6 163 516 and 6,163,516 are one number; so are 68,05 and 68.05
GROUPED = re.compile(r"(?<=\d)[\u00a0\u202f ,](?=\d{3}(?!\d))")
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
SHORT_YEAR = re.compile(r"\b(\d\d)(\d\d)[-–](\d\d)\b")  # 2025–26
LATIN_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")


def figures(text: str) -> set[str]:
    """Return the numbers written in figures, each once, with a point before decimals.

    A date such as 08.06.2022 counts as its parts.
    """
    plain = SHORT_YEAR.sub(r"\1\2 \1\3", LATIN_ORDINAL.sub("", text))
    plain = DECIMAL_COMMA.sub(".", GROUPED.sub("", plain))
    found: set[str] = set()
    for number in re.findall(r"\d+(?:\.\d+)*", plain):
        parts = number.split(".")
        found.update([number] if len(parts) == 2 else parts)  # More points: a date
    return {_trimmed(number) for number in found}


def missing(texts: Mapping[str, str]) -> dict[str, set[str]]:
    """Return by language the numbers that another language's text has in figures and it has not.

    A number that stands there as a word is not missing.
    """
    in_figures = {language: figures(text) for language, text in texts.items()}
    everywhere = {number for found in in_figures.values() for number in found}
    return {
        language: lacking
        for language, text in texts.items()
        if (lacking := set(_unsaid(everywhere - in_figures[language], text, language)))
    }


def _unsaid(numbers: Iterable[str], text: str, language: str) -> Iterator[str]:
    words = _words(language)
    for number in numbers:
        pattern = words.get(number)
        if pattern is None or not pattern.search(text):
            yield number


def _trimmed(number: str) -> str:
    whole, point, decimals = number.partition(".")
    whole = whole.lstrip("0") or "0"
    return f"{whole}{point}{decimals}"


@cache
def _words(language: str) -> Mapping[str, re.Pattern[str]]:
    lines = (WORDS / f"numbers.{language}.txt").read_text(encoding="utf-8").splitlines()
    return {
        number: re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE)
        for number, *forms in (line.split(" ") for line in lines if line and line[0] != "#")
    }
