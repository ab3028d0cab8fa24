"""What a format says it carries comes back from it exactly."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exchange.carries import prepared
from quiz.exchange.categories import category_of, written_category
from quiz.exchange.formats import FORMATS, Format, detected
from quiz.exchange.plain_text import one_line, tidy
from quiz.exchange.question import ExchangedQuestion, keyed
from quiz.question_types import AskedChoice

# What has a meaning in one of the formats, and letters of three scripts
PIECES = st.sampled_from(
    "a|b|é|Қазақ|закон| |\u00a0|\n|\n\n|~|=|#|##|####|{|}|:|::|\\|\\n|->|%|%50%|[html]|[plain]|//|"
    "$CATEGORY: x|<b>|</p>|&|&amp;|&nbsp;|]]>|A. x|B) y|ANSWER: A|_____|*|\\*|_|•|1.|^|T|TRUE|"
    "]|[id:x]|\u2028|\u0301|😀|\ufeff|\x00|\t|\r".split("|")
)
TEXTS = (st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=12)).map(tidy)
SOME_TEXT = TEXTS.filter(bool)
LINES = TEXTS.map(one_line)
WEIGHTS = st.sampled_from([Decimal(0), Decimal("33.33333"), Decimal(50), Decimal("-12.5")])
HUNDRED = Decimal(100)
NUMBERS = st.decimals(-(10**14), 10**14, places=8, allow_nan=False).map(
    lambda number: Decimal(format(number.normalize(), "f")) if number else Decimal(0)
)


def distinct(texts: st.SearchStrategy[str], least: int) -> st.SearchStrategy[list[str]]:
    return st.lists(texts, min_size=least, max_size=5, unique=True)


@st.composite
def weighed(draw: st.DrawFn, weights: st.SearchStrategy[Decimal], least: int):
    """Choices of which the first is wholly right."""
    texts = draw(distinct(SOME_TEXT, least))
    return keyed(
        [
            AskedChoice(
                "",
                text=text,
                weight=draw(weights) if at else HUNDRED,
                feedback=draw(TEXTS),
            )
            for at, text in enumerate(texts)
        ]
    )


@st.composite
def several(draw: st.DrawFn):
    right, wrong = draw(distinct(SOME_TEXT, 1)), draw(st.integers(1, 3))
    gain = round(HUNDRED / len(right), 5)
    choices = [AskedChoice("", text=f"{text}+", weight=gain) for text in right]
    choices += [AskedChoice("", text=f"wrong {at}", weight=-HUNDRED) for at in range(wrong)]
    return keyed([replace(choice, feedback=draw(TEXTS)) for choice in choices])


@st.composite
def true_false(draw: st.DrawFn):
    is_true = draw(st.booleans())
    return (
        AskedChoice("true", weight=HUNDRED if is_true else Decimal(0), feedback=draw(TEXTS)),
        AskedChoice("false", weight=Decimal(0) if is_true else HUNDRED, feedback=draw(TEXTS)),
    )


@st.composite
def numbers(draw: st.DrawFn):
    return keyed(
        [
            AskedChoice(
                "",
                number=draw(NUMBERS),
                tolerance=abs(draw(NUMBERS)),
                weight=draw(WEIGHTS) if at else HUNDRED,
                feedback=draw(TEXTS),
            )
            for at in range(draw(st.integers(1, 3)))
        ]
    )


@st.composite
def pairs(draw: st.DrawFn):
    texts = draw(distinct(SOME_TEXT, 2))
    matches = [draw(SOME_TEXT) for _text in texts]
    rest = [text for text in draw(distinct(SOME_TEXT, 0)) if text not in matches]
    rows = [AskedChoice("", text=t, match=m) for t, m in zip(texts, matches, strict=True)]
    return keyed([*rows, *(AskedChoice("", match=text) for text in rest)])


@st.composite
def steps(draw: st.DrawFn):
    texts = draw(distinct(SOME_TEXT, 3))
    return keyed([AskedChoice("", text=text, feedback=draw(TEXTS)) for text in texts])


CHOICES = {
    "single": weighed(WEIGHTS, 2) | weighed(st.just(Decimal(0)), 2),
    "multiple": several(),
    "true_false": true_false(),
    "number": numbers(),
    "short_answer": weighed(WEIGHTS, 1),
    "matching": pairs(),
    "ordering": steps(),
    "description": st.just(()),
}


@st.composite
def questions(draw: st.DrawFn, type_: str) -> ExchangedQuestion:
    return ExchangedQuestion(
        type=type_,
        prompt=draw(SOME_TEXT),
        name=draw(LINES),
        category=draw(LINES.filter(lambda text: category_of(text) == text)),
        idnumber=draw(LINES),
        hidden=draw(st.booleans()),
        explanation=draw(TEXTS),
        unit=draw(st.just("") | LINES) if type_ == "number" else "",
        choices=draw(CHOICES[type_]),
        language=draw(st.sampled_from(["kk", "ru", "en"])),
    )


# Why a question of a type that the format knows may still be left out
REASONS = {
    "gift": ("“->”", "with a backslash", "every choice is right"),
    "aiken": ("one right answer", "would be read as", "has several lines"),
    "qti": ("with *",),
    "moodle": (),
}
CARRIED = [(each, type_) for each in FORMATS.values() for type_ in sorted(each.carries.types)]


@pytest.mark.parametrize(
    ("format_", "type_"), CARRIED, ids=[f"{each.name}-{type_}" for each, type_ in CARRIED]
)
@given(data=st.data())
def test_a_question_comes_back_as_the_format_says(
    format_: Format, type_: str, data: st.DataObject
) -> None:
    asked = data.draw(st.lists(questions(type_), min_size=1, max_size=3))

    written = format_.write(asked)

    left_out = [refused.name for refused in written.refused]
    for refused in written.refused:
        assert any(reason in refused.reason for reason in REASONS[format_.name]), refused
    expected = [
        replace(prepared(question, format_.carries), notes=())
        for question in asked
        if format_.write([question]).refused == []
    ]
    reading = format_.read(written.data) if expected else None
    assert len(expected) + len(left_out) == len(asked)
    if reading:
        assert list(reading.entries) == expected
        assert detected(written.data) == format_.name


@given(LINES)
def test_a_category_comes_back(category: str) -> None:
    assert category_of(written_category(category)) == category


def test_what_is_lost_is_named() -> None:
    question = ExchangedQuestion(
        "number",
        "How many?",
        name="N",
        category="c",
        idnumber="1",
        hidden=True,
        unit="%",
        explanation="E",
        choices=(AskedChoice("a", number=Decimal(5), weight=HUNDRED, feedback="F"),),
    )

    assert [note for _title, note in FORMATS["qti"].write([question]).notes] == [
        "the unit “%” was written into the prompt",
        "category “c” was left out",
        "that it is hidden was left out",
        "the feedback at the choices was left out",
    ]
    assert FORMATS["moodle"].write([question]).notes == []


@pytest.mark.parametrize(
    ("format_name", "type_", "is_carried"),
    [
        ("gift", "ordering", False),
        ("gift", "mark_the_change", False),
        ("moodle", "mark_the_change", False),
        ("qti", "mark_the_change", False),
        ("aiken", "true_false", False),
        ("gift", "before_or_after", True),
        ("aiken", "before_or_after", True),
    ],
)
def test_what_a_format_cannot_carry_is_listed_by_name(format_name, type_, is_carried) -> None:
    two = (AskedChoice("a", "x", weight=HUNDRED), AskedChoice("b", "y"))
    question = ExchangedQuestion(type_, "Which?", name="This one", choices=two)

    written = FORMATS[format_name].write([question])

    if is_carried:
        said = "written as a single choice; read again, it stays one"
        assert written.notes[0] == ("This one", said)
        assert FORMATS[format_name].read(written.data).questions[0].type == "single"
    else:
        assert [refused.name for refused in written.refused] == ["This one"]
        assert "no questions of the type" in written.refused[0].reason
