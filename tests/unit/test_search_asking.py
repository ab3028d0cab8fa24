"""What a question is read as: words, or the address of a provision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.search.asking import LONGEST_QUESTION, MOST_WORDS, provision_asked, question
from amendments.search.engine import KnownWord
from amendments.search.slips import in_other_layout, nearest, slips_allowed


@pytest.mark.parametrize(
    ("typed", "article", "place"),
    [
        ("72", "72", ""),
        ("72.", "72", ""),
        ("83-1", "83-1", ""),
        ("72(3)", "72", "3"),
        ("72 (3)", "72", "3"),
        ("54(2)(2)", "54", "2/2"),
        ("44(10-1)", "44", "10-1"),
        ("article 72", "72", ""),
        ("Art. 72", "72", ""),
        ("Article 72, paragraph 3", "72", "3"),
        ("Article 54, paragraph 2, sub-paragraph 2", "54", "2/2"),
        ("статья 72", "72", ""),
        ("ст. 72", "72", ""),
        ("СТ.72", "72", ""),
        ("ст. 72 п. 3", "72", "3"),
        ("п. 3 ст. 72", "72", "3"),
        ("пункт 3 статьи 72", "72", "3"),
        ("пп. 2 п. 2 ст. 54", "54", "2/2"),
        ("72-бап", "72", ""),
        ("72 бап", "72", ""),
        ("72-бабы", "72", ""),
        ("83-1-бап", "83-1", ""),
        ("72-баптың 3-тармағы", "72", "3"),
        ("54-баптың 2-тармағының 2) тармақшасы", "54", "2/2"),
    ],
)
def test_an_address_is_read_as_lawyers_write_it(typed: str, article: str, place: str) -> None:
    asked = provision_asked(typed)

    assert asked is not None
    assert (asked.article, asked.place) == (article, place)


@pytest.mark.parametrize(
    "typed", ["", "2022", "72 percent", "section 7", "article", "8 June 2022", "72-73-74"]
)
def test_what_is_no_address_is_not_read_as_one(typed: str) -> None:
    assert provision_asked(typed) is None


@given(st.text(), st.sampled_from(["kk", "ru", "en"]))
def test_any_text_can_be_asked(typed: str, language: str) -> None:
    asked = question(typed, language)

    assert len(asked.text) <= LONGEST_QUESTION
    assert len(asked.words) <= MOST_WORDS
    assert all(word.text and word.stems for word in asked.words)


def test_a_long_question_is_cut() -> None:
    assert question("a" * 99 + " court", "en").text == "a" * 99


def test_words_are_asked_once_and_in_order() -> None:
    asked = question("Judges  of courts, JUDGES", "en")

    assert [word.text for word in asked.words] == ["judges", "courts"]


def test_words_can_be_replaced_and_left_out_where_they_stand() -> None:
    asked = question("The Presidnet, xyzzy elctions", "en")

    other = asked.without(["xyzzy"], {"presidnet": "president", "elctions": "elections"})

    assert other.text == "The president, elections"


KNOWN = [
    KnownWord("president", "presid", 9),
    KnownWord("presidents", "presid", 3),
    KnownWord("resident", "resid", 40),
    KnownWord("құқық", "құқық", 5),
    KnownWord("сот", "сот", 5),
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("presidnet", "president"),  # Changed places
        ("presdent", "president"),  # Too few
        ("pressident", "president"),  # Too many
        ("prezident", "president"),  # Wrong
        ("prasidant", "president"),  # Two slips in a long word
        ("кукик", "құқық"),  # Kazakh letters count for no slip
        ("сат", "сот"),
        ("санд", None),  # Two slips in a short word
        ("qwerty", None),
    ],
)
def test_a_slip_leads_to_the_nearest_word(typed: str, meant: str | None) -> None:
    found = nearest(typed, KNOWN)

    assert (found.word if found else None) == meant


def test_of_two_equally_near_words_the_more_used_one_is_meant() -> None:
    known = [KnownWord("lawn", "lawn", 1), KnownWord("laws", "law", 50)]

    found = nearest("lawk", known)

    assert found is not None
    assert found.word == "laws"


def test_short_words_have_no_slips() -> None:
    assert [slips_allowed(letters) for letters in (1, 2, 3, 5, 6, 20)] == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ghtpbltyn", "президент"), ("Ds,jhs", "Выборы"), ("зкуышвуте", "president")],
)
def test_what_was_typed_on_another_keyboard_can_be_read(typed: str, meant: str) -> None:
    assert meant in in_other_layout(typed)
