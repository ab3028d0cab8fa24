"""Every type of question; a new one is a module beside this one and a line here."""

from quiz.question_types.before_or_after import BeforeOrAfter
from quiz.question_types.description import Description
from quiz.question_types.mark_the_change import MarkTheChange
from quiz.question_types.matching import Matching
from quiz.question_types.multiple import MultipleChoice
from quiz.question_types.number import Number
from quiz.question_types.ordering import Ordering
from quiz.question_types.question_type import QuestionType
from quiz.question_types.short_answer import ShortAnswer
from quiz.question_types.single import SingleChoice
from quiz.question_types.true_false import TrueFalse

TYPES: dict[str, QuestionType] = {
    each.name: each
    for each in (
        SingleChoice(),
        MultipleChoice(),
        TrueFalse(),
        Ordering(),
        Matching(),
        Number(),
        MarkTheChange(),
        BeforeOrAfter(),
        ShortAnswer(),
        Description(),
    )
}


def question_type(name: str) -> QuestionType:
    """Raises KeyError for a name that no type has."""
    return TYPES[name]
