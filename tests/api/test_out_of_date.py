"""Translations made from an older version of their source are marked beside their language."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from amendments.in_step import Standing
from amendments.models import KeyFact, TranslationBasis
from amendments.roles import Role
from amendments.translating.writing import dismiss, pair_of
from tests.api.asking import get, results
from tests.factories import AmendmentFactory, TopicFactory
from tests.factories.editors import an_editor
from tests.factories.quiz import a_single_choice

pytestmark = pytest.mark.django_db

MARK = "out_of_date"


def rewrite(text: Any, **values: str) -> None:
    for name, value in values.items():
        setattr(text, name, value)
    text.save()


def test_a_text_is_marked_until_it_is_translated_anew(client: Client) -> None:
    topic = TopicFactory.create(slug="a", title_kk="Атауы", in_short_en="Few.", in_short_kk="Аз.")

    def told(language: str = "kk") -> tuple[Any, ...]:
        listed = next(each for each in results(client, "topics/", lang=language))
        whole = get(client, "topics/a/", lang=language)
        for each in (listed, whole):
            assert each.get(MARK) == listed.get(MARK)
            assert each["in_short"] == listed["in_short"]
        return listed.get(MARK), listed["in_short"].get(MARK)

    assert told() == (None, None)
    rewrite(topic, title_en="Another title")
    assert told() == (True, None)
    rewrite(topic, in_short_en="Fewer.", title_kk="Басқа атауы")
    assert told() == (None, True)
    assert told("en") == (None, None)
    assert MARK not in get(client, "topics/a/", lang="kk", fields="title")


def test_the_mark_goes_once_somebody_finds_the_translation_still_right(client: Client) -> None:
    topic = TopicFactory.create(slug="a", title_kk="Атауы")
    rewrite(topic, title_en="Another title")
    answer = client.get("/api/v1/topics/a/?lang=kk")
    basis = TranslationBasis.objects.standing(Standing.OUT_OF_DATE).get()

    seen = pair_of(basis, None).seen
    dismiss(basis, seen=seen, editor=an_editor("dana", Role.TRANSLATOR), now=timezone.now())

    address, headers = "/api/v1/topics/a/?lang=kk", {"If-None-Match": answer["ETag"]}
    assert answer.json()[MARK] is True
    assert MARK not in client.get(address, headers=headers).json()


def test_what_is_part_of_a_text_and_the_law_itself_are_marked(client: Client) -> None:
    change = AmendmentFactory.create(
        slug="one", before_kk="Бұрын", before_ru="Раньше", after_kk="Кейін", after_ru="Позже"
    )
    fact = KeyFact.objects.create(amendment=change, position=1, text_en="So.", text_kk="Солай.")
    rewrite(fact, text_en="Not so.")
    rewrite(change, after_kk="Кейінірек")

    english = get(client, "amendments/one/")
    kazakh = get(client, "amendments/one/", lang="kk")
    assert [each["key_facts"][0].get(MARK) for each in (english, kazakh)] == [None, True]
    assert [each["after"].get(MARK) for each in (english, kazakh)] == [True, None]
    assert english["before"].get(MARK) is None
    assert get(client, "amendments/one/redline/")[MARK] is True
    article = change.provision.article
    on: Any = {"on": "2023-01-01"}
    (provision,) = get(client, f"articles/{article.slug}/", **on)["provisions"]
    (listed,) = results(client, "provisions/", **on)
    assert provision["text"][MARK] is listed["text"][MARK] is True
    assert MARK not in results(client, "provisions/", on="2022-01-01")[0]["text"]


def test_a_question_is_marked_for_its_prompt_its_options_and_its_explanation(
    client: Client,
) -> None:
    russian = {"prompt_ru": "Что?", "explanation_ru": "Одно слово."}
    question = a_single_choice(slug="one", **russian)
    for choice in question.choices.all():
        rewrite(choice, text_ru=f"Ответ {choice.key}")
    assert MARK not in get(client, "questions/one/", lang="ru")

    rewrite(question.choices.first(), text_en="Another answer")
    rewrite(question, explanation_en="It changed two words.")

    assert get(client, "questions/one/", lang="ru")[MARK] is True
    assert results(client, "questions/", lang="ru")[0][MARK] is True
    graded = get(client, "questions/one/grade/", lang="ru", answer="a")
    assert graded["explanation"] == {"text": "Одно слово.", "language": "ru", MARK: True}
