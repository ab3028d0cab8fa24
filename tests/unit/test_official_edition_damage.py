"""A piece missing in the middle of an edition shows in its numbers, lists and sentences."""

from datetime import date

import pytest

from amendments.comparative_table.unreadable import Unreadable
from amendments.models import Constitution, OfficialEdition
from amendments.official_edition.damage import damage_in
from amendments.official_edition.importing import import_official_edition
from amendments.official_edition.parsing import parse
from amendments.official_edition.wanted import Wanted
from tests.samples.official_edition.editions import edition
from tests.samples.official_edition.law import amend, provision, section, write_law


def damage(body: str, language: str = "ru") -> list[tuple[str, str]]:
    """Return the words of each damaged line of Article 50, and what is said of it."""
    lines = edition(language, _50=body).split("\n")
    return [(lines[each.line - 1].strip(), each.said) for each in damage_in(parse(lines, language))]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_whole_edition_has_none(language: str) -> None:
    assert damage_in(parse(edition(language).split("\n"), language)) == []


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("1. Раз.\n\n3. Три.", "3. Три.", "paragraph 3 of Article 50 stands after 1"),
        ("2. Два.", "2. Два.", "paragraph 2 of Article 50 is the first"),
        ("1. Раз.\n\n3. Три.\n\n2. Два.", "2. Два.", "paragraph 2 of Article 50 stands after 3"),
        ("1. Раз.\n\n1. Два.", "1. Два.", "paragraph 1 of Article 50 stands after 1"),
        ("1. А:\n\n1) б;\n\n3) в.", "3) в.", "sub-paragraph 3 of Article 50 stands after 1"),
        ("А:\n\n1) б;\n\n2-2) в.", "2-2) в.", "sub-paragraph 2-2 of Article 50 stands after 1"),
        ("1. А:\n\n2) б.", "2) б.", "sub-paragraph 2 of Article 50 is the first"),
        (
            "1. А:\n\n1) б;\n\n2) в.\n\nГ:\n\n2) д.",
            "2) д.",
            "sub-paragraph 2 of Article 50 is the first",
        ),
    ],
)
def test_numbers_out_of_order_are_damage(body: str, line: str, said: str) -> None:
    assert (line, f"{said}: a piece is missing or out of place.") in damage(body)


@pytest.mark.parametrize(
    "body",
    [
        "1. Раз.\n\n1-1. Один.\n\n1-2. Два.\n\n2. Исключен Законом РК от 10.03.2017.\n\n3. Три.",
        "1. А:\n\n1) б;\n\n1-1) в;\n\n2) исключен Законом РК;\n\n3) г.\n\nД:\n\n1) е.\n\n2. Ж.",
        "Слова.\n\nЕще слова.",
    ],
)
def test_inserted_and_repealed_numbers_and_second_lists_are_none(body: str) -> None:
    assert damage(body) == []


@pytest.mark.parametrize(
    ("body", "stops"),
    [
        ("1. Суд рассматр\n\nПорядок известен.\n\n2. Два.", "1. Суд рассматр"),
        ("1. Суд рассматр\n\n2. Два.", "1. Суд рассматр"),
        ("1. Раз.\n\n2. Суд рассматр", "2. Суд рассматр"),
        ("1. Суд рассматр\n\nПримечание. См. иное.\n\n2. Два.", "1. Суд рассматр"),
        ("1. Раз.\n\nПримечание. См. иное\n\n2. Два.", "Примечание. См. иное"),
        ("1. Раз.\n\nПримечание. См. иное.\nПорядок известен.", "Примечание. См. иное."),
        ("1. А:\n\n1) б;\n\n2) рассматр\n\n3) в.", "2) рассматр"),
    ],
)
def test_a_sentence_without_its_end_is_damage(body: str, stops: str) -> None:
    [(line, said)] = damage(body)

    assert (line, said[:36]) == (stops, "stops in the middle of a sentence: “")


@pytest.mark.parametrize("torn", ["№ 254-III", "(вводится в действие).", "и права.", "3.", "2"])
def test_a_sentence_without_its_beginning_is_damage(torn: str) -> None:
    assert (torn, f"begins in the middle of a sentence: “{torn}”.") in damage(f"1. Раз.\n\n{torn}")


@pytest.mark.parametrize(
    "torn",
    [
        "1. А:\n\n2. Б.",
        "1. А:\n\nБ.",
        "1. А:\n\n1) б;\n\n2. В.",
        "1. А:\n\n1) б.\n\nВ:\n\n2) г.",
        "А;\n\n1) б.",
    ],
)
def test_a_list_without_its_end_is_damage(torn: str) -> None:
    assert "a list stops at" in damage(torn)[0][1]


