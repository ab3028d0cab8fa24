"""What holds for every question and every answer."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.redline import count_words, redline
from quiz.question_types import Asked, AskedChoice, BadAnswer, Form, Given, question_type
from quiz.question_types.mark_the_change import changed_pieces, pieces
from quiz.question_types.number import read_number

few = settings(max_examples=60, deadline=None)

# Texts as laws are: words that recur, list numbers, blank lines, odd spaces and accents
scraps = st.sampled_from(
    "a|b|the court|құқық| |  |\u00a0|\n|\r\n|\n1) |\n2) |3)|.|;|, |«|–|\u0301|\u2028|\x00|😀".split(
        "|"
    )
)
texts = st.text(max_size=60) | st.lists(scraps, max_size=25).map("".join)
weights = st.decimals(-100, 100, places=5)
names = st.lists(st.text("abcdefgh", min_size=1, max_size=4), min_size=3, max_size=6, unique=True)
sent = st.text(max_size=8) | st.integers(-2, 12).map(str)


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    """A question of a type that has choices, right or wrong as it may be."""
    kind = draw(st.sampled_from("single multiple ordering matching number short_answer".split()))
    choices = [
        AskedChoice(
            key,
            text=f"text {key}",
            match=f"match {key[0]}",
            weight=draw(weights),
            number=draw(st.decimals(-9, 9, places=2)),
            tolerance=draw(st.decimals(0, 3, places=2)),
        )
        for key in draw(names)
    ]
    return Asked("q", kind, choices, salt=draw(st.text("0123456789abcdef", min_size=8, max_size=8)))


@st.composite
def forms(draw: st.DrawFn, asked: Asked) -> dict[str, list[str]]:
    """What a reader might send, or somebody who tries things out."""
    keys = st.sampled_from([choice.key for choice in asked.choices])
    fields = {
        "choice": st.lists(keys | sent, max_size=4),
        "number": st.lists(sent | st.decimals(-9, 9, places=3).map(str), max_size=2),
        "text": st.lists(sent | keys.map(lambda key: f"Text {key}"), max_size=2),
    }
    values = {name: draw(strategy) for name, strategy in fields.items()}
    if draw(st.booleans()):
        places = draw(st.permutations(range(1, len(asked.choices) + 1)))
        values |= {f"place-{at}": [str(place)] for at, place in enumerate(places)}
        values |= {f"match-{at}": ["0"] for at in range(len(asked.choices))}
    return values


def checked_grade(asked: Asked, answer: Given) -> Decimal:
    kind = question_type(asked.type)
    grade = kind.grade(asked, answer)
    assert 0 <= grade <= 1
    assert grade == grade.quantize(Decimal("0.00001"))
    assert kind.grade(asked, json.loads(json.dumps(answer))) == grade
    return grade


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_whatever_is_sent_is_refused_or_gets_a_share_of_the_mark(data: Any) -> None:
    asked = data.draw(questions())
    kind = question_type(asked.type)
    try:
        answer = kind.read(asked, Form(data.draw(forms(asked))))
    except BadAnswer as fault:
        assert str(fault)
        return

    checked_grade(asked, answer)
    assert kind.lines(asked, answer)


@given(questions())
@few
def test_the_right_answer_to_a_question_without_faults_gets_the_full_mark(asked: Asked) -> None:
    kind = question_type(asked.type)
    if not list(kind.faults(asked)):
        assert checked_grade(asked, kind.right_answer(asked)) == 1


@given(questions())
@few
def test_the_data_for_a_form_hold_no_key_but_numbers_and_no_pair(asked: Asked) -> None:
    form = question_type(asked.type).form(asked) or {}

    for _name, shown in [*form.get("steps", ()), *form.get("rows", ())]:
        assert shown == AskedChoice("", shown.text)


@given(st.lists(weights, min_size=2, max_size=8))
@few
def test_choosing_everything_scores_nothing_in_any_question_without_faults(
    wrong: list[Decimal],
) -> None:
    wrong = [-abs(weight) for weight in wrong]
    right = [AskedChoice(f"r{at}", f"r{at}", weight=Decimal("33.33333")) for at in range(3)]
    others = [AskedChoice(f"w{at}", f"w{at}", weight=weight) for at, weight in enumerate(wrong)]
    asked = Asked("q", "multiple", [*right, *others])
    kind = question_type("multiple")

    assert kind.grade(asked, kind.right_answer(asked)) == 1
    if not list(kind.faults(asked)):
        assert kind.grade(asked, {"chosen": [choice.key for choice in asked.choices]}) == 0


@given(st.decimals(-(10**9), 10**9, places=4), st.sampled_from([" ", "\u00a0", "\u202f", ""]))
@few
def test_a_number_is_read_back_however_its_thousands_are_parted(value: Decimal, space: str) -> None:
    written = f"{value:,f}".replace(",", space).replace(".", ",").replace("-", "\u2212")

    assert read_number(written, "ru") == value


@given(texts)
@few
def test_the_pieces_are_the_whole_text_and_none_is_without_a_word(text: str) -> None:
    found = pieces(text)

    assert not found or "".join(piece.text for piece in found) == text
    assert [piece for piece in found if not 1 <= piece.words <= 5] == []
    assert [piece for piece in found if piece.text != text[piece.start : piece.end]] == []
    assert sum(piece.words for piece in found) == count_words(redline(text, "")).removed


@given(texts, texts)
@few
def test_a_piece_was_changed_if_and_only_if_the_redline_counts_a_word(
    before: str, after: str
) -> None:
    changed = changed_pieces(before, after)
    count = count_words(redline(before, after))

    assert changed <= set(range(len(pieces(before))))
    assert bool(changed) == bool(pieces(before) and (count.removed or count.added))


@st.composite
def laws(draw: st.DrawFn) -> list[str]:
    """Words of which none recurs, each with what is behind it."""
    ends = st.sampled_from([" ", "\u00a0", ", ", ". ", ";\n", "\n2) ", " — «", "» "])
    return [f"w{at}{end}" for at, end in enumerate(draw(st.lists(ends, min_size=2, max_size=30)))]


def piece_with(text: str, word: str) -> int:
    place = text.index(word)
    return next(at for at, piece in enumerate(pieces(text)) if piece.start <= place < piece.end)


@given(laws(), st.data())
@few
def test_the_piece_of_a_replaced_word_was_changed(law: list[str], data: Any) -> None:
    at = data.draw(st.integers(0, len(law) - 1))
    before = "".join(law)
    after = "".join([*law[:at], law[at].replace("w", "new"), *law[at + 1 :]])

    assert piece_with(before, law[at]) in changed_pieces(before, after)


@given(laws(), st.data())
@few
def test_a_word_added_between_two_changes_the_piece_of_one_of_them(
    law: list[str], data: Any
) -> None:
    at = data.draw(st.integers(0, len(law)))
    before = "".join(law)
    after = "".join([*law[:at], "new ", *law[at:]])
    beside = {piece_with(before, word) for word in law[max(0, at - 1) : at + 1]}

    assert changed_pieces(before, after) & beside
