"""Addresses in words, texts cut into numbered units, and words that say there is no text."""

import pytest

from amendments.comparative_table.matching.address import Address
from amendments.comparative_table.matching.reading_addresses import TooSmall, read_address
from amendments.comparative_table.matching.units import units_of
from amendments.comparative_table.rows.folding import folded
from amendments.comparative_table.rows.no_text import is_no_text, says_unchanged


def at(article="", paragraphs="", subparagraph="", **more):
    return Address("", article, tuple(paragraphs.split()), subparagraph, **more)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("пункт 2 статьи 44", at("44", "2")),
        ("подпункт 3) пункта 2 статьи 44", at("44", "2", "3")),
        ("подпункт 10-1) статьи 44", at("44", "", "10-1")),
        ("Статья 44, пункт 2, подпункт 3)", at("44", "2", "3")),
        ("ст. 44 п. 2 пп. 3", at("44", "2", "3")),
        ("Статья 83¹", at("83-1")),
        ("Статья 83‑1", at("83-1")),
        ("Статья 44 2)", at("44", "", "2")),
        ("пункты 4–6 статьи 71", at("71", "4 5 6")),
        ("пункты 4, 5 и 6 статьи 71", at("71", "4 5 6")),
        ("пункт 5-1 статьи 61", at("61", "5-1")),
        ("абзац первый пункта 1 статьи 54", at("54", "1", is_opening=True)),
        ("44-баптың 2-тармағы", at("44", "2")),
        ("44-баптың 2-тармағының 3) тармақшасы", at("44", "2", "3")),
        ("44-бап 2-тармақ 3) тармақша", at("44", "2", "3")),
        ("44-бап, 10-1) тармақша", at("44", "", "10-1")),
        ("91-бабының 3-тармағы", at("91", "3")),
        ("71-баптың 4–6-тармақтары", at("71", "4 5 6")),
        ("71-баптың 4, 5 және 6-тармақтары", at("71", "4 5 6")),
        ("44-baptyń 2-tarmaǵy", at("44", "2")),
        ("44-bap, 2-tarmaq, 3) tarmaqsha", at("44", "2", "3")),
        ("44-bap 3) tarmaqşa", at("44", "", "3")),
        ("Article 44(2)(3)", at("44", "2", "3")),
        ("Article 44 paragraph 2 sub-paragraph 3", at("44", "2", "3")),
        ("Art. 44 (2)", at("44", "2")),
        ("paragraph 2, subparagraph 3-1) of Article 56", at("56", "2", "3-1")),
        ("Article 71, paragraphs 4 to 6", at("71", "4 5 6")),
        ("Article 54, paragraph 1, opening words", at("54", "1", is_opening=True)),
        ("44", at("44")),
        ("44 (2)", at("44", "2")),
        ("пyнкт 2 cтaтьи 44", at("44", "2")),  # Latin y, c, a
        ("пункт 2", at("", "2")),
        ("", at()),
        ("Общие положения", at()),
        ("Заголовок раздела VI", Address(section="VI")),
        ("Раздел VІ", Address(section="VI")),  # A Cyrillic І
        ("VI бөлімнің тақырыбы", Address(section="VI")),
        ("Heading of Section VI", Address(section="VI")),
        ("Section 6", Address(section="VI")),
    ],
)
def test_an_address_is_read_in_each_language_and_order(words, address):
    assert read_address(words) == address


@pytest.mark.parametrize(
    "words",
    [
        "абзац третий пункта 2 статьи 44",
        "часть вторая пункта 1 статьи 44",
        "подпункты 2) и 3) статьи 44",
        "44-баптың 2-тармағының екінші бөлігі",
        "Article 44(2), second sentence",
    ],
)
def test_less_than_a_provision_and_more_than_one_are_not_guessed_at(words):
    with pytest.raises(TooSmall):
        read_address(words)


def test_a_text_is_cut_at_its_numbers():
    text = "Статья 72.\n1. Суд:\n1) споры;\nпродолжение;\n2-1) иное.\n2. Ещё."

    found = [(str(unit.address), unit.text) for unit in units_of(text, at("72"))]

    assert found == [
        ("Article 72, paragraph 1", "Суд:"),
        ("Article 72, paragraph 1, sub-paragraph 1", "споры;\nпродолжение;"),
        ("Article 72, paragraph 1, sub-paragraph 2-1", "иное."),
        ("Article 72, paragraph 2", "Ещё."),
    ]


@pytest.mark.parametrize(
    "heading", ["44-бап.", "44-bap", "Статья 44.", "Article 44", "«Статья 44."]
)
def test_a_heading_in_the_text_names_the_article(heading):
    [unit] = units_of(f"{heading}\n2) подписывает;", at())

    assert (unit.address, unit.text) == (at("44", "", "2"), "подписывает;")


def test_a_sentence_that_begins_with_the_word_article_is_no_heading():
    [unit] = units_of("Статья 44 Конституции применяется.", at("15", "2"))

    assert unit.address == at("15", "2")


def test_words_that_lead_up_to_a_list_are_not_the_sub_paragraph_itself():
    text = "Президент Республики:\n2) подписывает;"

    found = {unit.address: unit.text for unit in units_of(text, at("44", "", "2"))}

    assert found == {at("44"): "Президент Республики:", at("44", "", "2"): "подписывает;"}


@pytest.mark.parametrize(
    "text",
    [
        "", "—", "-", "Отсутствует", "Отсутствует.", "отсутствуют", "нет", "Пункт отсутствует.",
        "2. Отсутствует", "3) исключен;", "Исключить", "Исключён", "утратил силу", "Жоқ", "жоқ.",
        "Тармақ жоқ", "алып тасталсын", "алып тасталды", "joq", "alyp tastalsyn", "None", "n/a",
        "Repealed", "was deleted.", "1. Жоқ.", "8) исключен Законом РК от 10.03.2017 № 51-VI",
    ],
)  # fmt: skip
def test_words_for_no_text(text):
    assert is_no_text(text)


@pytest.mark.parametrize("text", ["Нет дома без закона.", "None may be punished twice."])
def test_a_text_that_only_begins_so_is_a_text(text):
    assert not is_no_text(text)


def test_one_repealed_paragraph_does_not_take_the_next_with_it():
    text = "1. Исключен Законом РК от 10.03.2017 № 51-VI.\n2. Депутат голосует лично."

    [unit] = units_of(text, at("52"))

    assert (unit.address, unit.text) == (at("52", "2"), "Депутат голосует лично.")


def test_words_for_no_change():
    assert all(map(says_unchanged, ["без изменений", "Өзгеріссіз.", "No change", "unchanged"]))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Cтатья", "статья"),
        ("Usynylatyn redaksıa", "usynylatyn redaksia"),
        ("Ұсынылатын", "ұсынылатын"),
        ("жəне", "және"),
        ("83¹", "83-1"),
        ("VІ", "vi"),
        ("Article", "article"),
    ],
)
def test_each_word_is_brought_to_one_script(text, plain):
    assert folded(text) == plain
