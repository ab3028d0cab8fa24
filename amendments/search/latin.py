"""Kazakh typed in Latin letters: in the alphabets of 2017, 2018 and 2021, or as people do.

The alphabets disagree on some letters (y is ы, or й, or у), and no keyboard has all of them, so
a word has a few readings; the index says which of them is a word. They are tried in this order:
as Kazakh would spell the sounds, with и for every i, and with Kazakh endings on a borrowed word
(prezidenti is президенті). A letter without its mark (u for ұ, k for қ) is no obstacle: the index
meets those by itself (`folding.loose`).
"""

import re
from unicodedata import normalize

_LETTERS_IN_A_ROW = (
    ("shch", "щ"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("zh", "ж"),
    ("kh", "х"),
    ("gh", "ғ"),
    ("ts", "ц"),
    ("ng(?![aeiou])", "ң"),
    # 2017: an apostrophe marks the letter before it
    ("a'", "ә"),
    ("g'", "ғ"),
    ("i'", "й"),
    ("n'", "ң"),
    ("o'", "ө"),
    ("s'", "ш"),
    ("c'", "ч"),
    ("u'", "ү"),
    ("y'", "у"),
)
_LETTERS = dict(zip("abdefghjklmnopqrstuvxz", "абдефгхжклмнопқрстувхз", strict=True)) | {
    "w": "у",
    **{"ä": "ә", "ğ": "ғ", "ñ": "ң", "ŋ": "ң", "ö": "ө", "ş": "ш", "ū": "ұ", "ü": "ү", "ı": "і"},
    **{"á": "ә", "ǵ": "ғ", "ń": "ң", "ó": "ө", "ú": "ү", "ý": "у"},  # 2018
    **{"ç": "ч", "ə": "ә", "š": "ш", "č": "ч", "ž": "ж", "û": "ұ"},
}
_FRONT = re.compile("[әеөүі]")
_BACK = re.compile("[аоұы]")
_VOWELS = "аәеоөуұүыіиэ"
_LATIN_WORD = re.compile(r"[a-z\u00c0-\u024f\u0259'ʼ’‘`\u0307]+")


def in_cyrillic(word: str) -> list[str]:
    """Return the Cyrillic words that a Latin one may be, the likeliest first; at most three.

    Nothing for what has other letters than Latin ones, or none with a meaning here.
    """
    typed = normalize("NFC", word.lower()).replace("i\u0307", "i")
    if not _LATIN_WORD.fullmatch(typed):
        return []
    typed = re.sub("[ʼ’‘`]", "'", typed)
    for latin, cyrillic in _LETTERS_IN_A_ROW:
        typed = re.sub(latin, cyrillic, typed)
    typed = _borrowed_endings(typed.replace("'", ""))
    typed = "".join(_LETTERS.get(letter, letter) for letter in typed)
    typed = re.sub("c(?=[иіiyеы])", "ц", typed).replace("c", "с")
    typed = _glides(typed)
    if not re.fullmatch("[\u0400-\u04ffiy]+", typed):
        return []
    plain = typed.replace("i", "и").replace("y", "ы")
    readings = [_harmonious(typed), plain, _kazakh_endings(plain)]
    return list(dict.fromkeys(readings))


def _borrowed_endings(typed: str) -> str:
    """Read -sia, -tsiya and the like as -ция, and other ia and iu as ия and ию."""
    typed = re.sub("(?<![sс])(?:ц|c|s)[iıy]?[yj]?(?=a)(?<=[iıyj])", "ци", typed)
    typed = re.sub("[iıy][yj]?a|(?<=[иi])a", "ия", typed.replace("циa", "ция"))
    typed = re.sub("(?<=ци)[iıy]?[yj]a", "я", typed)
    return re.sub("(?<=[aeouäöü])ия", "я", re.sub("[iıy][yj]?u", "ию", typed))


def _glides(typed: str) -> str:
    """Read i and y beside vowels: sailau, saylaw are сайлау; but auyl is ауыл."""
    typed = re.sub("(?<=[аәеоөүұ])[iyі](?![iyі])", "й", re.sub("(?<=[аәеоөуү]у)y", "ы", typed))
    typed = re.sub("(?<=[аәеоөү])i(?=[yі])", "й", typed)
    return re.sub("(?<=у)y", "ы", typed)


def _harmonious(typed: str) -> str:
    """Spell as Kazakh does: і and г, к among front vowels; ы and ғ, қ among back ones."""
    typed = typed.replace("y", "ы")
    if _FRONT.search(typed) or not _BACK.search(typed):
        return typed.replace("i", "і")
    return typed.replace("i", "и").translate(str.maketrans("кг", "қғ"))


def _kazakh_endings(plain: str) -> str:
    """Keep и in the first half of a word and read і in the second."""
    half = len(plain) // 2
    return plain[:half] + plain[half:].replace("и", "і")
