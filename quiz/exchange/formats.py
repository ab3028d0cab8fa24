"""The formats, and which of them a file is in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quiz.exchange import aiken, gift, moodle_xml, qti
from quiz.exchange.carries import Carries
from quiz.exchange.decoding import check_size, decoded
from quiz.exchange.question import (
    ExchangedQuestion,
    Reading,
    Unreadable,
    Written,
    check_number_of,
)
from quiz.exchange.xml_reading import name_of, parsed


@dataclass(frozen=True)
class Format:
    """A format: what it is called, how a file in it ends, and its two directions."""

    name: str
    label: str
    ending: str
    content_type: str
    carries: Carries
    read: Callable[[bytes], Reading]
    write: Callable[[Iterable[ExchangedQuestion]], Written]


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("gift", "GIFT", ".gift", "text/plain", gift.CARRIES, gift.read, gift.write),
        Format(
            "moodle",
            "Moodle XML",
            ".xml",
            "application/xml",
            moodle_xml.CARRIES,
            moodle_xml.read,
            moodle_xml.write,
        ),
        Format("aiken", "Aiken", ".txt", "text/plain", aiken.CARRIES, aiken.read, aiken.write),
        Format("qti", "QTI 2.1", ".zip", "application/zip", qti.CARRIES, qti.read, qti.write),
    )
}
_XML = re.compile(rb"\W*<(?:[?!]|quiz|manifest|(?:qti-)?assessment|questestinterop)")
# Whatever the slip at its choices: read as Aiken it is refused, as GIFT it would be a text
_AIKEN = re.compile(r"^[ \t]*[^\W\d_][.)].*\n\s*ANSWER:[ \t]*[^\s{]{0,2}[ \t]*$", re.MULTILINE)


def read_questions(data: bytes, format_name: str = "") -> tuple[Format, Reading]:
    """Read a file in the format named, or in the one it looks like.

    Raises Unreadable for a file that is none, is too large or holds too many questions.
    """
    check_size(data)
    found = FORMATS[format_name or detected(data)]
    reading = found.read(data)
    check_number_of(len(reading.entries))
    if not reading.entries:
        raise Unreadable(f"No question was found in the file, read as {found.label}.")
    return found, reading


def detected(data: bytes) -> str:
    """Return the name of the format that a file seems to be in. Raises Unreadable."""
    if data.startswith(b"PK"):
        return "qti"
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<"):
        try:
            return "moodle" if name_of(parsed(data)) == "quiz" else "qti"
        except Unreadable:
            if _XML.match(data[:200].replace(b"\0", b"")):
                raise  # Else it is text that begins with an angle bracket
    return "aiken" if _AIKEN.search(decoded(data)) else "gift"
