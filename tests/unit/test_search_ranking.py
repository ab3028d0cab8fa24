"""Which hits come first, and what of them is shown."""

from hypothesis import given
from hypothesis import strategies as st

from amendments.search.highlighting import LONGEST_SNIPPET, marked, snippet
from amendments.search.ranking import Ranked, rank

COURT = {"court": 1.0}
JUDGE = {"judg": 1.0, "judici": 0.6}


def entry(number: int, heading: str, body: str = "", weight: float = 1.0) -> Ranked:
    return Ranked(number, heading, body, weight)


def test_a_word_in_the_heading_counts_more_than_many_in_the_text() -> None:
    entries = [entry(1, "seat", "court " * 9), entry(2, "constitut court", "elev judg")]

    assert rank(entries, [COURT]) == [2, 1]


def test_a_heading_that_says_only_what_was_asked_comes_first() -> None:
    entries = [entry(1, "appoint of the court by the senat"), entry(2, "constitut court")]

    assert rank(entries, [COURT, {"constitut": 1.0}]) == [2, 1]


def test_a_name_in_another_language_counts_as_a_whole_heading() -> None:
    entries = [entry(1, "long heading about мәжіліс"), entry(2, "mazhili _ мәжіліс _ мажилис")]

    assert rank(entries, [{"мәжіліс": 1.0}]) == [2, 1]


def test_more_often_in_a_shorter_text_counts_more() -> None:
    entries = [
        entry(1, "a", "court " + "word " * 90),
        entry(2, "b", "court court " + "word " * 20),
    ]

    assert rank(entries, [COURT]) == [2, 1]


def test_all_the_words_count_more_than_one_of_them_often() -> None:
    entries = [entry(1, "court court", "court " * 20), entry(2, "seat", "court and judg")]

    assert rank(entries, [COURT, JUDGE]) == [2, 1]


def test_words_side_by_side_count_more_than_words_apart() -> None:
    entries = [entry(1, "a", "judg of the court"), entry(2, "b", "the court judg it")]

    assert rank(entries, [COURT, JUDGE]) == [2, 1]


def test_a_word_that_only_begins_alike_counts_less() -> None:
    entries = [entry(1, "judici council"), entry(2, "judg council")]

    assert rank(entries, [JUDGE]) == [2, 1]


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    entries = [entry(1, "court"), entry(2, "court"), entry(3, "elbasi"), entry(4, "court")]

    assert rank(entries, [COURT, {"elbasi": 1.0}])[0] == 3


def test_the_weight_of_a_kind_counts() -> None:
    assert rank([entry(1, "court", weight=0.6), entry(2, "court")], [COURT]) == [2, 1]


def test_equals_keep_the_order_in_which_they_were_written() -> None:
    assert rank([entry(7, "court"), entry(3, "court")], [COURT]) == [3, 7]


def test_there_is_nothing_to_rank_without_entries_or_words() -> None:
    assert rank([], [COURT]) == []
    assert rank([entry(2, "a"), entry(1, "b")], []) == [2, 1]


def test_the_words_asked_for_are_marked_in_every_form() -> None:
    stretches = marked("The Court's judges; no courtesy", "en", {"court"})

    assert [(each.text, each.marked) for each in stretches] == [
        ("The ", False),
        ("Court's", True),
        (" judges; no courtesy", False),
    ]


@given(st.text(), st.sets(st.sampled_from(["court", "a", "заң", "1"])))
def test_marking_changes_no_letter(text: str, stems: set[str]) -> None:
    assert "".join(each.text for each in marked(text, "en", stems)) == text


def test_the_passage_with_most_of_the_words_is_shown() -> None:
    parts = [
        ["en", "in_short", "Nothing of the kind."],
        ["en", "what_changed", "A court. " + "Word " * 80 + "The court has judges. " + "End " * 80],
    ]

    shown = snippet(parts, {"court", "judg"})

    assert shown is not None
    assert shown.field == "what_changed"
    assert [each.text for each in shown.stretches if each.marked] == ["court", "judges"]
    assert shown.stretches[0].text == "… "
    assert shown.stretches[-1].text == " …"


def test_without_a_hit_the_beginning_is_shown() -> None:
    shown = snippet([["ru", "in_short", "Первое."], ["ru", "note", "Второе."]], {"court"})

    assert shown is not None
    assert [each.text for each in shown.stretches] == ["Первое."]
    assert shown.language == "ru"


def test_without_a_text_there_is_no_passage() -> None:
    assert snippet([], {"court"}) is None


@given(st.text(min_size=1), st.integers(0, 400))
def test_a_passage_is_short_and_stands_in_its_text(text: str, padding: int) -> None:
    text = "word " * padding + text

    shown = snippet([["en", "note", text]], {"word"})

    assert shown is not None
    inner = [each.text for each in shown.stretches if each.text not in ("… ", " …")]
    assert "".join(inner) in text.replace("\n", " ")
    assert len("".join(inner)) <= LONGEST_SNIPPET
