"""Moodle XML, type by type, against a file written by hand."""

from decimal import Decimal
from pathlib import Path

import pytest

from quiz.exchange import moodle_xml
from quiz.exchange.question import ExchangedQuestion, Unreadable
from quiz.question_types import AskedChoice

SAMPLES = Path(__file__).parents[1] / "samples" / "exchange"


@pytest.fixture(scope="module")
def questions() -> dict[str, ExchangedQuestion]:
    reading = moodle_xml.read((SAMPLES / "moodle.xml").read_bytes())
    return {question.name: question for question in reading.questions}


def test_a_choice_keeps_everything_that_has_a_place(questions) -> None:
    assert questions["Death penalty"] == ExchangedQuestion(
        type="single",
        prompt="What does Article 15(2) say now?",
        name="Death penalty",
        category="rights",
        idnumber="R-15",
        hidden=True,
        explanation="See the text.",
        choices=(
            AskedChoice("a", "It is forbidden", weight=Decimal(100), feedback="Yes."),
            AskedChoice("b", "a < b", weight=Decimal("33.33333")),
            AskedChoice("c", "It is allowed", weight=Decimal(-100), feedback="No."),
        ),
        notes=(
            "lost: formatting, an image (the page), a link (https://adilet.zan.kz/)",
            "the file “a.png” was left out",
            "the feedback for right, partly right and wrong answers was left out",
            "tags were left out",
            "worth 2 marks there, 1 here",
        ),
    )


def test_several_right_choices_and_lines_of_moodles_own_format(questions) -> None:
    assert questions["Several"].type == "multiple"
    assert questions["Several"].prompt == "Which are rights?\nChoose all."
    assert [choice.weight for choice in questions["Several"].choices] == [50, 50, -100]


def test_true_or_false(questions) -> None:
    assert questions["Т/Ж"].choices == (
        AskedChoice("true", weight=Decimal(100), feedback="Дұрыс."),
        AskedChoice("false", feedback="Жоқ."),
    )


def test_pairs(questions) -> None:
    pairs = [(choice.text, choice.match) for choice in questions["Pairs"].choices]

    assert pairs == [("Senate", "50"), ("Mazhilis", "98"), ("", "107")]


def test_numbers_have_a_unit(questions) -> None:
    turnout = questions["Turnout"]

    assert turnout.unit == "%"
    assert [(c.number, c.tolerance, c.weight, c.feedback) for c in turnout.choices] == [
        (Decimal("68.05"), Decimal("0.05"), 100, ""),
        (Decimal(68), Decimal(1), 50, "Nearly."),
    ]
    assert turnout.notes == (
        "the feedback for any other number was left out",
        "other units were left out: ‰",
    )


def test_steps_stand_in_the_order_of_their_fractions(questions) -> None:
    stages = questions["Stages"]

    assert [step.text for step in stages.choices] == ["first", "second", "third"]
    assert [step.feedback for step in stages.choices] == ["", "", "The last."]
    assert stages.notes == ("some of the steps are drawn there, all are asked here",)


def test_short_answers_and_texts_to_read(questions) -> None:
    assert questions["Capital"].choices == (AskedChoice("a", "Аст*", weight=Decimal(100)),)
    assert questions["Capital"].notes == ("capital letters count there, not here",)
    assert questions["Read"].prompt == "To read\n\na b\n\nx2"
    assert "raised or lowered letters" in questions["Read"].notes[0]


def test_what_cannot_be_asked_is_named_with_the_reason() -> None:
    reading = moodle_xml.read((SAMPLES / "moodle.xml").read_bytes())

    assert [(entry.name, entry.reason, entry.line) for entry in reading.refused] == [
        ("An essay", "an essay, which nobody here could mark", 75),
        ("{1:SA:=x}", "a cloze text (several questions in one), which is not asked here", 76),
        ("Drag", "questions of the type “ddwtos” are not asked here", 77),
        ("No number", "“many” is not a number", 78),
    ]


def test_another_document_is_not_moodle_xml() -> None:
    with pytest.raises(Unreadable, match="<html>"):
        moodle_xml.read(b"<html/>")


def test_an_encoding_that_the_file_declares_is_believed_only_if_it_fits() -> None:
    cyrillic = (
        "<quiz><question type='description'><questiontext><text>Закон</text>"
        "</questiontext></question></quiz>"
    )
    declared = "<?xml version='1.0' encoding='windows-1251'?>"

    read = moodle_xml.read((declared + cyrillic).encode("cp1251"))

    assert read.questions[0].prompt == "Закон"
    with pytest.raises(Unreadable):
        moodle_xml.read(cyrillic.encode("cp1251"))


def test_elements_that_somebody_forgot_to_escape_are_read_as_html() -> None:
    data = (
        b"<quiz><question type='description'><questiontext format='html'>"
        b"<text>One <b>two</b> &amp; <br/>three</text></questiontext></question></quiz>"
    )

    assert moodle_xml.read(data).questions[0].prompt == "One two &\nthree"
