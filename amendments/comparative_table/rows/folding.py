"""Words brought to one form for recognising: letters that look alike, signs over Latin letters."""

import re
from unicodedata import category, normalize

_LATIN_LOOKS = "aAcCeEoOpPxXyYiIkKmMtThHBəƏ"
_CYRILLIC_LOOKS = "аАсСеЕоОрРхХуУіІкКмМтТһНВәӘ"
TO_CYRILLIC = str.maketrans(_LATIN_LOOKS, _CYRILLIC_LOOKS)
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ´`][^\W\d_]+)*")
_APOSTROPHES = re.compile(r"['’ʼ´`]")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_NUMBER = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DASHES = re.compile(r"[‐‑‒–—−]")


def folded(text: str) -> str:
    """Return `text` in small letters, each word in one script, Latin without signs over it.

    "Cтатья" with a Latin C is "статья"; "Usynylatyn redaksıa" is "usynylatyn redaksia";
    "83¹" is "83-1"; every dash is "-".
    """
    raised = _RAISED_NUMBER.sub(lambda found: f"-{found[0].translate(_RAISED)}", text)
    dashed = _DASHES.sub("-", raised).replace("\u00a0", " ")
    return _WORD.sub(_in_one_script, dashed).casefold()


def _in_one_script(found: re.Match[str]) -> str:
    word = found[0]
    if any(_is_cyrillic(letter) for letter in word):
        if not any(_is_latin(letter) and letter not in _LATIN_LOOKS for letter in word):
            return word.translate(TO_CYRILLIC)
        word = word.translate(_TO_LATIN)
    if any(_is_cyrillic(letter) for letter in word):
        return word
    plain = _APOSTROPHES.sub("", word).replace("ı", "i").replace("ə", "a").replace("Ə", "A")
    return "".join(letter for letter in normalize("NFD", plain) if category(letter) != "Mn")


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and (letter < "\u0370" or "\u1e00" <= letter < "\u1f00")
