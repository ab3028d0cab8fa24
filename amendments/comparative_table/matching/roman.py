"""Roman numerals in either script: Kazakh and Russian texts write Х and І in Cyrillic."""

ROMAN = r"[ivxlіх]{1,6}"
_TO_LATIN = str.maketrans("іІхХсСмМ", "iIxXcCmM")
_WRITTEN = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(text: str) -> str:
    """Return a numeral as sections are numbered: "vi", "VІ" and "6" are "VI"."""
    plain = text.translate(_TO_LATIN).casefold()
    if not plain.isdigit():
        return plain.upper()
    number, written = int(plain), ""
    for value, letters in _WRITTEN:
        while number >= value:
            number, written = number - value, written + letters
    return written
