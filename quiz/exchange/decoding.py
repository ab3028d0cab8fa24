"""Bytes → text, in the right encoding or not at all."""

import codecs
import re
from itertools import pairwise

from quiz.exchange.question import Unreadable

MOST_BYTES = 10 * 1024 * 1024
NO_TEXT = "The file is no text, or UTF-16 without a mark at its start. Save it as UTF-8."
_MARKS = [  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


def check_size(data: bytes) -> None:
    """Raises Unreadable for an empty file or one of more than 10 MB."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES // 1024**2} MB.")
    if not data.strip():
        raise Unreadable("The file is empty.")


def decoded(data: bytes) -> str:
    """Return the text of a UTF-8 file, or of one whose mark says that it is UTF-16 or -32.

    Its lines end with line feeds, whatever they ended with. Raises Unreadable for
    anything else: guessing would put wrong letters into questions.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in data:
        raise Unreadable(NO_TEXT)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(_said(data, encoding, error.start)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _said(data: bytes, encoding: str, at: int) -> str:
    if encoding not in ("utf-8", "utf-8-sig"):
        return f"The file's mark says {encoding.upper()}, but its bytes are no such text."
    line = len(re.findall(rb"\r\n|\r|\n", data[:at])) + 1
    return (
        f"Line {line} is not UTF-8; the file looks like {_likely(data)}. "
        "Open it in an editor, save it as UTF-8 and try again."
    )


def _likely(data: bytes) -> str:
    """Cyrillic words are rows of high bytes; accents of Western words stand alone."""
    high = [byte >= 0x80 for byte in data]
    beside = sum(one and two for one, two in pairwise(high))
    return "Windows-1251" if beside * 2 > sum(high) else "Windows-1252"
