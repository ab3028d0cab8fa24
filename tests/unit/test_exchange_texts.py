"""Encodings, HTML, Markdown, and which format a file is in."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.exchange.formats import detected, read_questions
from quiz.exchange.markup import html_text, markdown_text, text_in_format
from quiz.exchange.plain_text import is_garbled, one_line, tidy
from quiz.exchange.question import Unreadable

SAMPLES = Path(__file__).parents[1] / "samples" / "exchange"


@pytest.mark.parametrize("name", ["utf-8.gift", "utf-8-mark.gift", "utf-16.gift"])
def test_kazakh_letters_arrive_whatever_the_mark(name: str) -> None:
    _format, reading = read_questions((SAMPLES / name).read_bytes())

    assert [question.prompt for question in reading.questions] == [
        "Қазақстанның астанасы қай қала?",
        "Бұл рас па?",
    ]
    assert reading.questions[0].name == "Астана"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("windows-1251.gift", "Line 1 is not UTF-8; the file looks like Windows-1251."),
        ("windows-1252.gift", "Line 1 is not UTF-8; the file looks like Windows-1252."),
        ("utf-16-no-mark.gift", "UTF-16 without a mark"),
    ],
)
def test_another_encoding_is_refused_with_a_word_on_it(name: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_questions((SAMPLES / name).read_bytes())


XML = """{}<quiz>
<question type="truefalse"><questiontext><text>Вопрос</text></questiontext></question></quiz>"""


@pytest.mark.parametrize("declared", ["", "<?xml version='1.0' encoding='UTF-8'?>"])
@pytest.mark.parametrize("format_name", ["", "moodle", "qti"])
def test_xml_in_another_encoding_than_it_says_is_refused_with_a_word_on_it(
    declared: str, format_name: str
) -> None:
    said = "Line 2 is not UTF-8; the file looks like Windows-1251. .* save it as UTF-8"

    with pytest.raises(Unreadable, match=said):
        read_questions(XML.format(declared).encode("cp1251"), format_name)


def test_xml_may_say_its_encoding() -> None:
    data = XML.format("<?xml version='1.0' encoding='windows-1251'?>").encode("cp1251")

    assert detected(data) == "moodle"
    with pytest.raises(Unreadable, match="not well-formed"):
        detected(data.replace(b"</quiz>", b""))


def test_the_line_with_the_first_strange_byte_is_named() -> None:
    with pytest.raises(Unreadable, match="Line 3 "):
        read_questions(b"One {T}\n\n" + "Два {F}".encode("cp1251"))
    with pytest.raises(Unreadable, match="Line 3 "):
        read_questions(b"One {T}\r\r" + "Два {F}".encode("cp1251"))


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАСРТУӘәҒғҚқҢңӨөҰұҮүҺһІі ", min_size=8))
@example("ІІІІІІӘӘ")  # Half of Ә is a byte without a letter in Windows-1251
def test_text_is_not_taken_for_garbled_and_garbled_text_is_found(text: str) -> None:
    """Unless it is of capital letters alone, as "РСТУ" is."""
    letters = [c for c in text if c != " "]
    assert not is_garbled(text) or sum(c in "РСТУ" for c in letters) * 2.5 >= len(letters)
    if len(letters) >= 8:
        for encoding in ("cp1251", "cp1252", "iso-8859-1"):
            assert is_garbled(tidy(text.encode().decode(encoding, "replace"))), encoding


def test_western_letters_are_not_taken_for_garbled() -> None:
    assert not is_garbled("Où est la vérité ? Là-bas, à côté. Ça va très bien, éé.")
    assert is_garbled("Où est la vérité, là-bas ou très loin".encode().decode("cp1252", "replace"))


def test_what_windows_wrote_and_iso_8859_1_read_is_put_right() -> None:
    assert tidy("\x93Ata Za\xf1\x94 \x96 so\x85") == "“Ata Zañ” – so…"


@given(st.text())
def test_a_tidied_text_is_tidy(text: str) -> None:
    tidied = tidy(text)

    assert tidy(tidied) == tidied == unicodedata.normalize("NFC", tidied)
    assert "\n\n\n" not in tidied
    assert one_line(one_line(text)) == one_line(text)
    assert "\n" not in one_line(text)


@given(st.text())
def test_escaped_html_gives_the_tidied_text(text: str) -> None:
    from html import escape

    assert html_text(f"<p>{escape(tidy(text)).replace(chr(10), '<br>')}</p>") == (tidy(text), [])


@pytest.mark.parametrize(
    ("html", "text", "lost"),
    [
        ("<p>One</p>\n<p>two<br>three</p>", "One\n\ntwo\nthree", []),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a\n2. b\n• c", []),
        ("x<sup>2</sup>", "x2", ["raised or lowered letters (as in m²)"]),
        ("a<img src='b.png'>c", "ac", ["an image (b.png)"]),
        ("<script>alert(1)</script>ok", "ok", ["a script or a form"]),
        ("<a href='javascript:x'>here</a>", "here", ["a link (without an address)"]),
        ("&lt;b&gt; &amp;amp; &nbsp;x", "<b> &amp; \u00a0x", []),
        ("<video src='a.mp4'></video>", "", ["sound or film"]),
        ("1 < 2 &amp; 3", "1 < 2 & 3", []),
        ("<!-- a comment --><style>p {}</style>x", "x", []),
    ],
)
def test_html_becomes_plain_text_and_its_losses_are_named(html, text, lost) -> None:
    assert html_text(html) == (text, lost)


def test_markdown_becomes_plain_text() -> None:
    text, lost = markdown_text("# A\n\n*b* `c`\n\n1. d\n2. e\n\n<script>f</script>\n")

    assert text == "A\n\nb c\n\n1. d\n2. e"
    assert lost == ["formatting", "a script or a form"]


def test_moodles_own_format_is_text_until_there_is_html_in_it() -> None:
    assert text_in_format("a < b\nx<y", "moodle") == ("a < b\nx<y", [])
    assert text_in_format("a\n<b>b</b>", "moodle") == ("a\nb", ["formatting"])


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"Is it? {T}", "gift"),
        (b"::A:: text without braces", "gift"),
        (b"What?\r\nA. one\r\nB. two\r\nANSWER: A", "aiken"),
        (b"What?\nA.one\nB.two\nANSWER: A", "aiken"),
        (b"What?\n\na) one\n\nb) two\n\nANSWER: a)", "aiken"),
        ("Не?\nа) бір\nб) екі\nANSWER: а\n\n".encode(), "aiken"),
        (b"What? {\n=A.one\n~B.two\n}\nANSWER: A", "gift"),
        (b"Write ANSWER: A {=A ~B}\n\nANSWER: {T}", "gift"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><quiz/>", "moodle"),
        ("<?xml version='1.0' encoding='utf-16'?><quiz/>".encode("utf-16"), "moodle"),
        (b"<assessmentItem/>", "qti"),
        (b"PK\x03\x04", "qti"),
        (b"<b>Is it?</b> {T}", "gift"),
    ],
)
def test_the_format_is_found_out(data: bytes, name: str) -> None:
    assert detected(data) == name


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"// only a comment", "No question was found"),
        (b"<quiz/>", "No question was found"),
        (b"<quiz><", "not well-formed"),
        (b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        (b"q {T}\n\n" * 5001, "more than 5,000 questions"),
    ],
)
def test_a_file_that_is_none_says_so(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_questions(data)
