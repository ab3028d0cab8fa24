"""What an official database gives, line by line, becomes sections, articles and units."""

from typing import Any

import pytest

from amendments.official_edition.edition import EditionRead
from amendments.official_edition.footnotes import article_of, laws_of, touched
from amendments.official_edition.hints import differing
from amendments.official_edition.look_alikes import put_right
from amendments.official_edition.parsing import parse
from tests.samples.official_edition.editions import edition


def read(text: str, language: str = "ru") -> EditionRead:
    return parse(text.split("\n"), language)


def units(body: str, language: str = "ru", article: str = "44") -> list[tuple[str, str]]:
    replaced: Any = {f"_{article}": body}
    text = edition(language, **replaced)
    [found] = [each for each in read(text, language).articles if each.number == article]
    return [(str(each.unit.address).partition(", ")[2], each.unit.numbered) for each in found.units]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_sections_and_articles_are_found_with_their_lines(language: str) -> None:
    text = edition(language)
    found = read(text, language)

    assert [section.number for section in found.sections] == [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
    ]  # fmt: skip
    assert {section.title for section in found.sections} <= {"Название раздела", "Бөлім атауы"}
    assert [article.number for article in found.articles] == [str(n) for n in range(1, 100)]
    assert {article.number: article.section for article in found.articles}["44"] == "III"
    line = text.split("\n")[found.articles[43].line - 1].strip()
    assert line in ("Статья 44", "44-бап")