def test_a_number_without_text_is_damage() -> None:
    assert ("1)", "1) has no text.") in damage("А:\n\n1)\n\n2) б.")


def test_an_article_or_section_without_words_is_damage_unless_a_note_says_it_was_repealed() -> None:
    repealed = "Сноска. Статья 50 исключена Законом РК от 21.05.2007."
    lines = [line for line in edition("ru").split("\n") if line != "Название раздела"]

    assert damage("Сноска. Статья 50 с изменениями, внесенными Законом РК от 21.05.2007.") == [
        ("Статья 50", "Article 50 has no text.")
    ]
    assert damage(repealed) == []
    said = [each.said for each in damage_in(parse(lines, "ru"))]
    assert said[0] == "Section I has no name."


def test_text_of_another_language_is_damage() -> None:
    kazakh = "Қазақстан Республикасының азаматтары заңды түрде алған қандай да болсын мүлкі бар."
    russian = "Судьи в течение срока своих полномочий не могут быть арестованы без согласия."

    assert damage(f"1. Раз.\n\n{kazakh}")[0][1].startswith("is in another language: “Қазақстан")
    assert damage(f"1. Бір.\n\n{russian}", "kk")[0][1].startswith("is in another language: “Судьи")
    assert damage("1. Посольство в городе Нұр-Сұлтан переименовано решением Правительства.") == []


@pytest.mark.django_db
class TestWhatIsHeld:
    """What the law is known to have must be in its edition."""

    @pytest.fixture(autouse=True)
    def law(self) -> None:
        write_law()

    def refused(self, text: str, *accepted: int) -> str:
        wanted = Wanted(
            Constitution.objects.get(), "ru", date(2023, 1, 1), "", accepted=frozenset(accepted)
        )
        with pytest.raises(Unreadable) as error:
            import_official_edition(text.encode(), wanted)
        assert not OfficialEdition.objects.exists()
        return str(error.value)

    def line(self, text: str, words: str) -> int:
        return next(at for at, line in enumerate(text.split("\n"), start=1) if words in line)

    def test_an_article_that_ends_before_a_paragraph_held_is_refused(self) -> None:
        text = edition("ru", _15="1. Каждый имеет право.\n\nСноска. Статья 15 с изменением.")

        assert self.refused(text) == (
            f"Line {self.line(text, '1. Каждый')}: Article 15, paragraph 2 was law on 2023-01-01 "
            "and does not follow: a piece is missing.\n"
            "If the law reads so, give --accept-line with each of these lines."
        )

    def test_an_inserted_number_that_is_held_is_refused_where_it_is_gone(self) -> None:
        kept = [line for line in edition("ru").split("\n") if "10-1)" not in line]
        text = "\n".join(kept).replace("статьи 91\n Конституции;\n", "")

        assert f"Line {self.line(text, '10) решает')}: Article 44, sub-paragraph 10-1 was" in (
            self.refused(text)
        )

    def test_a_text_divided_otherwise_than_our_rendering_is_refused(self) -> None:
        amend(
            provision("71", section("VI", 6), paragraph="1"), "list",
            before_ru="Иное.", after_ru="[Суд:]\nОн:\n1) решает;\n1-1) пишет;\n2) судит.\nКонец.",
        )  # fmt: skip
        text = edition("ru", _71="1. Он:\n\n1) решает;\n\n2) судит.\n\nКонец.")

        assert (
            f"Line {self.line(text, '1. Он:')}: Article 71, paragraph 1 is divided into "
            "– 1) 2) – here, and into – 1) 1-1) 2) – in our rendering" in self.refused(text)
        )

    def test_the_name_of_a_section_that_is_only_a_beginning_of_ours_is_refused(self) -> None:
        heading = Constitution.objects.get().sections.get(number="VI").headings.get()
        heading.amendments.update(before_ru="Иное", after_ru="Раздел VI. Название раздела и суда")

        assert "Heading of Section VI stops before the end of its name" in (
            self.refused(edition("ru"))
        )

    def test_only_the_lines_of_faults_can_be_accepted(self) -> None:
        text = edition("ru", _50="1. Раз.\n\n3. Три.\n\n5. Пять.")
        three, five = self.line(text, "3. Три"), self.line(text, "5. Пять")

        assert self.refused(text, five).startswith(f"Line {three}: paragraph 3")
        assert self.refused(edition("ru"), five) == (
            f"Line {five}: nothing is wrong here that could be accepted."
        )

    def test_of_many_faults_the_first_are_told(self) -> None:
        said = self.refused(edition("ru").replace("1. Слова", "2. Слова"))

        assert said.count("\n") == 13
        assert "And 84 more." in said
