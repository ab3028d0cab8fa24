from collections.abc import Iterator

from quiz.question_types.asked import Asked
from quiz.question_types.question_type import _, every_choice_has_text
from quiz.question_types.single import SingleChoice


class BeforeOrAfter(SingleChoice):
    """Which of two passages is older? The older one, of the text before, has weight 100."""

    name = "before_or_after"
    label = _("before or after?")

    def faults(self, asked: Asked) -> Iterator[str]:
        if len(asked.choices) != 2:
            yield "needs exactly two passages"
            return
        yield from every_choice_has_text(asked)
        older, later = sorted(asked.choices, key=lambda choice: -choice.weight)
        if older.weight != 100 or later.weight != 0:
            yield "needs weight 100 at the older passage, none at the later one"
        if older.text not in asked.before or older.text in asked.after:
            yield f"choice {older.key} is not a passage of the text before alone"
        if later.text not in asked.after or later.text in asked.before:
            yield f"choice {later.key} is not a passage of the text after alone"
