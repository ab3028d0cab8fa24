from decimal import Decimal
from pathlib import Path

import pytest

from quiz.exchange import aiken
from quiz.exchange.question import ExchangedQuestion
from quiz.question_types import AskedChoice

SAMPLE = Path(__file__).parents[1] / "samples" / "exchange" / "questions.txt"


def test_good_questions_are_read_and_bad_ones_named() -> None:
    reading = aiken.read(SAMPLE.read_bytes())

    assert reading.questions[0] == ExchangedQuestion(
        "single",
        "What is the highest court for the Constitution since 2023?",
        choices=(
            AskedChoice("a", "Supreme Court"),
            AskedChoice("b", "Constitutional Court", weight=Decimal(100)),
            AskedChoice("c", "Constitutional Council"),
        ),
    )
    assert [question.line for question in reading.questions] == [1, 8, 28]
    assert [(entry.name, entry.reason, entry.line) for entry in reading.refused] == [
        ("Which has no answer line?", "no line “ANSWER:” follows its choices", 14),
        ("Which letter is wrong?", "the answer “D” is none of its choices", 18),
        (
            "Какие буквы здесь кириллические? А. одна Б. другая",
            "the letters of the choices are Cyrillic, not A, B, C",
            23,
        ),
        ("Out of turn?", "choice C is out of turn", 33),
    ]


def test_a_file_that_breaks_off_names_its_last_question() -> None:
    (entry,) = aiken.read(b"What?\nA. one\nB. two\n").entries

    assert entry.title == "What?"
    assert entry.line == 1


def test_a_cyrillic_letter_among_latin_ones_is_named() -> None:
    (entry,) = aiken.read("What?\nA. one\nВ. two\nANSWER: A\n".encode()).refused

    assert "Cyrillic" in entry.reason


@pytest.mark.parametrize(
    "choices", ["A.one\nB.two", "a) one\nb) two", "A. one\nB.two", "A. one\nb. two"]
)
def test_a_choice_that_is_almost_one_is_named(choices: str) -> None:
    reading = aiken.read(f"What?\n{choices}\nANSWER: A\n\nNext?\nA. 1\nB. 2\nANSWER: B".encode())

    (refused,) = reading.refused
    assert refused.name.startswith("What?") and "and a space" in refused.reason
    assert [each.prompt for each in reading.questions] == ["Next?"]


def test_a_prompt_may_begin_like_a_choice() -> None:
    (question,) = aiken.read(b"U.S. or not?\nA. one\nB. two\nANSWER: A").questions

    assert question.prompt == "U.S. or not?"


def test_only_one_right_answer_can_be_written() -> None:
    half = AskedChoice("b", "half", weight=Decimal(50))
    question = ExchangedQuestion(
        "single", "Which?", choices=(AskedChoice("a", "all", weight=Decimal(100)), half)
    )

    written = aiken.write([question])

    assert written.data == b""
    assert [refused.name for refused in written.refused] == ["Which?"]
