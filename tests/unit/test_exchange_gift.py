"""GIFT, type by type, against files written by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from quiz.exchange import gift
from quiz.exchange.question import ExchangedQuestion, Refused
from quiz.question_types import AskedChoice

SAMPLES = Path(__file__).parents[1] / "samples" / "exchange"
HUNDRED = Decimal(100)


def read(text: str) -> ExchangedQuestion:
    (entry,) = gift.read(text.encode()).entries
    assert isinstance(entry, ExchangedQuestion), entry
    return entry


def refused(text: str) -> Refused:
    (entry,) = gift.read(text.encode()).entries
    assert isinstance(entry, Refused), entry
    return entry


def choice(key: str, text: str = "", weight: str = "0", feedback: str = "") -> AskedChoice:
    return AskedChoice(key, text=text, weight=Decimal(weight), feedback=feedback)


def number(key: str, value: str, within: str = "0", weight: str = "100", feedback: str = ""):
    return AskedChoice(
        key,
        number=Decimal(value),
        tolerance=Decimal(within),
        weight=Decimal(weight),
        feedback=feedback,
    )


def test_a_choice_has_a_title_weights_feedback_and_an_explanation() -> None:
    question = read(
        "::Who?:: Whom? {\n\t=the President # Yes.\n\t~nobody\n\t~%-33.333%all#No.\n####Why so.\n}"
    )

    assert question == ExchangedQuestion(
        type="single",
        prompt="Whom?",
        name="Who?",
        explanation="Why so.",
        choices=(
            choice("a", "the President", "100", "Yes."),
            choice("b", "nobody"),
            choice("c", "all", "-33.333", "No."),
        ),
    )


def test_a_title_after_answers_begins_another_question_without_an_empty_line() -> None:
    text = "::One::First? {=a ~b}\n::Two::Second? {\n=c\n~d\n}\n::Three::Third? {T}"
    entries = gift.read(text.encode()).entries
    assert [(each.name, each.line) for each in entries] == [("One", 1), ("Two", 2), ("Three", 6)]


def test_tildes_alone_make_a_choice_of_several() -> None:
    question = read("Which? {~%50%life ~%50%dignity ~%-100%money}")

    assert question.type == "multiple"
    assert [each.weight for each in question.choices] == [50, 50, -100]


@pytest.mark.parametrize("written", ["T", "TRUE", "true", " T "])
def test_true_or_false(written: str) -> None:
    question = read(f"Is it? {{{written}#Not so.#So it is.####Because.}}")

    assert question == ExchangedQuestion(
        type="true_false",
        prompt="Is it?",
        explanation="Because.",
        choices=(
            choice("true", weight="100", feedback="So it is."),
            choice("false", feedback="Not so."),
        ),
    )


def test_false_is_right() -> None:
    question = read("Is it? {F#Not so.}")

    assert question.choices == (choice("true", feedback="Not so."), choice("false", weight="100"))


def test_short_answers() -> None:
    question = read("Столица? {=Астана =%50%Нур-Султан#Прежнее имя.}")

    assert question.type == "short_answer"
    assert question.choices == (
        choice("a", "Астана", "100"),
        choice("b", "Нур-Султан", "50", "Прежнее имя."),
    )


def test_pairs_and_a_match_that_fits_nothing() -> None:
    question = read("Match. {=Senate -> 50 =Mazhilis -> 98 = -> 107 -> all}")

    assert question.type == "matching"
    assert [(each.text, each.match) for each in question.choices] == [
        ("Senate", "50"),
        ("Mazhilis", "98"),
        ("", "107 -> all"),
    ]


def test_a_missing_word_leaves_a_gap() -> None:
    assert read("The court has {~seven =eleven} judges.").prompt == "The court has _____ judges."
    assert read("The court has {~seven =eleven}").prompt == "The court has"


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        ("#33:2", [number("a", "33", "2")]),
        ("#33", [number("a", "33")]),
        ("#1..5", [number("a", "3", "2")]),
        ("# -1.5 .. 2", [number("a", "0.25", "1.75")]),
        ("#3,5:0,1", [number("a", "3.5", "0.1")]),
        ("#1e3", [number("a", "1000")]),
        (
            "#=2022:0#Right.\n=%50%2022:1#Close.",
            [number("a", "2022", feedback="Right."), number("b", "2022", "1", "50", "Close.")],
        ),
    ],
)
def test_numbers(written: str, accepted: list[AskedChoice]) -> None:
    question = read(f"How many? {{{written}}}")

    assert question.type == "number"
    assert list(question.choices) == accepted


def test_feedback_for_any_other_number_has_no_place() -> None:
    question = read("How many? {#=5 ~#Far.}")

    assert question.choices == (number("a", "5"),)
    assert question.notes == ("the feedback for any other number was left out",)


def test_a_text_without_braces_is_a_text_to_read() -> None:
    assert read("Read this.\nAnd this.") == ExchangedQuestion(
        "description", "Read this.\nAnd this."
    )


def test_an_essay_is_refused() -> None:
    assert "essay" in refused("Write. {}").reason
    assert "essay" in refused("Write. {####Well?}").reason


def test_a_backslash_takes_the_meaning_from_what_follows() -> None:
    question = read(r"::A\:\:B:: 1 \= 2\nthen \{x\} \~ \# \\n C\:\\d {=\=a\~\# ~\{b\} # \#1}")

    assert question.name == "A::B"
    assert question.prompt == "1 = 2\nthen {x} ~ # \\n C:\\d"
    assert question.choices == (choice("a", "=a~#", "100"), choice("b", "{b}", "0", "#1"))


def test_formats_are_read_as_what_they_are() -> None:
    html = read("[html]<p>One <b>two</b></p><p>three</p> {=[plain]<i> ~[markdown]*x*}")

    assert html.prompt == "One two\n\nthree"
    assert [each.text for each in html.choices] == ["<i>", "x"]
    assert html.notes == ("lost: formatting",)
    assert read("[moodle]a<br>b {T}").prompt == "a\nb"
    assert read("1 < 2 & 3 {T}").prompt == "1 < 2 & 3"


def test_categories_numbers_and_comments() -> None:
    reading = gift.read(
        b"$CATEGORY: $course$/top/Rights/Life\n\n// a comment {\n// [id:R\\]1] [tags:x]\n"
        b"One {T}\n// between {\n\n$CATEGORY: tom/dick\nTwo {F}\n\nThree"
    )

    assert [(q.category, q.idnumber, q.prompt, q.line) for q in reading.questions] == [
        ("Rights/Life", "R]1", "One", 5),
        ("tom/dick", "", "Two", 9),
        ("tom/dick", "", "Three", 11),
    ]
    assert reading.questions[0].notes == ("tags were left out",)


def test_a_faulty_question_is_named_and_the_others_are_read() -> None:
    reading = gift.read((SAMPLES / "faulty.gift").read_bytes())

    assert {entry.name: (entry.line, entry.reason) for entry in reading.refused} == {
        "No closing brace": (3, NOT_CLOSED),
        "A blank line within": (5, NOT_CLOSED),
        "~b }": (8, f"line 9: {CLOSES_NOTHING}"),
        "Closed too often": (11, f"line 11: {CLOSES_NOTHING}"),
        "Twice": (13, f"line 13: {SECOND}"),
        "No sign": (15, f"line 15: “maybe}}” cannot stand here; {HINT}"),
        "Any number": (19, f"line 19: “*}}” cannot stand here; {HINT}"),
        "No arrow": (21, "a line of a matching question without “->”"),
        "Too heavy": (23, "a weight of 250 per cent: it goes from −100 to 100"),
    }
    assert [q.name for q in reading.questions] == [
        "Good one",
        "One choice",
        "All right",
        "Good two",
    ]


NOT_CLOSED = "a “{” is not closed; no empty line may stand within a question"
CLOSES_NOTHING = "a “}” that closes nothing (write \\} for the character)"
SECOND = "a second “{”, where a question has one pair of braces (write \\{ for the character)"
HINT = "answers begin with = or ~, numbers with #, and * stands for no number"


def test_the_sample_of_every_type_is_read_whole() -> None:
    reading = gift.read((SAMPLES / "every-type.gift").read_bytes())

    assert [q.type for q in reading.questions] == (
        "single multiple true_false true_false short_answer matching single number number number "
        "description description single"
    ).split()
    assert [entry.line for entry in reading.refused] == [23, 49]


def test_line_ends_of_every_system_are_line_ends() -> None:
    for end in (b"\n", b"\r\n", b"\r"):
        read = gift.read(end.join([b"// One", b"One {T}", b"", b"Two {F}", b""])).questions
        assert [(each.prompt, each.line) for each in read] == [("One", 2), ("Two", 4)]
