"""Which pieces of the old text the redline says were changed."""

from decimal import Decimal

import pytest

from quiz.question_types import Asked, AskedChoice, BadAnswer, Form, question_type
from quiz.question_types.mark_the_change import changed_pieces, pieces
from tests.bounded_time import at_most

mark = question_type("mark_the_change")
RULE = "The President appoints judges, for life; the Senate elects them."
LAW = f"{RULE}\n1) first words here;\n2) more."


def cut(text: str) -> list[str]:
    return [piece.text for piece in pieces(text)]


def changed(before: str, after: str) -> list[str]:
    return [cut(before)[at].strip() for at in sorted(changed_pieces(before, after))]


def asked(before: str, after: str, law_language: str = "en") -> Asked:
    return Asked("q", "mark_the_change", before=before, after=after, law_language=law_language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" ; \n", []),
        ("1)\n2)", []),
        ("one", ["one"]),
        ("a b c d e f g", ["a b c d e", " f g"]),
        ("a b, c d", ["a b,", " c d"]),
        ("«a b.» c d", ["«a b.»", " c d"]),
        ("a b (c d) e", ["a b (c d) e"]),
        ("a b\nc d", ["a b", "\nc d"]),
        ("a b\r\nc d", ["a b", "\r\nc d"]),
        ("a b \n\n c d", ["a b", " \n\n c d"]),
        ("1. The court;\n2. the law.", ["1. The court;", "\n2. the law."]),
        ("1) a;\n2-1) b", ["1) a;", "\n2-1) b"]),
        ("a b; 3)", ["a b;", " 3)"]),
        ("  a b.  ", ["  a b.  "]),
        ("20-шы баптың 1-тармағы, екі", ["20-шы баптың 1-тармағы,", " екі"]),
        ("a b — c d", ["a b — c d"]),
    ],
)
def test_a_text_is_cut_at_five_words_at_punctuation_and_at_line_ends(text, expected):
    assert cut(text) == expected


def test_a_piece_knows_where_it_stands_and_counts_its_words():
    first, second = pieces("1) a b, c d e")

    assert (first.start, first.end, first.words) == (0, 7, 2)
    assert (second.start, second.end, second.words) == (7, 13, 3)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (f"Now and then {LAW}", ["The President appoints judges,"]),
        (f"A new paragraph.\n{LAW}", ["The President appoints judges,"]),
        (LAW.replace("for life", "for a whole life"), ["for life;"]),
        (LAW.replace("the Senate", "the other Senate"), ["the Senate elects them."]),
        (LAW.replace("first words", "first new words"), ["1) first words here;"]),
        (LAW.replace("more.", "more and more."), ["2) more."]),
        (f"{LAW}\n3) an end.", ["2) more."]),
        (f"{LAW} It ends here.", ["2) more."]),
        (LAW.replace("\n1)", " They stay.\n1)"), ["the Senate elects them."]),
    ],
)
def test_a_pure_addition_changes_the_piece_in_which_it_was_made(after, expected):
    assert changed(LAW, after) == expected


def test_an_added_item_of_a_list_changes_the_piece_before_it_and_no_number_after_it():
    after = LAW.replace("\n2) more.", "\n2) brand new item;\n3) more.")

    assert changed(LAW, after) == ["1) first words here;"]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (LAW.replace("judges", "courts"), ["The President appoints judges,"]),
        (LAW.replace("judges, for", "courts, by"), ["The President appoints judges,", "for life;"]),
        (LAW.replace(" appoints judges, for", ""), ["The President appoints judges,", "for life;"]),
        (LAW.replace("\n2) more.", ""), ["2) more."]),
        (LAW.removeprefix(f"{RULE}\n"), [piece.strip() for piece in cut(RULE)]),
    ],
)
def test_a_struck_word_changes_its_own_piece(after, expected):
    assert changed(LAW, after) == expected


def test_what_replaces_the_last_words_of_a_piece_does_not_change_the_next_piece():
    before, after = "one two three four five six seven", "one two three four 5 and more six seven"

    assert changed(before, after) == ["one two three four five"]


@pytest.mark.parametrize(
    "after",
    [
        LAW,
        LAW.replace(";", ","),
        LAW.replace("1)", "4)"),
        LAW.replace("\n", "\n\n"),
        f"{LAW}\n",
    ],
)
def test_marks_numbers_and_line_breaks_are_no_words(after):
    assert changed_pieces(LAW, after) == set()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("бір екі үш төрт депутаттан, алты", "бір екі үш төрт депутаттардан, алты", {0}),
        ("бір екі үш төрт бес палатасы жеті", "бір екі үш төрт бес палатасын жеті", {1}),
        ("бір екі үш төрт палатасын, алты", "бір екі үш төрт палатасы, алты", {0}),
        ("бір бiлiм туралы", "бір білім туралы", set()),
    ],
)
def test_a_new_ending_changes_the_piece_of_its_word_and_letters_that_look_alike_none(
    before, after, expected
):
    assert changed_pieces(before, after) == expected


