"""Which questions an attempt asks, given the chance."""

from collections import Counter
from random import Random

import pytest

from quiz.drawing import draw

STOCK = [(shelf, number) for shelf in "abc" for number in range(6)]


def shelf(question: tuple[str, int]) -> str:
    return question[0]


def drawn(number: int | None, seed: int = 1, stock=STOCK) -> list[tuple[str, int]]:
    return draw(stock, number, shelf, Random(seed))  # noqa: S311


@pytest.mark.parametrize("number", [None, 18, 19, 500])
def test_all_are_asked_in_their_order_where_no_fewer_are_wanted(number):
    assert drawn(number) == STOCK
    assert drawn(number) is not STOCK


@pytest.mark.parametrize("number", range(18))
def test_so_many_are_drawn_once_each_in_the_order_of_the_quiz_and_evenly(number):
    for seed in range(20):
        questions = drawn(number, seed)
        counted = Counter({"a": 0, "b": 0, "c": 0})
        counted.update(map(shelf, questions))

        assert len(questions) == number == len(set(questions))
        assert questions == sorted(questions)
        assert max(counted.values()) - min(counted.values()) <= 1


def test_a_shelf_that_is_empty_leaves_its_turn_to_the_others():
    stock = [("a", 1), *(("b", number) for number in range(10))]

    for seed in range(20):
        assert Counter(map(shelf, drawn(6, seed, stock))) == {"a": 1, "b": 5}


def test_chance_decides_and_nothing_else():
    assert drawn(5, 7) == drawn(5, 7)
    assert len({tuple(drawn(5, seed)) for seed in range(30)}) > 20


def test_each_question_has_the_same_chance():
    counted = Counter(question for seed in range(1800) for question in drawn(2, seed))

    assert set(counted) == set(STOCK)
    assert min(counted.values()) > 140  # 200 on the average
    assert max(counted.values()) < 260


def test_of_nothing_nothing_is_drawn():
    assert drawn(3, stock=[]) == []
    assert drawn(None, stock=[]) == []
