"""Whatever an editor may save, the content files can hold."""

from hypothesis import assume, given
from hypothesis import strategies as st

from amendments.content_files.faults import Place
from amendments.content_files.legible import read_text
from amendments.content_files.strict_yaml import Listing, parse
from amendments.content_files.writing import written
from amendments.nfc import first_unprintable, in_one_spelling

# What YAML could take for its own, what ends lines, what nobody sees, and what no file may hold
pieces = st.sampled_from(
    [
        *("a|Сот| |  |\n|\n |\t|- |: |#|'|yes|1|~".split("|")),
        *'"|\r\x0b\x0c\x85\u2028\u2029\ufeff\xa0\xad\u200b\u202e\U0001f600\ue000\ufffd',
        *("\r\n", "e\u0301"),
        *"\x00\x1f\ufffe",
    ]
)
texts = st.text() | st.lists(pieces, max_size=30).map("".join)


@given(texts)
def test_a_text_in_one_spelling_stays_as_it_is(text: str) -> None:
    once = in_one_spelling(text)

    assert in_one_spelling(once) == once


@given(texts)
def test_what_may_be_saved_is_written_and_read_back_the_same(text: str) -> None:
    saved = in_one_spelling(text)
    assume(saved and not first_unprintable(saved))
    place = Place("a file")

    root = parse(written([{"text": saved}]))

    assert isinstance(root, Listing)
    node = root.items[0].value("text")  # type: ignore[attr-defined]
    assert (read_text(node, place), place.faults) == (saved, [])
