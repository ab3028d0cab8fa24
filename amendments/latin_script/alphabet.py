"""The letters of the Kazakh Latin alphabet presented on 28 January 2021.

Source: primeminister.kz, "31 letters for the 28 sounds of Kazakh", and the table of 2021 in which
й and и are i, і is ı, ы is y, у is u. Letters of borrowed words have none of their own: they are
written as heard (ё io, ю iu, я ia, ц s, ч ş, щ şş, э e; ия and ий lose one i), ъ and ь left out.
"""

import re

_SINGLE = dict(
    zip(
        "аәбвгғдежзийіклмнңоөпқрстуұүфхһыцчшэ",
        "aäbvgğdejziiıklmnñoöpqrstuūüfhhysşşe",
        strict=True,
    )
)
_SINGLE |= {"ї": "i", "є": "e", "ґ": "g", "ў": "u", "ј": "i", "ѕ": "s"}  # Neighbours' letters
_SEVERAL = {"ё": "io", "ю": "iu", "я": "ia", "щ": "şş", "ъ": "", "ь": ""}
_CAPITAL = str.maketrans({"i": "İ", "ı": "I"})  # As these letters are, not as str.upper has it

_LETTERS = str.maketrans(
    {
        form: (latin if form == letter else latin[:1].translate(_CAPITAL).upper() + latin[1:])
        for letter, latin in (_SINGLE | _SEVERAL).items()
        for form in (letter, letter.upper())
    }
)
_WHOLLY_CAPITAL = str.maketrans(
    {letter.upper(): latin.translate(_CAPITAL).upper() for letter, latin in _SEVERAL.items()}
)

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
TAKES_NO_I = "яюйЯЮЙ"  # After и: конституция is konstitusia
_I_BEFORE = re.compile(f"(?<=[иИ])[{TAKES_NO_I}]")
_WITHOUT_I = str.maketrans("яюЯЮ", "ауАУ", "йЙ")
_AMONG_CAPITALS = re.compile("(?<=[А-ЯЁӘҒҚҢӨҰҮҺІ])[ЁЮЯЩ]|[ЁЮЯЩ](?=[А-ЯЁӘҒҚҢӨҰҮҺІ])")


def in_latin(text: str, *, after: str = "") -> str:
    """Return Kazakh text in Latin letters; what is not Cyrillic stays as it is.

    `after` is the text that stands right before it, where markup divides a word.
    """
    if not CYRILLIC.search(text):
        return text
    if after[-1:] in ("и", "И") and text[0] in TAKES_NO_I:
        text = text[0].translate(_WITHOUT_I) + text[1:]
    text = _I_BEFORE.sub(lambda found: found[0].translate(_WITHOUT_I), text)
    text = _AMONG_CAPITALS.sub(lambda found: found[0].translate(_WHOLLY_CAPITAL), text)
    return text.translate(_LETTERS)
