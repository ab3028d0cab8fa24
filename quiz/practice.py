"""One question, answered by a plain address: nobody is known, nothing is kept."""

from functools import cached_property

from django.http import QueryDict

from amendments.change_page import status_of
from amendments.days import today
from amendments.models import Amendment, Constitution
from amendments.status import Status
from amendments.texts import Text, text_in
from quiz.asking import asked, can_be_asked, type_of
from quiz.models import Question
from quiz.question_types import BadAnswer, Form
from quiz.shown_question import ShownQuestion

SENT = "answered"  # In the address once the form was sent


class Practice:
    """A question from `for_asking()` with the answer that `query` holds, if it holds one."""

    def __init__(self, question: Question, language: str, query: QueryDict) -> None:
        self.question = question
        self.language = language
        self.query = query

    @cached_property
    def shown(self) -> ShownQuestion:
        shown = ShownQuestion(self.question, self.language)
        if SENT not in self.query:
            return shown
        question, kind = asked(self.question, self.language), type_of(self.question)
        try:
            shown.sent = Form(dict(self.query.lists()))
            given = kind.read(question, shown.sent)
            shown.grade = kind.grade(question, given)
            shown.given = given
        except BadAnswer as fault:
            shown.fault = str(fault)
        return shown

    @property
    def change(self) -> Amendment | None:
        return self.question.change


def question_about(change: Amendment, language: str) -> Question | None:
    """Return the easiest question about a change that can be answered at once."""
    questions = (
        Question.objects.published()
        .for_asking()
        .filter(amendment=change)
        .exclude(type="description")
        .order_by("difficulty", "slug")
    )
    return next((each for each in questions if can_be_asked(each, language)), None)


class EmbeddedPractice(Practice):
    """The same in the frame of another site, where nothing around it tells of the status."""

    def __init__(self, question: Question, language: str, query: QueryDict) -> None:
        super().__init__(question, language, query)
        self.day = today()

    @cached_property
    def _dated_change(self) -> Amendment | None:
        change = self.change
        return change and Amendment.objects.published().for_list().filter(pk=change.pk).first()

    @property
    def status(self) -> Status | None:
        """How the rule stands that is asked about; for answers only, since it may be one."""
        change = self._dated_change
        return status_of(change, self.day) if change else None

    @property
    def constitution(self) -> Constitution | None:
        """The Constitution that the rule changed, where the question has it at hand."""
        amendment = self.question.amendment
        return amendment.law.constitution if amendment else None


def title_of_question(slug: str, language: str) -> Text | None:
    """The prompt of a published question, for whoever embeds it; None where it is not asked."""
    question = Question.objects.published().for_asking().filter(slug=slug).first()
    if question is None or not can_be_asked(question, language):
        return None
    return text_in(language, question, "prompt")
