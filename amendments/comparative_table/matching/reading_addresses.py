"""Addresses in words → Address: Russian, Kazakh in both scripts, English, in any order.

"пункт 2 статьи 44", "44-баптың 2-тармағы", "44-bap, 2-tarmaq, 3) tarmaqsha",
"Article 44(2)(3)", "ст. 44 п. 2 пп. 3", "44".
"""

import re

from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.roman import ROMAN, roman
from amendments.comparative_table.rows.folding import folded

LONGEST = 400  # Characters; what follows is no address any more
NUMBER = r"\d{1,3}(?:-\d{1,2})?"
_ONE = rf"{NUMBER}\)?"
_AND = r"(?:,|-|\bи\b|\bжәне\b|\band\b|\bto\b|\bпо\b|\bz?j?h?ane\b)"
_MANY = rf"{_ONE}(?:\s*{_AND}\s*{_ONE})*"

_SUB = [
    rf"(?<![а-я])(?:подпункт\w*|подп\.|пп\.)\s*(?P<n>{_MANY})",
    rf"(?P<n>{_MANY})\s*-?\s*(?:тармақша|tarma[qk]s?h?a)\w*",
    rf"(?:sub-?\s?(?:paragraphs?|paras?\.?|clauses?)|\bitems?|\bpoints?)\s*\(?(?P<n>{_MANY})",
]
_PARAGRAPH = [
    rf"(?<![а-я])(?:пункт\w*|п\.)\s*(?P<n>{_MANY})",
    rf"(?P<n>{_MANY})\s*-?\s*(?:тарма[қғ]|tarma[qgk])\w*",
    rf"\b(?:paragraphs?|paras?\.?|clauses?)\s*\(?(?P<n>{_MANY})",
]
_ARTICLE = [
    rf"(?<![а-я])(?:стать\w+|ст\.)\s*№?\s*(?P<n>{NUMBER})",
    rf"(?P<n>{NUMBER})\s*-?\s*(?:ба[пб]|ba[pb])\w*",
    rf"\bart(?:icles?|s?\.)?\s*(?P<n>{NUMBER})",
]
_SECTION = [
    rf"\b(?:раздел\w*|section)\s+(?P<n>{ROMAN}|\d{{1,2}})\b",
    rf"\b(?P<n>{ROMAN})\s*-?\s*(?:бөлім|bolim)",
]
_OPENING = re.compile(
    r"абзац\w*\s+перв\w+|перв\w+\s+абзац\w*|вводн\w+\s+част\w+|бірінші\s+абзац\w*|"
    r"birinshi\s+abza[ct]\w*|opening words|introductory (?:words|part)|chapeau"
)
_TOO_SMALL = re.compile(
    r"(?<![а-я])(?:абзац\w*|част[ьи]|предложени\w*)|\bбөлі[кг]\w*|сөйлем\w*|\babza[ct]s?\b|"
    r"\b(?:first|second|third|last)\s+(?:part|sentence|indent)"
)
_IN_BRACKETS = re.compile(rf"\(\s*({NUMBER})\s*\)")
_SUB_BY_ITSELF = re.compile(rf"(?<![\d-])({NUMBER})\)")
_BARE = re.compile(rf"\W*({NUMBER})\W*")


class TooSmall(ValueError):
    """The address names a part of a paragraph, which has no address of its own here."""


def read_address(text: str) -> Address:
    """Return what `text` names; an empty Address if it names nothing.

    Raises TooSmall for a sentence, an indent or an unnumbered part of a paragraph.
    """
    rest = folded(" ".join(text[:LONGEST].split()))
    rest, subs = _taken(rest, _SUB)
    rest, paragraphs = _taken(rest, _PARAGRAPH)
    rest, articles = _taken(rest, _ARTICLE)
    article = articles[0] if articles else ""
    if not article:
        if section := next((m for p in _SECTION if (m := re.search(p, rest))), None):
            return Address(section=roman(section["n"]))
        if bare := _BARE.fullmatch(_IN_BRACKETS.sub(" ", rest)):
            article, rest = bare[1], rest.replace(bare[1], " ", 1)
    inner = _IN_BRACKETS.findall(rest)
    if article and inner and not paragraphs:
        paragraphs, inner = [inner[0]], inner[1:]
    if inner and not subs:
        subs = inner[:1]
    if not subs and (alone := _SUB_BY_ITSELF.search(_IN_BRACKETS.sub(" ", rest))):
        subs = [alone[1]]
    is_opening = bool(_OPENING.search(rest))
    if (small := _TOO_SMALL.search(_OPENING.sub(" ", rest))) or len(subs) > 1:
        if small:
            raise TooSmall(f"a part of a paragraph (“{small[0]}”) has no address of its own here")
        raise TooSmall("the address names several sub-paragraphs: put each into a row")
    return Address("", article, tuple(paragraphs), subs[0] if subs else "", is_opening)


def _taken(text: str, patterns: list[str]) -> tuple[str, list[str]]:
    """Cut the first match out of `text` and return the numbers in it."""
    for pattern in patterns:
        if found := re.search(pattern, text):
            numbers = _numbers(found["n"], is_plural=_is_plural(found[0]))
            return f"{text[: found.start()]} {text[found.end() :]}", numbers
    return text, []


def _is_plural(words: str) -> bool:
    return bool(re.search(r"пункт(?:ы|ов|ам|ах)\b|тар\b|тары|дың\b|tar\b|tary|s\b", words))


def _numbers(text: str, *, is_plural: bool) -> list[str]:
    """ "4, 5 и 6" → 4, 5, 6; "4-6" in the plural, or with blanks around the dash, is a range."""
    spaced = re.sub(r"\s+-\s+|\s*\b(?:to|по)\b\s*", "…", text)
    if is_plural and re.fullmatch(r"\d+-\d+", spaced):
        spaced = spaced.replace("-", "…")
    found: list[str] = []
    for first, last in re.findall(rf"({NUMBER})\)?(?:…({NUMBER}))?", spaced):
        if last and first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 100:
            found += [str(number) for number in range(int(first), int(last) + 1)]
        else:
            found += [each for each in (first, last) if each]
    return found
