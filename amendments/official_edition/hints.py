"""Where a rendering counts otherwise than the authentic text: digits, majorities, articles.

A hint for editors and no more: a rendering may well say in other words what the law says.
"""

import re
from collections import Counter
from collections.abc import Mapping

_IN_SQUARE_BRACKETS = re.compile(r"\[[^\]]*\]\s*")  # What leads up to a sub-paragraph
_FIGURE = re.compile(r"\d+(?:-\d+)?")
_WORDS: Mapping[str, list[str]] = {
    "ru": [
        r"большинств\w*", r"не менее", r"не более", r"половин\w*", r"трет[ьи]\w*", r"четверт\w*",
        r"дв[аеу]\w?х?\b", r"тр[её](?:х|мя)\b|три\b", r"четыр\w*", r"пят[ьи]?\w{0,3}\b",
        r"шест[ьи]\w*", r"сем[ьи]\b", r"восьм\w*|восемь\w*", r"девят\w*", r"десят\w*",
        r"одиннадцат\w*",
    ],
    "kk": [
        r"көпшілі\w*", r"кемінде", r"асырмай|аспайтын", r"жарты\w*", r"үштен", r"төрттен",
        r"бестен", r"екі\b|екеу\w*", r"үш\b", r"төрт\b", r"бес\b", r"алты\b", r"жеті\b",
        r"сегіз\b", r"тоғыз\b", r"он\b",
    ],
}  # fmt: skip
_PATTERNS = {
    language: [re.compile(rf"\b(?:{word})", re.IGNORECASE) for word in words]
    for language, words in _WORDS.items()
}


def without_context(text: str) -> str:
    return _IN_SQUARE_BRACKETS.sub("", text)


def figures_in(text: str, language: str) -> Counter[str]:
    """Count the figures of a text, and the words for numbers and majorities by their stems."""
    plain = without_context(text)
    found = Counter(_FIGURE.findall(plain))
    for pattern in _PATTERNS[language]:
        if words := pattern.findall(plain):
            found[words[0].casefold()[:5]] = len(words)
    return found


def differing(rendering: str, authentic: str, language: str) -> tuple[list[str], list[str]]:
    """Return what only the rendering counts and what only the authentic text does."""
    ours, theirs = figures_in(rendering, language), figures_in(authentic, language)
    return sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
