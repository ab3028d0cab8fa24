"""Which questions one attempt asks. Pure: chance is an argument."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from random import Random
from typing import TypeVar

Q = TypeVar("Q")


def draw(
    questions: Sequence[Q], number: int | None, shelf: Callable[[Q], Hashable], chance: Random
) -> list[Q]:
    """Return so many questions, or all; spread evenly over their shelves.

    All keep their order. A draw takes one of each shelf in turn, shelves and questions by
    chance, and stands in the order of the quiz.
    """
    if number is None or number >= len(questions):
        return list(questions)
    shelves: dict[Hashable, list[int]] = defaultdict(list)
    for at, question in enumerate(questions):
        shelves[shelf(question)].append(at)
    for stock in shelves.values():
        chance.shuffle(stock)
    taken: list[int] = []
    while len(taken) < number:
        names = [name for name, stock in shelves.items() if stock]
        chance.shuffle(names)
        taken += [shelves[name].pop() for name in names][: number - len(taken)]
    return [questions[at] for at in sorted(taken)]
