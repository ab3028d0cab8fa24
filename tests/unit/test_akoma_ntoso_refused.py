"""Files that are no Akoma Ntoso 3.0, or made to do harm: refused with a clear word."""

from itertools import pairwise

import pytest

from amendments.akoma_ntoso.faults import Unreadable
from amendments.akoma_ntoso.reading.opening import MOST_BYTES, opened
from tests.bounded_time import at_most
from tests.samples.akoma_ntoso.foreign import AKN, act

ENTITIES = [f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in pairwise("abcdefghi")]
BOMB = f"""<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">{"".join(ENTITIES)}]>\n"""
FROM_A_FILE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
FROM_THE_NET = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">\n'


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        opened(data)
    return str(raised.value)


@pytest.mark.parametrize("doctype", [BOMB, FROM_A_FILE, FROM_THE_NET])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_it_is_read(doctype: str, encoding: str) -> None:
    with at_most(40):
        message = refused((doctype + act().decode()).encode(encoding))

    assert message.startswith("line 1, <!DOCTYPE>: a document type")


def test_a_huge_file_is_refused_for_its_size_alone() -> None:
    assert refused(b"<" * (MOST_BYTES + 1)) == "larger than 5 MB."


def test_elements_within_elements_without_an_end_are_refused() -> None:
    depth = 10_000

    assert "no well-formed XML" in refused(b"<p>" * depth + b"</p>" * depth)


@pytest.mark.parametrize(
    ("namespace", "said"),
    [
        ("http://www.akomantoso.org/2.0", "Akoma Ntoso 2.0, from before the OASIS standard"),
        ("http://www.akomantoso.org/1.0", "Akoma Ntoso 1.0, from before the OASIS standard"),
        (f"{AKN}/CSD13", "a draft of the standard (CSD13)"),
        (f"{AKN}/WD17", "a draft of the standard (WD17)"),
        ("urn:something", "unknown namespace urn:something"),
        ("", "it names no namespace"),
    ],
)
def test_other_versions_of_the_standard_are_named(namespace: str, said: str) -> None:
    message = refused(act(namespace=namespace))

    assert message.startswith("line 1, <akomaNtoso>: ")
    assert said in message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no well-formed XML"),
        (b"PK\x03\x04", "no well-formed XML"),
        (b"<html/>", "<html>: no Akoma Ntoso"),
        (act()[:-20], "no well-formed XML"),
        (act().replace(b"<act ", b"<doc ").replace(b"</act>", b"</doc>"), "it holds doc"),
        (f'<akomaNtoso xmlns="{AKN}"/>'.encode(), "it holds nothing"),
        (f'<akomaNtoso xmlns="{AKN}"><act/></akomaNtoso>'.encode(), "<act>: it has no <meta>"),
        (act(work="https://example.org/law"), "is no address of a work"),
        (act(language="fra"), "language 'fra' is none of kaz, rus, eng"),
        (act().replace(b'<FRBRlanguage language="rus"/>', b""), "0 languages are named"),
        (act().replace(b"FRBRWork", b"FRBRworks"), "no <FRBRWork> says which work"),
    ],
)
def test_what_is_no_act_that_can_be_read_is_refused_with_the_reason(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_the_line_of_a_slip_is_told() -> None:
    text = act().replace(b"<body>", b"\n\n<body></p>")
    line = text[: text.index(b"</p>")].count(b"\n") + 1

    assert refused(text).startswith(f"line {line}: no well-formed XML")
