"""A stored question in the language of a reader, or in the nearest one in which it is whole."""

import pytest
from django.test import override_settings

from quiz.asking import asked, language_of
from quiz.models import Question
from tests.factories import AmendmentFactory
from tests.factories.quiz import ChoiceFactory, QuestionFactory, a_single_choice

pytestmark = pytest.mark.django_db


def load(question: Question) -> Question:
    loaded: Question = Question.objects.for_asking().get(pk=question.pk)
    return loaded


def translate(question: Question, language: str, *, all_choices: bool = True) -> None:
    Question.objects.filter(pk=question.pk).update(**{f"prompt_{language}": f"Prompt {language}"})
    for choice in question.choices.all()[: None if all_choices else 2]:
        setattr(choice, f"text_{language}", f"{choice.key} {language}")
        choice.save()


def texts(question: Question, language: str) -> list[str]:
    return [choice.text for choice in asked(load(question), language).choices]


def test_prompt_and_choices_come_from_the_language_of_the_reader_where_both_are_there():
    question = a_single_choice()
    translate(question, "kk")

    assert asked(load(question), "kk").language == "kk"
    assert texts(question, "kk") == ["a kk", "b kk", "c kk"]
    assert texts(question, "en") == ["Answer a", "Answer b", "Answer c"]


def test_a_question_that_is_translated_in_part_is_asked_wholly_in_another_language():
    question = a_single_choice()
    translate(question, "kk", all_choices=False)

    assert asked(load(question), "kk").language == "en"
    assert texts(question, "kk") == ["Answer a", "Answer b", "Answer c"]

    translate(question, "ru")
    assert asked(load(question), "kk").language == "ru"
    assert texts(question, "kk") == ["a ru", "b ru", "c ru"]


def test_choices_without_a_prompt_do_not_make_a_language():
    question = a_single_choice()
    translate(question, "ru")
    Question.objects.filter(pk=question.pk).update(prompt_ru="")

    assert language_of(load(question), "ru") == "en"


def test_a_missing_match_or_unit_sends_to_another_language_too():
    pair = QuestionFactory.create(type="matching", prompt_ru="Что?")
    ChoiceFactory.create(question=pair, text_ru="Суд", match_en="2022")
    number = QuestionFactory.create(type="number", prompt_ru="Сколько?", unit_en="deputies")
    ChoiceFactory.create(question=number, text_en="", number=98)

    assert language_of(load(pair), "ru") == language_of(load(number), "ru") == "en"
    assert asked(load(number), "ru").unit == "deputies"


def test_choices_without_any_text_are_whole_in_every_language():
    question = QuestionFactory.create(type="true_false", prompt_kk="Рас па?")
    for key in ("true", "false"):
        ChoiceFactory.create(question=question, key=key, text_en="", feedback_en="Because.")

    in_kazakh = asked(load(question), "kk")

    assert in_kazakh.language == "kk"
    assert [choice.feedback for choice in in_kazakh.choices] == ["", ""]


def test_a_question_whole_in_no_language_is_asked_in_that_of_a_prompt():
    question = QuestionFactory.create(prompt_en="", prompt_ru="Что?")
    ChoiceFactory.create(question=question, text_en="An answer")

    assert language_of(load(question), "kk") == "ru"


def test_the_texts_of_the_law_have_a_language_of_their_own():
    change = AmendmentFactory.create(before_kk="Ескі мәтін.", after_kk="Жаңа мәтін.")
    question = load(a_single_choice(amendment=change))

    in_kazakh = asked(question, "kk")

    assert (in_kazakh.language, in_kazakh.law_language) == ("en", "kk")
    assert (in_kazakh.before, in_kazakh.after) == ("Ескі мәтін.", "Жаңа мәтін.")
    assert asked(question, "ru").law_language == "kk"
    assert asked(question, "en").law_language == "en"


def test_where_the_law_changed_one_authentic_text_alone_that_one_is_asked_about():
    change = AmendmentFactory.create(
        before_kk="Мәтін.", after_kk="Мәтін.", before_ru="Старый текст.", after_ru="Новый текст."
    )

    in_kazakh = asked(load(a_single_choice(amendment=change)), "kk")

    assert (in_kazakh.before, in_kazakh.law_language) == ("Старый текст.", "ru")


def test_a_question_about_no_change_has_no_texts():
    question = QuestionFactory.create(amendment=None, state="draft")

    assert (asked(load(question), "ru").before, asked(load(question), "ru").after) == ("", "")


def test_the_order_by_lot_hangs_from_the_secret_key_and_the_question():
    one, other = load(QuestionFactory.create()), load(QuestionFactory.create())
    salt = asked(one, "en").salt

    assert salt == asked(one, "kk").salt != asked(other, "en").salt
    assert len(salt) >= 32
    assert one.slug not in salt
    with override_settings(SECRET_KEY="another one"):
        assert asked(one, "en").salt != salt


def test_a_loaded_question_is_asked_without_a_query(django_assert_num_queries):
    a_single_choice()
    with django_assert_num_queries(2):
        (question,) = Question.objects.for_asking()
        asked(question, "kk")
