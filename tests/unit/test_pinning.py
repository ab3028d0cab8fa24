"""Which change of a text makes a question stale, and which does not."""

from datetime import date
from typing import Any

import pytest

from quiz.models import Question
from quiz.pinning import fingerprint, is_stale, pin
from tests.factories import AmendmentFactory, ProvisionFactory
from tests.factories.quiz import QuestionFactory
from tests.factories.votes import ReferendumFactory, SuccessorFactory

pytestmark = pytest.mark.django_db


def change(item: Any, **values: Any) -> None:
    type(item).objects.filter(pk=item.pk).update(**values)


def stale(question: Question) -> bool:
    return is_stale(Question.objects.with_subject().get(pk=question.pk))


def about(kind: str) -> tuple[Question, Any]:
    made: dict[str, Any] = {
        "amendment": AmendmentFactory,
        "provision": ProvisionFactory,
        "successor": SuccessorFactory,
        "referendum": ReferendumFactory,
    }
    texts = {"text_en": "The text of the law."} if kind == "provision" else {}
    subject = made[kind].create(**texts)
    question = QuestionFactory.create(**({"amendment": None} | {kind: subject}))
    return question, subject


CHANGES = [
    ("amendment", {"before_en": "Another text."}),
    ("amendment", {"after_en": "Another text."}),
    ("amendment", {"after_en": ""}),
    ("amendment", {"in_force_from": date(2023, 1, 1)}),
    ("amendment", {"applied_from": date(2023, 1, 1)}),
    ("provision", {"text_en": "Another text."}),
    ("successor", {"fate": "changed"}),
    ("successor", {"articles": "18"}),
    ("successor", {"difference_en": "Another."}),
    ("referendum", {"held_on": date(2022, 6, 6)}),
    ("referendum", {"question_ru": "Другой вопрос?"}),
    ("referendum", {"yes_over": 60}),
    ("referendum", {"regions_needed": 13}),
    ("referendum", {"reported_rule_en": "Another."}),
]


@pytest.mark.parametrize(("kind", "values"), CHANGES, ids=lambda value: str(value)[:40])
def test_a_changed_text_day_or_number_makes_a_question_stale(kind, values):
    question, subject = about(kind)
    assert not stale(question)

    change(subject, **values)

    assert stale(question)


TRANSLATIONS = [
    ("amendment", {"before_ru": "Старый текст.", "after_ru": "Новый текст."}),
    ("provision", {"text_kk": "Мәтін."}),
    ("successor", {"rule_kk": "Ереже."}),
]


@pytest.mark.parametrize(("kind", "values"), TRANSLATIONS, ids=lambda value: str(value)[:20])
def test_a_translation_added_later_makes_nothing_stale(kind, values):
    question, subject = about(kind)

    change(subject, **values)

    assert not stale(question)


def test_what_a_question_does_not_ask_makes_it_not_stale():
    question, amendment = about("amendment")

    change(amendment, title_en="Another title", what_changed_en="Two words.", certainty="low")

    assert not stale(question)


def test_a_translation_that_is_lost_or_rewritten_makes_it_stale():
    question, amendment = about("amendment")
    change(amendment, before_ru="Старый.", after_ru="Новый.")
    question = Question.objects.with_subject().get(pk=question.pk)
    pin(question)
    question.save()
    assert not stale(question)

    change(amendment, after_ru="Новейший.")
    assert stale(question)

    change(amendment, before_ru=None, after_ru=None)
    assert stale(question)


def test_a_question_never_pinned_is_stale_unless_it_is_about_nothing():
    assert stale(QuestionFactory.create(written_against=""))
    nothing = QuestionFactory.create(amendment=None, state="draft")
    assert nothing.written_against == ""
    assert not stale(nothing)


def test_a_pin_that_cannot_be_read_is_stale_and_no_error():
    assert stale(QuestionFactory.create(written_against="what is this"))


def test_pinning_does_not_save():
    question = QuestionFactory.create(written_against="")

    pin(question)

    assert question.written_against == fingerprint(question)
    assert question.written_against.startswith("facts:")
    assert stale(question)


def test_another_subject_makes_a_question_stale():
    question, _amendment = about("amendment")
    other = AmendmentFactory.create(after_en="Quite another text.")

    change(question, amendment=other)

    assert stale(question)


def test_with_its_subject_loaded_nothing_more_is_asked_of_the_database(django_assert_num_queries):
    for kind in ("provision", "successor", "referendum"):
        about(kind)

    with django_assert_num_queries(1):
        questions = list(Question.objects.with_subject())
        assert len(questions) == 3
        assert not any(is_stale(question) for question in questions)
        assert all(fingerprint(question) for question in questions)
