"""One question as a page shows it: asked, or answered with what was right and why."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from amendments.models import Amendment
from amendments.texts import Text, TextPair, text_in, texts_in
from quiz.asking import asked, type_of
from quiz.models import Answer, Question
from quiz.question_types import Asked, BadAnswer, Form, Given, Line, QuestionType


@dataclass
class ShownQuestion:
    """A question in `language`. `given` is None as long as it is open; until then nothing of
    the page tells the answer.

    `prefix` goes before the names in its form. `fault` says why what was sent is no answer,
    and `sent` keeps it. `given_in` is the language in which it was answered, which decides on
    the pieces of a text.
    """

    question: Question
    language: str
    given: Given | None = None
    grade: Decimal | None = None
    given_in: str = ""
    prefix: str = ""
    fault: str = ""
    sent: Form = field(default_factory=lambda: Form({}))

    @cached_property
    def asked(self) -> Asked:
        return asked(self.question, self.language)

    @cached_property
    def type(self) -> QuestionType:
        return type_of(self.question)

    @property
    def template(self) -> str:
        return f"quiz/types/{self.type.template}.html"

    @property
    def is_answered(self) -> bool:
        return self.given is not None

    @property
    def is_right(self) -> bool:
        return self.grade == 1

    @property
    def is_wrong(self) -> bool:
        return self.grade == 0

    @property
    def per_cent(self) -> int:
        return round((self.grade or 0) * 100)

    @cached_property
    def prompt(self) -> Text:
        return Text(
            getattr(self.question, f"prompt_{self.asked.language}") or "",
            self.asked.language,
            self.language,
        )

    @cached_property
    def explanation(self) -> Text:
        return text_in(self.language, self.question, "explanation")

    @cached_property
    def form(self) -> Any:
        return self.type.form(self.asked)

    @cached_property
    def lines(self) -> list[Line]:
        """What was given and what is right; empty if the question is no longer what it was."""
        if self.given is None:
            return []
        of_answer = asked(self.question, self.given_in) if self.given_in else self.asked
        in_words = of_answer if "pieces" in self.given else self.asked
        try:
            self.type.grade(in_words, self.given)
            return self.type.lines(in_words, self.given)
        except (BadAnswer, KeyError):
            return []

    @property
    def as_it_should_be(self) -> "ShownQuestion":
        """The same question, answered rightly: for those left open."""
        return replace(self, given=self.type.right_answer(self.asked), grade=Decimal(1))

    @cached_property
    def law_texts(self) -> TextPair | None:
        """The two texts of the change that is marked, in the language in which it was."""
        if self.question.amendment is None:
            return None
        return replace(texts_in(self.text_language, self.question.amendment), wanted=self.language)

    @property
    def text_language(self) -> str:
        """The language of the old text, where pieces of it are marked."""
        if self.given is not None and "pieces" in self.given:
            return str(self.given.get("language", self.asked.law_language))
        return self.asked.law_language

    @property
    def change(self) -> Amendment | None:
        return self.question.change

    @property
    def is_text_only(self) -> bool:
        return not self.type.is_marked

    @property
    def takes_several(self) -> bool:
        return self.question.type == "multiple"


def shown_answer(answer: Answer, language: str, *, prefix: str = "") -> ShownQuestion:
    """Show the question of a loaded answer, with the answer if there is one."""
    return ShownQuestion(
        answer.question,
        language,
        given=answer.given,
        grade=answer.grade,
        given_in=answer.language,
        prefix=prefix,
    )
