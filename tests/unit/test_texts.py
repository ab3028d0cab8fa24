from amendments.models import Amendment
from amendments.texts import Text, TextPair, text_in, texts_in


def test_a_text_is_read_in_the_wanted_language() -> None:
    amendment = Amendment(title_kk="Аты", title_en="Name")

    assert text_in("kk", amendment, "title") == Text("Аты", "kk", "kk")
    assert not text_in("kk", amendment, "title").is_foreign


def test_a_missing_translation_is_read_in_another_language_that_is_named() -> None:
    amendment = Amendment(title_en="Name")

    shown = text_in("kk", amendment, "title")

    assert (shown.value, shown.language, shown.is_foreign) == ("Name", "en", True)


def test_before_and_after_come_from_the_same_language() -> None:
    """An added provision has an empty *before*: that is a text, not a missing translation."""
    amendment = Amendment(before_ru="", after_ru="Новый текст", before_en="", after_en="New text")

    assert texts_in("ru", amendment) == TextPair("", "Новый текст", "ru", "ru")
    assert texts_in("kk", amendment) == TextPair("", "Новый текст", "ru", "kk")


def test_a_text_that_only_the_other_language_changed_says_so() -> None:
    amendment = Amendment(before_kk="Мәтін", after_kk="Мәтін", before_ru="Было", after_ru="Стало")

    assert texts_in("kk", amendment).is_unchanged
    assert not texts_in("ru", amendment).is_unchanged
