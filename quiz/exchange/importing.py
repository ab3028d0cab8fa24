"""Questions of a file → drafts in the database, all of them or none."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import slugify
from simple_history.utils import bulk_create_with_history

from amendments.models import State
from quiz.exchange.plain_text import is_garbled
from quiz.exchange.question import ExchangedQuestion, Reading, Refused, title_of
from quiz.exchange.stored import digest, digests
from quiz.models import Choice, Question
from quiz.question_types import Asked, question_type

LONGEST_SLUG = 80  # Before the digest
EVERYTHING = "choosing everything must not score"  # How this one fault begins
_PLACES = {"name": 250, "idnumber": 100, "category": 250, "unit": 60}


class Fate(StrEnum):
    IMPORTED = "imported"
    ALREADY_HERE = "already here"
    REFUSED = "refused"


@dataclass(frozen=True)
class Listed:
    """What became of one question of the file, and what there is to say of it."""

    title: str
    fate: Fate
    said: tuple[str, ...] = ()
    line: int = 0
    slug: str = ""


@dataclass(frozen=True)
class Imported:
    """All questions of a file in its order, and what was said of the file."""

    listed: list[Listed]
    notes: list[str]

    @property
    def counts(self) -> dict[Fate, int]:
        counted = Counter(each.fate for each in self.listed)
        return {fate: counted[fate] for fate in Fate}


def import_questions(
    reading: Reading,
    *,
    language: str,
    editor: User | None = None,
    category: str = "",
    dry_run: bool = False,
) -> Imported:
    """Write the questions as drafts in one transaction; return what became of each.

    With `category`, all are put there, whatever the file says. With `dry_run` nothing is
    written and the list is the same. The same content in the same language is never written
    twice, and neither is what an editor changed since it was imported.
    """
    with transaction.atomic():
        arrival = _Arrival(language, editor, category)
        listed = [arrival.take(entry) for entry in reading.entries]
        if not dry_run:
            arrival.write()
    return Imported(listed, list(reading.notes))


class _Arrival:
    """The questions of one file, judged one by one and written together."""

    def __init__(self, language: str, editor: User | None, category: str) -> None:
        self.language, self.editor, self.category = language, editor, category
        stored = list(Question.objects.prefetch_related("choices"))
        self.slugs = {question.slug for question in stored}
        self.known = digests(stored, language)
        self.questions: list[Question] = []
        self.choices: list[Choice] = []

    def take(self, entry: ExchangedQuestion | Refused) -> Listed:
        if isinstance(entry, Refused):
            return Listed(entry.title, Fate.REFUSED, (entry.reason,), entry.line)
        question, cut = _fitting(replace(entry, category=self.category or entry.category))
        reasons, doubts = judged(question)
        if reasons:
            return Listed(question.title, Fate.REFUSED, reasons, question.line)
        found = digest(question, self.language)
        slug = _slug(question, found)
        if found in self.known or slug in self.slugs:
            here = self.known.get(found, slug)
            return Listed(question.title, Fate.ALREADY_HERE, (), question.line, here)
        self.known[found] = slug
        self._keep(question, slug)
        hidden = ("hidden in the file; a draft here",) if question.hidden else ()
        said = (*question.notes, *cut, *hidden, *doubts)
        return Listed(question.title, Fate.IMPORTED, said, question.line, slug)

    def _keep(self, question: ExchangedQuestion, slug: str) -> None:
        stored = Question(
            slug=slug,
            type=question.type,
            category=question.category,
            name=question.name,
            idnumber=question.idnumber,
            state=State.DRAFT,
            author=self.editor,
            **self._translated(question, "prompt", "explanation", "unit"),
        )
        self.questions.append(stored)
        self.choices += [
            Choice(
                question=stored,
                key=choice.key,
                position=position,
                number=choice.number,
                tolerance=choice.tolerance,
                weight=choice.weight,
                **self._translated(choice, "text", "match", "feedback"),
            )
            for position, choice in enumerate(question.choices)
        ]

    def _translated(self, item: object, *names: str) -> dict[str, str]:
        return {f"{name}_{self.language}": getattr(item, name) for name in names}

    def write(self) -> None:
        """Write in few queries, also the history, which single saves would write one by one."""
        create: Any = bulk_create_with_history  # It carries no types
        create(self.questions, Question, default_user=self.editor)
        for choice in self.choices:
            choice.question_id = choice.question.pk
        create(self.choices, Choice, default_user=self.editor)


def judged(question: ExchangedQuestion) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return why the question is refused, and what an editor has to put right before use."""
    if not question.prompt:
        return ("it has no text",), ()
    if any(map(is_garbled, _texts(question))):
        return ("its letters were garbled before: a program took UTF-8 for another encoding",), ()
    asked = Asked(slug="", type=question.type, choices=question.choices)
    faults = list(question_type(question.type).faults(asked))
    doubts = [fault for fault in faults if fault.startswith(EVERYTHING)]
    reasons = tuple(fault for fault in faults if fault not in doubts)
    return reasons, tuple(f"to be repaired before it is published: {fault}" for fault in doubts)


def _texts(question: ExchangedQuestion) -> Iterator[str]:
    yield from (question.prompt, question.explanation, question.name)
    for choice in question.choices:
        yield from (choice.text, choice.match, choice.feedback)


def _fitting(question: ExchangedQuestion) -> tuple[ExchangedQuestion, tuple[str, ...]]:
    """Cut what has less room here; say so."""
    cut = {
        name: getattr(question, name)[:most].rstrip()
        for name, most in _PLACES.items()
        if len(getattr(question, name)) > most
    }
    notes = tuple(f"{name} was cut to {_PLACES[name]} characters" for name in cut)
    return replace(question, **cut), notes


def _slug(question: ExchangedQuestion, found: str) -> str:
    words = slugify(question.name or title_of(question.prompt))[:LONGEST_SLUG].strip("-_")
    return f"{words or question.type.replace('_', '-')}-{found}"
