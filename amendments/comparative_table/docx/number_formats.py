"""How Word writes the numbers it counts."""

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # As Word counts: without ё, й, ъ and ь
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
]  # fmt: skip
_MOST = 3_999


def written(count: int, form: str) -> str:
    """Write `count` in a `w:numFmt`; an unknown one is written in digits."""
    if not 0 < count <= _MOST:
        return str(count)
    if form in ("lowerLetter", "upperLetter"):
        text = _letters(count, _LATIN)
    elif form in ("russianLower", "russianUpper"):
        text = _letters(count, _RUSSIAN)
    elif form in ("lowerRoman", "upperRoman"):
        text = _roman(count)
    elif form == "decimalZero":
        text = f"{count:02}"
    else:
        text = str(count)
    return text.upper() if form.startswith("upper") or form == "russianUpper" else text


def _letters(count: int, alphabet: str) -> str:
    """After z comes aa, then bb."""
    times, letter = divmod(count - 1, len(alphabet))
    return alphabet[letter] * (times + 1)


def _roman(count: int) -> str:
    text = ""
    for number, letters in _ROMAN:
        while count >= number:
            text += letters
            count -= number
    return text
