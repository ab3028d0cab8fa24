"""Which wrong answers are chosen, how often, and of which change."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count

from amendments.models import Amendment, Misconception
from amendments.texts import text_in
from quiz.asking import asked
from quiz.choice_counts import CHOSEN
from quiz.models import Answer, Question
from quiz.quiz_statistics import MINIMUM_ATTEMPTS, counted_attempts


@dataclass(frozen=True)
class WrongChoice:
    """One wrong choice: `number` of `answers` chose it. `belief` is what they seem to believe."""

    question: Question
    change: Amendment | None
    topic: str
    key: str
    text: str
    misconception: str
    belief: str
    number: int
    answers: int

    @property
    def share(self) -> float:
        """In per cent."""
        return 100 * self.number / self.answers


def misconception_map(
    *, topic: str | None = None, language: str | None = None, shown_in: str = "en"
) -> list[WrongChoice]:
    """Return the wrong choices that were chosen, the most frequent first.

    Of questions with choices, in the first finished attempt of each learner at each quiz; with
    `language`, in that language only. Questions with fewer than MINIMUM_ATTEMPTS answers are
    left out. The topic is that of the change, or else the shelf on which the question stands.

    Four queries; the database counts, so its answer is short.
    """
    chosen, answers = _counted(language)
    often = [pk for pk, number in answers.items() if number >= MINIMUM_ATTEMPTS]
    questions = [
        question
        for question in Question.objects.filter(pk__in=often).for_asking()
        if topic is None or topic_of(question) == topic
    ]
    beliefs = _beliefs(questions, shown_in)
    rows = [
        row
        for question in questions
        for row in _wrong(question, chosen, answers[question.pk], beliefs, shown_in)
    ]
    return sorted(rows, key=lambda row: (-row.share, -row.number, row.question.slug, row.key))


def topic_of(question: Question) -> str:
    """Return the slug of the topic; no query after `with_subject()`."""
    return question.change.topic.slug if question.change else question.category


def _counted(language: str | None) -> tuple[Counter[tuple[int, str]], Counter[int]]:
    """Return how often each choice was chosen, and how many answers each question has."""
    chosen: Counter[tuple[int, str]] = Counter()
    answers: Counter[int] = Counter()
    kept = Answer.objects.filter(
        attempt__in=counted_attempts().values("pk"),
        answered_at__isnull=False,
        question__type__in=CHOSEN,
    )
    if language:
        kept = kept.filter(language=language)
    alike = kept.order_by().values_list("question_id", "given").annotate(number=Count("pk"))
    for question, given, number in alike:
        answers[question] += number
        for key in given.get("chosen", ()):
            chosen[question, key] += number
    return chosen, answers


def _wrong(
    question: Question,
    chosen: Counter[tuple[int, str]],
    answers: int,
    beliefs: dict[str, str],
    shown_in: str,
) -> Iterator[WrongChoice]:
    texts = {choice.key: choice.text for choice in asked(question, shown_in).choices}
    for choice in question.choices.all():
        number = chosen[question.pk, choice.key]
        if number and (choice.weight <= 0 or choice.misconception):
            yield WrongChoice(
                question,
                question.change,
                topic_of(question),
                choice.key,
                texts[choice.key],
                choice.misconception,
                beliefs.get(choice.misconception, ""),
                number,
                answers,
            )


def _beliefs(questions: list[Question], shown_in: str) -> dict[str, str]:
    slugs = {choice.misconception for each in questions for choice in each.choices.all()}
    return {
        each.slug: text_in(shown_in, each, "belief").value
        for each in Misconception.objects.filter(slug__in=slugs - {""})
    }
