"""As many rows of each collection as one wants: the first made with care, the rest copied."""

from collections.abc import Callable
from copy import copy
from datetime import date
from typing import Any

from amendments.models import Amendment, Article, Provision, Voice
from quiz.models import Choice
from tests.factories import (
    AmendingLawFactory,
    AmendmentFactory,
    ConstitutionFactory,
    ProvisionFactory,
    TopicFactory,
)
from tests.factories.context import (
    EventFactory,
    FactCheckFactory,
    InstitutionFactory,
    TermFactory,
    VoiceFactory,
)
from tests.factories.corrections import CorrectionFactory
from tests.factories.drawn import LawmakingStepFactory
from tests.factories.quiz import QuizFactory, a_single_choice
from tests.factories.votes import (
    NoveltyFactory,
    ReferendumFactory,
    StatementFactory,
    SuccessorFactory,
    cite,
)

Changes = Callable[[Any, int], None]


def _copies(row: Any, number: int, change: Changes = lambda row, at: None) -> list[Any]:
    """Add `number` rows like `row`, each with a slug of its own, without signals."""
    copied = []
    for at in range(1, number + 1):
        another = copy(row)
        another.pk, another.slug, another._state = None, f"{row.slug}-{at}", copy(row._state)
        change(another, at)
        copied.append(another)
    made: list[Any] = type(row)._base_manager.bulk_create(copied)
    return made


def _like(make: Callable[[], Any], change: Changes = lambda row, at: None) -> Callable[[int], None]:
    return lambda rows: (_copies(make(), rows - 1, change), None)[1]


def _provisions(rows: int) -> list[Provision]:
    first: Provision = ProvisionFactory.create()

    def number_article(article: Article, at: int) -> None:
        article.number, article.position = str(900 - at), at

    assert first.article is not None
    articles = _copies(first.article, rows - 1, number_article)

    def place(provision: Provision, at: int) -> None:
        provision.article = articles[at - 1]

    return [first, *_copies(first, rows - 1, place)]


def _amendments(rows: int) -> list[Amendment]:
    provisions = _provisions(rows)

    def place(amendment: Amendment, at: int) -> None:
        amendment.provision = provisions[at]

    first: Amendment = AmendmentFactory.create(provision=provisions[0])
    return [first, *_copies(first, rows - 1, place)]


def _successors(rows: int) -> None:
    amendments = _amendments(rows)

    def place(successor: Any, at: int) -> None:
        successor.amendment = amendments[at]

    _copies(SuccessorFactory.create(amendment=amendments[0]), rows - 1, place)


def _questions(rows: int) -> None:
    question = a_single_choice()
    choices = list(question.choices.all())
    copied = []
    for another in _copies(question, rows - 1):
        for choice in map(copy, choices):
            choice.pk, choice.question = None, another
            copied.append(choice)
    Choice.objects.bulk_create(copied)


def _voices(rows: int) -> None:
    topic, first = TopicFactory.create(), VoiceFactory.create()
    through = Voice.topics.through
    through._base_manager.bulk_create(
        through(voice=voice, topic=topic) for voice in [first, *_copies(first, rows - 1)]
    )


def _votes(rows: int) -> None:
    first = ReferendumFactory.create()
    laws = _copies(first.law, rows - 1)

    def hold(referendum: Any, at: int) -> None:
        referendum.held_on, referendum.law = date(1900 + at, 6, 5), laws[at - 1]

    _copies(first, rows - 1, hold)


def _position(row: Any, at: int) -> None:
    row.position += at


MANY: dict[str, Callable[[int], Any]] = {
    "constitutions": _like(ConstitutionFactory.create),
    "articles": _amendments,
    "provisions": _amendments,
    "amending-laws": _like(AmendingLawFactory.create),
    "amendments": _amendments,
    "topics": _like(TopicFactory.create),
    "referendums": _votes,
    "institutions": _like(InstitutionFactory.create),
    "successors": _successors,
    "novelties": _like(NoveltyFactory.create, _position),
    "lawmaking-steps": _like(LawmakingStepFactory.create, _position),
    "statements": _like(StatementFactory.create, _position),
    "corrections": _like(CorrectionFactory.create),
    "terms": _like(TermFactory.create),
    "voices": _voices,
    "events": _like(EventFactory.create),
    "fact-checks": _like(FactCheckFactory.create, _position),
    "sources": _like(lambda: cite(TopicFactory.create()).source),
    "quizzes": _like(lambda: QuizFactory.create(topic=TopicFactory.create()), _position),
    "questions": _questions,
}
