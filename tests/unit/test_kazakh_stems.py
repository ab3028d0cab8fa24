"""The Kazakh stemmer against a list of word forms that was not used in writing it."""

from itertools import combinations, product
from pathlib import Path

import pytest

from amendments.search.folding import fold
from amendments.search.kazakh import stem

HELD_OUT = Path(__file__).parents[1] / "samples" / "kazakh-civic-forms.txt"
FEWEST_FORMS = 200
MEET = 0.979  # Measured: 1,826 of the 1,864 pairs of forms of one word
FALSE_MEETINGS = 0  # Of 154,182 pairs of forms of words that have nothing to do with each other

Lemma = list[str]  # Stems of its forms


def families() -> list[list[Lemma]]:
    """Read the list: families of lemmas, each lemma the stems of its forms."""
    lines = [line for line in HELD_OUT.read_text().splitlines() if not line.startswith("#")]
    blocks = "\n".join(lines).strip().split("\n\n")
    return [
        [[stem(fold(form)) for form in line.split(":")[1].split()] for line in block.splitlines()]
        for block in blocks
    ]


def test_the_list_is_long_enough_to_say_something() -> None:
    assert sum(len(forms) for family in families() for forms in family) >= FEWEST_FORMS


def test_the_forms_of_a_word_meet() -> None:
    lemmas = [forms for family in families() for forms in family]
    pairs = [pair for forms in lemmas for pair in combinations(forms, 2)]

    meeting = sum(one == other for one, other in pairs)

    assert meeting / len(pairs) >= MEET


def test_forms_of_different_words_do_not_meet() -> None:
    words = [[each for forms in family for each in forms] for family in families()]

    meetings = [
        (one, other)
        for family, another in combinations(words, 2)
        for one, other in product(family, another)
        if one == other
    ]

    assert len(meetings) <= FALSE_MEETINGS


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("сайлау", "сайлайды сайлады сайлаған сайлайтын сайлауға сайлауда"),
        ("бекіту", "бекітеді бекіткен бекітуге бекітуі"),
        ("қабылдау", "қабылдайды қабылдаған қабылдады қабылдауы"),
        ("жойылмау", "жойылмайды жойылмаған жойылмады"),
    ],
)
def test_a_verb_meets_its_name(name: str, forms: str) -> None:
    assert {stem(form) for form in forms.split()} == {stem(name)}


@pytest.mark.parametrize(
    ("form", "meets"),
    [
        ("жағдайды", "жағдай"),  # No verb, though it ends like one
        ("кітабы", "кітап"),
        ("ерікті", "еркі"),  # The vowel drops out before another
    ],
)
def test_what_an_ending_does_to_a_word_is_undone(form: str, meets: str) -> None:
    assert stem(form) == stem(meets)
