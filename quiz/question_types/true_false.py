from collections.abc import Iterator
from dataclasses import replace

from quiz.question_types.asked import Asked, Given
from quiz.question_types.question_type import Line, _, keys_of
from quiz.question_types.single import SingleChoice

NAMES = {"true": _("True"), "false": _("False")}


class TrueFalse(SingleChoice):
    """A sentence that is true or false. Its choices have the keys "true" and "false".

    They carry no texts: the names are the site's, and the page translates them.
    """

    name = "true_false"
    label = _("true or false")

    def faults(self, asked: Asked) -> Iterator[str]:
        if sorted(keys_of(asked)) != ["false", "true"]:
            yield 'needs two choices, with the keys "true" and "false"'
        elif sorted(choice.weight for choice in asked.choices) != [0, 100]:
            yield "needs weight 100 at one of the choices, none at the other"

    def lines(self, asked: Asked, given: Given) -> list[Line]:
        named = zip(keys_of(asked), super().lines(asked, given), strict=True)
        return [replace(line, text=NAMES[key]) for key, line in named]
