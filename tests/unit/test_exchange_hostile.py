"""Files made to do harm: refused, or made harmless."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from quiz.exchange import gift, qti
from quiz.exchange.formats import read_questions
from quiz.exchange.markup import html_text
from quiz.exchange.qti import package
from quiz.exchange.question import Unreadable
from tests.bounded_time import at_most

SAMPLES = Path(__file__).parents[1] / "samples" / "exchange"
MANIFEST = b"""<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>
<resource type="imsqti_item_xmlv2p1" href="a.xml"/></resources></manifest>"""


def zipped(*files: tuple[str | ZipInfo, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        made.writestr("imsmanifest.xml", MANIFEST)
        for name, data in files:
            made.writestr(name, data, ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["xxe.xml", "entity-bomb.xml", "remote-doctype.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("format_name", ["", "moodle", "qti"])
def test_a_document_type_is_refused_before_it_is_read(name, encoding, format_name) -> None:
    text = (SAMPLES / name).read_text().replace('encoding="UTF-8"', "")

    with at_most(40), pytest.raises(Unreadable, match="DOCTYPE"):
        read_questions(text.encode(encoding), format_name)


def test_scripts_in_a_text_are_gone_or_are_text() -> None:
    _format, reading = read_questions((SAMPLES / "scripts.xml").read_bytes())
    (question,) = reading.questions

    assert question.prompt == "What?here"
    assert question.name == "<img src=x onerror=alert(1)>"  # Never formatted: text, as shown
    assert [choice.text for choice in question.choices] == ["yes", "<script>alert(5)</script>"]
    assert "a script or a form" in question.notes[0]
    assert "a part of another page" in question.notes[0]


@pytest.mark.parametrize(
    "name", ["../a.xml", "items/../../a.xml", "/etc/a.xml", "C:/a.xml", "..\\a.xml"]
)
def test_a_package_with_a_file_outside_itself_is_refused(name: str) -> None:
    with pytest.raises(Unreadable, match="outside it"):
        qti.read(zipped((name, b"<a/>")))


def test_an_address_outside_the_package_is_no_file_of_it() -> None:
    data = MANIFEST.replace(b'href="a.xml"', b'href="../../etc/passwd"')
    buffer = BytesIO()
    with ZipFile(buffer, "w") as made:
        made.writestr("imsmanifest.xml", data)

    (refused,) = qti.read(buffer.getvalue()).refused

    assert refused.name == "../../etc/passwd"


def test_a_zip_bomb_is_refused_by_its_ratio() -> None:
    with pytest.raises(Unreadable, match="zip bomb"):
        qti.read(zipped(("a.xml", b"\0" * 20_000_000)))


def test_a_package_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 10_000)

    with pytest.raises(Unreadable, match="unpacks to more than"):
        qti.read(zipped(("a.xml", b"<a>" + b"x" * 20_000)))


def test_what_a_package_says_of_its_size_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The central directory says 10 bytes; there are 300,000."""
    monkeypatch.setattr(package, "MOST_BYTES", 100_000)
    honest = zipped(("a.xml", b"<a>" + b"x" * 300_000))
    lying = honest.replace(struct.pack("<I", 300_003), struct.pack("<I", 10))

    with pytest.raises(Unreadable):
        qti.read(lying)


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_FILES", 3)

    with pytest.raises(Unreadable, match="more than 3 files"):
        qti.read(zipped(*((f"{number}.xml", b"") for number in range(4))))


def test_links_locks_and_broken_files_are_refused() -> None:
    link = ZipInfo("a.xml")
    link.external_attr = 0o120777 << 16
    with pytest.raises(Unreadable, match="link"):
        qti.read(zipped((link, b"/etc/passwd")))

    whole = zipped(("a.xml", b"<a/>" * 100))
    with pytest.raises(Unreadable):
        qti.read(whole[:40])
    locked = bytearray(whole)
    locked[whole.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable, match="password"):
        qti.read(bytes(locked))
    with pytest.raises(Unreadable, match=r"imsmanifest\.xml"):
        qti.read(b"PK\x05\x06" + b"\0" * 18)


def test_damaged_data_in_a_package_is_refused() -> None:
    whole = bytearray(zipped(("a.xml", bytes(range(256)) * 20)))
    at = whole.index(b"a.xml") + 12
    whole[at : at + 20] = b"\xff" * 20

    with pytest.raises(Unreadable):
        qti.read(bytes(whole))


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000,
        "q {" + "~a" * 50_000 + "}",
        "q {" + "=" * 100_000,
        "::" * 100_000,
        "\\" * 100_001,
        "q {#" + "9" * 100_000 + "}",
        "q {#=%50%" + "1.." * 30_000 + "}",
        "q {=a" + "#" * 100_000 + "}",
        "[html]" + "<div>" * 50_000,
        "[html]" + "<" * 100_000,
        "[markdown]" + "> " * 20_000 + "x",
        "[markdown]" + "[" * 20_000,
        "$CATEGORY:" + "/" * 100_000,
    ],
)
def test_texts_made_to_keep_a_parser_busy_do_not(text: str) -> None:
    with at_most(100):
        entries = gift.read(text.encode()).entries

    assert len(entries) <= 1


def test_deep_xml_is_refused_or_read_in_no_time() -> None:
    deep = b"<quiz>" + b"<question>" * 100_000
    with pytest.raises(Unreadable, match="not well-formed"):
        read_questions(deep)


def test_numbers_that_would_fill_the_memory_are_refused() -> None:
    (refused,) = gift.read(b"How many? {#1e999999999}").refused

    assert "cannot" in refused.reason or "can be kept" in refused.reason


def test_html_cannot_come_back_by_being_cleaned_twice() -> None:
    text, _lost = html_text(
        "&lt;script&gt;alert(1)&lt;/script&gt;<scr<script>ipt>alert(2)</script>"
    )

    assert text.startswith("<script>alert(1)</script>")  # Text, which a page shows escaped
    assert "alert(2)" not in text.removeprefix("<script>alert(1)</script>") or "<" in text
