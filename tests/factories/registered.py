"""One row of each model that the admin shows, different from those made before."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User
from django.utils import timezone

from amendments.models import (
    AmendingLaw,
    Amendment,
    Appointment,
    Article,
    Constitution,
    Correction,
    Event,
    FactCheck,
    Institution,
    LawmakingStep,
    Novelty,
    OfficialEdition,
    Provision,
    Referendum,
    ReferendumPoint,
    Report,
    ReviewStep,
    Section,
    Source,
    State,
    Statement,
    Successor,
    Term,
    Topic,
    TranslationBasis,
    Voice,
)
from quiz.models import Question, Quiz, Regrade
from tests.factories import context, corrections, drawn, law, quiz, reports, votes

_numbers = count(1)


def _user() -> User:
    return User.objects.create_user(f"editor-{next(_numbers)}", is_staff=True)


def _step() -> ReviewStep:
    return ReviewStep.objects.create(
        text=context.TermFactory.create(),
        verb=ReviewStep.Verb.SUBMIT,
        state=State.IN_REVIEW,
        editor=_user(),
        at=timezone.now(),
    )


def _regrade() -> Regrade:
    return Regrade.objects.create(
        question=quiz.QuestionFactory.create(),
        editor=_user(),
        reason="The key was wrong.",
        at=timezone.now(),
        answers=1,
        changed=1,
    )


def _constitution() -> Any:
    return law.ConstitutionFactory.create(slug=f"constitution-{next(_numbers)}")


def _section() -> Any:
    number = next(_numbers)
    return law.SectionFactory.create(slug=f"section-{number}", number=str(number), position=number)


def _article() -> Any:
    return law.ArticleFactory.create(section=_section())


def _provision() -> Any:
    return law.ProvisionFactory.create(article=_article())


def _law() -> Any:
    return law.AmendingLawFactory.create(slug=f"law-{next(_numbers)}")


def _topic() -> Any:
    return law.TopicFactory.create(slug=f"topic-{next(_numbers)}")


def _amendment() -> Any:
    return law.AmendmentFactory.create(law=_law(), topic=_topic(), provision=_provision())


def _referendum() -> Any:
    number = next(_numbers)
    day = date(2022, 6, 5) + timedelta(days=number)
    return votes.ReferendumFactory.create(slug=f"vote-{number}", held_on=day, law=_law())


def _lawmaking_step() -> Any:
    number = next(_numbers)
    actor = context.InstitutionFactory.create(slug=f"body-{number}")
    return drawn.LawmakingStepFactory.create(slug=f"step-{number}", actor=actor)


def _source() -> Source:
    number = next(_numbers)
    text = context.TermFactory.create()
    votes.cite(text, slug=f"source-{number}")
    return Source.objects.get(slug=f"source-{number}")


def _edition() -> Any:
    of = law.ConstitutionFactory.create()
    return law.OfficialEditionFactory.create(
        constitution=of, as_of=of.texts_known_from + timedelta(days=next(_numbers))
    )


MAKE: dict[Any, Callable[[], Any]] = {
    Group: lambda: Group.objects.create(name=f"Group {next(_numbers)}"),
    User: _user,
    AmendingLaw: _law,
    Amendment: _amendment,
    Appointment: lambda: context.AppointmentFactory.create(),
    Article: _article,
    Constitution: _constitution,
    Correction: lambda: corrections.CorrectionFactory.create(report=reports.ReportFactory.create()),
    Event: lambda: context.EventFactory.create(),
    FactCheck: lambda: context.FactCheckFactory.create(topic=_topic()),
    Institution: lambda: context.InstitutionFactory.create(slug=f"body-{next(_numbers)}"),
    LawmakingStep: _lawmaking_step,
    Novelty: lambda: votes.NoveltyFactory.create(),
    OfficialEdition: _edition,
    Provision: _provision,
    Question: lambda: quiz.QuestionFactory.create(amendment=_amendment()),
    Quiz: lambda: quiz.QuizFactory.create(
        topic=_topic(), questions=[quiz.QuestionFactory.create(amendment=_amendment())]
    ),
    Regrade: _regrade,
    Referendum: _referendum,
    ReferendumPoint: lambda: votes.ReferendumPointFactory.create(),
    Report: lambda: reports.ReportFactory.create(
        state=Report.State.ANSWERED, answered_by=_user(), answered_at=timezone.now()
    ),
    ReviewStep: _step,
    Section: _section,
    Source: _source,
    Statement: lambda: votes.StatementFactory.create(),
    Successor: lambda: votes.SuccessorFactory.create(amendment=_amendment()),
    Term: lambda: context.TermFactory.create(),
    Topic: _topic,
    TranslationBasis: lambda: context.TermFactory.create(),  # Saving a text makes its bases
    Voice: lambda: context.VoiceFactory.create(),
}
