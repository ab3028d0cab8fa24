"""The bytes of a file → its lines, or why they are no plain text."""

import re

from amendments.comparative_table.unreadable import Unreadable

MOST_BYTES = 2_000_000  # The longest edition known takes 210 kB and 2,300 lines
MOST_LINES = 20_000
_OTHER_FORMATS = {
    b"PK\x03\x04": "a Word or other zipped file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"%PDF": "a PDF file",
    b"{\\rtf": "an RTF file",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
    b"\x1f\x8b": "a compressed file",
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_TAG = re.compile(r"<(?:!doctype|!--|\?xml|/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>)", re.I)
_LINE_END = re.compile("\r\n|[\n\r\f\x85\u2028\u2029]")


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a UTF-8 text as they are; the first is line 1 to whoever reads.

    Raises Unreadable, with the line named, for whatever is no plain text in UTF-8.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES:,} bytes: no edition is.")
    for start, name in _OTHER_FORMATS.items():
        if data.startswith(start):
            raise Unreadable(f"Line 1: this is {name}. Save it as plain text in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = len(_LINE_END.findall(data[: error.start].decode("utf-8-sig"))) + 1
        raise Unreadable(
            f"Line {place}: byte 0x{data[error.start]:02X} at {error.start:,} is not UTF-8. "
            "Older files are often in windows-1251: save it as UTF-8."
        ) from error
    if not text.strip():
        raise Unreadable("Line 1: the file is empty.")
    lines: list[str] = _LINE_END.split(text)
    if len(lines) > MOST_LINES:
        raise Unreadable(f"Line {MOST_LINES + 1}: no edition has as many lines.")
    for number, line in enumerate(lines, start=1):
        if bad := _UNPRINTABLE.search(line):
            raise Unreadable(f"Line {number}: has the unprintable character U+{ord(bad[0]):04X}.")
        if tag := _TAG.search(line):
            raise Unreadable(
                f"Line {number}: has HTML in it, “{tag[0][:40]}”. Save the text of the page."
            )
    return lines