def test_broken_lines_are_joined_and_blanks_are_plain() -> None:
    assert units("1. Каждый имеет\u00a0 право\nна\tжизнь.\n\n2. Второй.", article="15") == [
        ("paragraph 1", "1. Каждый имеет право на жизнь."),
        ("paragraph 2", "2. Второй."),
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_number_in_the_middle_of_a_sentence_begins_nothing(between: str) -> None:
    body = between.join(["1. В случаях, предусмотренных подпунктом", "10-1)", "статьи 44 закона."])

    assert units(body) == [
        ("paragraph 1", "1. В случаях, предусмотренных подпунктом 10-1) статьи 44 закона.")
    ]


def test_a_heading_in_the_middle_of_a_sentence_is_none() -> None:
    assert units("1. Как сказано в законе, где\nСтатья 91\nназвана первой.") == [
        ("paragraph 1", "1. Как сказано в законе, где Статья 91 названа первой.")
    ]


def test_a_full_stop_may_be_missing_before_the_next_number() -> None:
    assert [at for at, _ in units("1. Первое\n\n2. Второе.")] == ["paragraph 1", "paragraph 2"]


def test_a_paragraph_may_hang_on_the_full_stop_before_it() -> None:
    body = "3. Мәжіліс тоқсан сегіз депутаттан тұрады.4. Депутат мүше бола алмайды.\n\n5. Мерзім."

    assert units(body, "kk", "50") == [
        ("paragraph 3", "3. Мәжіліс тоқсан сегіз депутаттан тұрады."),
        ("paragraph 4", "4. Депутат мүше бола алмайды."),
        ("paragraph 5", "5. Мерзім."),
    ]


def test_a_number_that_is_not_the_next_one_hangs_on_as_text() -> None:
    assert units("1. См. прим.7. Оно здесь.") == [("paragraph 1", "1. См. прим.7. Оно здесь.")]


def test_paragraphs_without_a_number_stay_lines_of_their_own() -> None:
    assert units("1. Первое.\n\nЕще одно.\n\n2. Второе.") == [
        ("paragraph 1", "1. Первое.\nЕще одно."),
        ("paragraph 2", "2. Второе."),
    ]


def test_what_follows_a_list_is_of_the_paragraph_again() -> None:
    body = "3. Законы о:\n\n1) лицах;\n\n2) вещах.\n\nИное решают акты.\n\n4. Конец."

    assert units(body) == [
        ("paragraph 3", "3. Законы о:"),
        ("paragraph 3, sub-paragraph 1", "1) лицах;"),
        ("paragraph 3, sub-paragraph 2", "2) вещах."),
        ("paragraph 3", "Иное решают акты."),
        ("paragraph 4", "4. Конец."),
    ]


def test_a_second_list_of_a_paragraph_begins_again() -> None:
    body = "5. При:\n\n1) выезде;\n\n2) утрате.\n\nТакже при:\n\n1) выходе;\n\n2) отзыве."

    assert [text for _, text in units(body)] == [
        "5. При:", "1) выезде;", "2) утрате.", "Также при:", "1) выходе;", "2) отзыве.",
    ]  # fmt: skip


def test_inserted_numbers_are_read_in_both_styles() -> None:
    assert [at for at, _ in units("Президент:\n\n10) решает;\n\n10-1) просит;\n\n11) иное.")] == [
        "", "sub-paragraph 10", "sub-paragraph 10-1", "sub-paragraph 11",
    ]  # fmt: skip
    text = edition("kk", _44="1. Бір.\n\n3-1. Үш.") + "99-1-бап\n\nЖаңа бап.\n"
    assert read(text, "kk").articles[-1].number == "99-1"


def test_notes_and_footnotes_are_no_text_even_between_two_halves_of_a_paragraph() -> None:
    note = "Примечание. См. постановление от 03.12.2024\n№ 54-НП\n; от 04.12.2024\n№ 55-НП\n."
    body = f"1. Первое.\n\n{note}\n\nЕще одно.\n\nСноска. Статья 44 с\n\nизменением.\n\n2. Второе."

    assert units(body) == [
        ("paragraph 1", "1. Первое.\nЕще одно."),
        ("paragraph 2", "2. Второе."),
    ]


def test_the_foot_of_the_page_is_not_read() -> None:
    found = read(edition("ru") + "\n© 2012. Институт законодательства\nВсе права защищены")

    assert found.articles[-1].units[-1].unit.text == "Второе правило."


def test_a_heading_printed_twice_is_one_article_and_a_repeal_may_stand_beside_it() -> None:
    gone = "84-бап Қазақстан Республикасының 2007 жылғы 21 мамырдағы № 254 Заңымен алып тасталды."
    text = (
        edition("kk")
        .replace("84-бап\n", f"84-бап\n\n{gone}\n")
        .replace(f"{gone}\n\n1. Осы баптың сөздері.", gone)
    )
    found = [article for article in read(text, "kk").articles if article.number == "84"]

    [article] = found
    assert [each.unit.text for each in article.units] == [gone.removeprefix("84-бап ")]


def test_latin_letters_in_cyrillic_words_are_put_right_and_told() -> None:
    text, found = put_right("Бiз жəне IV бөлім, Google, VII, өтiнiш")

    assert text == "Біз және IV бөлім, Google, VII, өтініш"
    assert found == ["Бiз", "жəне", "өтiнiш"]
    assert "Әркiмнiң" in {word for _line, word in read(edition("kk"), "kk").put_right}


def test_a_heading_with_a_latin_letter_is_a_heading() -> None:
    assert len(read(edition("ru").replace("Статья 44", "Cтaтья 44")).articles) == 99


def test_footnotes_name_the_laws_but_not_the_days_they_came_into_force() -> None:
    found = read(edition("ru"))
    by_article = {article_of(footnote): laws_of(footnote) for footnote in found.footnotes}

    assert {n: sorted(map(str, days)) for n, days in by_article.items()} == {
        "15": ["2007-05-21", "2022-06-08"],
        "44": ["2022-06-08"],
        "": ["2022-06-08"],  # The heading of Section VI is no article
    }
    assert {str(day): numbers for day, numbers in touched(found.footnotes).items()} == {
        "2007-05-21": {"15"},
        "2022-06-08": {"15", "44"},
    }


@pytest.mark.parametrize(
    ("said", "article"),
    [
        ("Конституция дополнена статьей 83-1 в соответствии с Законом РК от 08.06.2022.", "83-1"),
        ("В статью 9 внесено изменение на казахском языке Законом РК от 21.05.2007.", "9"),
        ("с изменением, внесенным Законом РК от 21.05.2007.", "44"),
    ],
)
def test_a_footnote_says_which_article_it_is_about(said: str, article: str) -> None:
    found = read(edition("ru", _44=f"1. Слова.\n\nСноска. {said}"))
    named = [article_of(note) for note in found.footnotes if said.startswith(note.text[:20])]

    assert named == [article]


def test_a_kazakh_edition_may_have_footnotes_too() -> None:
    note = "Ескерту. 44-бапқа өзгеріс енгізілді - ҚР 2022.06.08 Заңымен."
    [footnote] = read(edition("kk", _44=f"1. Сөз.\n\n{note}"), "kk").footnotes

    assert (article_of(footnote), [str(day) for day in laws_of(footnote)]) == ("44", ["2022-06-08"])


def test_hints_compare_figures_and_majorities_and_pass_over_context() -> None:
    ours = "[Парламент:]\n2) принимает большинством в две трети голосов по статье 91;"

    same = differing(ours, "2) решает большинством в две трети по статье 91.", "ru")
    assert same == ([], [])
    other = differing(ours, "2) решает большинством в три четверти по статье 92.", "ru")
    assert "91" in other[0]
    assert "92" in other[1]
    assert "четве" in other[1]
