"""How texts name articles in three languages: Article 44(10), статья 44, 44-бап."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

NUMBER = r"\d+(?:-\d+)?"
ONE = rf"(?P<article>{NUMBER})(?:\((?P<paragraph>{NUMBER})\))?"

FORMS: Mapping[str, list[re.Pattern[str]]] = {
    "en": [re.compile(rf"\bArticles?\s+{ONE}")],
    "ru": [
        re.compile(
            rf"(?:\b(?:под)?пункт\w*\s+(?P<first>{NUMBER})\)?\s+)?"
            rf"\b(?:стать\w+|статей|ст\.)\s*{ONE}",
            re.IGNORECASE,
        )
    ],
    "kk": [
        re.compile(
            rf"(?<![\d-])(?P<article>{NUMBER})-ба[пб]\w*"
            rf"(?:\s*\((?P<paragraph>{NUMBER})\)|\s+(?P<first>{NUMBER})-тарма[қғ])?",
            re.IGNORECASE,
        )
    ],
}
# What a list goes on with after "Articles 44(10)": only hints come of these, as a number after
# a comma may count something else.
NEXT = re.compile(rf"\s*(?:,|\band\b|\bor\b|\bи\b)\s+{ONE}(?!\s*[%\w])")
# In Kazakh the list comes before: 42, 47 және 74-баптар
BEFORE = re.compile(
    rf"(?:{NUMBER}(?:\({NUMBER}\))?(?:,\s*|\s+(?:және|мен|пен|бен|не|немесе)\s+))+$"
)
SEVERAL = re.compile(r"Articles|стать(?:ях|ями|ям)|статей", re.IGNORECASE)

# A sentence that names one of these may speak of its articles
ANOTHER_LAW: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:Codes?|Laws?|Acts?|Covenants?|Conventions?|Charter|Declaration|Regulations?|"
        r"Rules|Statute|Treaty|Protocol|constitutional law)\b"
    ),
    "ru": re.compile(
        r"кодекс|закон|пакт|конвенци|регламент|устав|договор|деклараци|правил|протокол|\bГК\b|\bУК\b",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"кодекс|(?<!ата )заң|пакт|конвенция|регламент|жарғы|шарт|декларация|қағида|хаттама",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """An article, and a paragraph of it, that a sentence names.

    `of_another_law`: it may be no article of a Constitution. `is_sure`: nothing else can be
    meant by the number.
    """

    article: str
    paragraph: str
    place: int
    words: str
    of_another_law: bool
    is_sure: bool = True


def references_in(sentence: str, language: str) -> Iterator[ArticleReference]:
    """Find what a sentence refers to. A range such as "Articles 71-74" names both its ends."""
    foreign = ANOTHER_LAW[language].search(sentence) is not None
    for form in FORMS[language]:
        for found in form.finditer(sentence):
            yield from _named(found, foreign, sure=True)
            following = NEXT.match(sentence, found.end()) if SEVERAL.search(found[0]) else None
            while following:
                yield from _named(following, foreign, sure=False)
                following = NEXT.match(sentence, following.end())
            if language == "kk" and (listed := BEFORE.search(sentence, 0, found.start())):
                for one in re.finditer(ONE, listed[0]):
                    yield from _named(one, foreign, sure=False, at=listed.start())


def _named(
    found: re.Match[str], foreign: bool, *, sure: bool, at: int = 0
) -> Iterator[ArticleReference]:
    parts = found.groupdict()
    paragraph = parts.get("paragraph") or parts.get("first") or ""
    first, _dash, second = parts["article"].partition("-")
    is_range = second and int(second) > int(first)
    for article in [first, second] if is_range else [parts["article"]]:
        yield ArticleReference(
            article, paragraph, at + found.start(), found[0].strip(", "), foreign, sure
        )
