"""One spelling for every text that comes out of a file, so that equal texts are equal."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_SPACES = re.compile("[ \t]+")
_EMPTY_LINES = re.compile("\n{3,}")
_NOT_TEXT = re.compile(  # What XML cannot hold or nobody can see
    "[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_MISREAD = {at: bytes([at]).decode("cp1252", "replace") for at in range(0x80, 0xA0)}
_FOLLOW = bytes(range(0x80, 0xC0))  # What comes second in a letter of two bytes
_LOST = "\N{REPLACEMENT CHARACTER}"  # Put for a byte that has no letter in the encoding
_PAIR_OF_1251 = re.compile(f"[РСТУ][{re.escape(_FOLLOW.decode('cp1251', 'ignore'))}{_LOST}]")
_PAIR_OF_1252 = re.compile(f"[ÃÐÑÒÓ][{re.escape(_FOLLOW.decode('cp1252', 'ignore'))}{_LOST}]")
_ABOVE = 0xFFFE  # The last two code points of each plane are no characters


def tidy(text: str) -> str:
    """Return a text in NFC, with line feeds, without control characters and idle spaces.

    A paragraph ends with one empty line. Doing it again changes nothing. The control characters
    of ISO 8859-1 are letters and quotes of Windows-1252, misread.
    """
    text = _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", text)).translate(_MISREAD)
    text = "".join(c for c in text if ord(c) & 0xFFFF < _ABOVE)
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    lines = (line.strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    return " ".join(tidy(text).split("\n")).replace("  ", " ")


def is_garbled(text: str) -> bool:
    """Say whether a tidy text is UTF-8 that somebody once read as Windows-1251 or -1252.

    "РљРѕРЅСЃС‚" is "Конст" read so: each letter became two. At least four such pairs, and
    little else beside them, are needed to say it.
    """
    pairs = len(_PAIR_OF_1251.findall(text)) or len(_PAIR_OF_1252.findall(text))
    strange = sum(ord(c) > 127 for c in text)
    return pairs >= 4 and pairs * 2 >= strange * 0.8