def test_a_moved_paragraph_is_no_change_of_words():
    long = "A paragraph of many words that only moved to another place of this same text."
    rest = "The first paragraph stays.\nThe second paragraph stays too, as it was before."

    assert changed_pieces(f"{long}\n{rest}", f"{rest}\n{long}") == set()


def test_a_text_that_was_empty_has_nothing_to_mark():
    assert changed_pieces("", LAW) == set()
    assert changed_pieces("1)", LAW) == set()


def test_a_repealed_text_was_changed_all_over():
    assert changed_pieces(LAW, "") == set(range(len(pieces(LAW))))


def test_a_long_text_is_marked_in_no_time():
    before = " ".join(f"word{n}" for n in range(6000))
    after = " ".join(f"word{n}" if n % 7 else f"other{n}" for n in range(6000))

    with at_most(100):
        assert len(changed_pieces(before, after)) > 800


QUESTION = asked(
    "One two three four five, six seven. Eight nine.", "One 2 three four five, six. Eight nine."
)


def test_the_mark_is_the_overlap_in_words():
    assert changed_pieces(QUESTION.before, QUESTION.after) == {0, 1}
    graded = {
        (0, 1): "1",
        (0,): "0.71429",  # 5 of 7
        (1,): "0.28571",
        (2,): "0",
        (0, 1, 2): "0.77778",  # 7 of 9
    }
    for marked, grade in graded.items():
        given = mark.read(QUESTION, Form({"piece": [str(at) for at in marked]}))
        assert given == {"pieces": list(marked), "language": "en"}
        assert mark.grade(QUESTION, given) == Decimal(grade)


def test_the_form_of_a_text_tells_its_pieces_and_no_more():
    assert mark.form(QUESTION) == {"pieces": list(enumerate(pieces(QUESTION.before)))}


def test_a_piece_sent_twice_is_marked_once():
    sent = Form({"piece": ["1", "0", "1"]})

    assert mark.read(QUESTION, sent) == {"pieces": [0, 1], "language": "en"}


@pytest.mark.parametrize(
    "sent",
    ["3", "-1", "01", "1.0", "x", "٠", "²", "1e0", "NaN", "9" * 5000, " 1"],
    ids=lambda sent: sent[:5],
)
def test_the_number_of_no_piece_is_refused(sent):
    with pytest.raises(BadAnswer, match="not a piece"):
        mark.read(QUESTION, Form({"piece": ["0", sent]}))


@pytest.mark.parametrize("stored", [None, "0", [0, 3], [-1], ["0"], [[0]]])
def test_stored_pieces_that_no_longer_fit_are_refused(stored):
    with pytest.raises(BadAnswer):
        mark.grade(QUESTION, {"pieces": stored, "language": "en"})


def test_an_answer_to_the_text_in_another_language_is_not_graded_by_this_one():
    with pytest.raises(BadAnswer, match="another language"):
        mark.grade(QUESTION, {"pieces": [0], "language": "ru"})
    lines = mark.lines(QUESTION, {"pieces": [2], "language": "ru"})
    assert [line.verdict for line in lines] == ["missed", "missed", ""]


def test_the_lines_are_the_whole_text_with_what_was_found_missed_and_mistaken():
    lines = mark.lines(QUESTION, {"pieces": [0, 2], "language": "en"})

    assert "".join(line.text for line in lines) == QUESTION.before
    assert [line.verdict for line in lines] == ["right", "missed", "wrong"]


def test_where_nothing_differs_nothing_is_right_and_nothing_breaks():
    same = asked("One two.", "One two.")

    assert mark.grade(same, mark.right_answer(same)) == 0


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (asked("", "Now."), "needs a change with a text before and a text after"),
        (asked("Then.", ""), "needs a change with a text before and a text after"),
        (asked("1) a, b;", "2) a; b."), "the two texts do not differ"),
        (asked("a b", "a c"), "every piece of the old text was changed: there is nothing to find"),
        (
            Asked("q", "mark_the_change", [AskedChoice("a")], QUESTION.before, QUESTION.after),
            "the redline is the key: leave the choices out",
        ),
    ],
)
def test_a_text_that_cannot_be_asked_about_says_why(question, fault):
    assert list(mark.faults(question)) == [fault]
