"""What is no edition, or not all of one, or not the one it is said to be, is refused by line."""

from datetime import date
from typing import Any

import pytest

from amendments.comparative_table.unreadable import Unreadable
from amendments.models import AuthenticText, Constitution, OfficialEdition, PublicChange
from amendments.official_edition.importing import import_official_edition
from amendments.official_edition.opening import MOST_BYTES
from amendments.official_edition.wanted import Wanted
from tests.samples.official_edition.editions import NUMBERS, edition
from tests.samples.official_edition.law import write_law

pytestmark = pytest.mark.django_db
RU = edition("ru")
KK = edition("kk")
LINES = RU.split("\n")


@pytest.fixture(autouse=True)
def law() -> None:
    write_law()


def refused(data: bytes | str, *, language: str = "ru", as_of: date = date(2023, 1, 1)) -> str:
    """Import what must not be taken; return why it was not, and see that nothing was written."""
    constitution = Constitution.objects.get(slug="1995")
    before = list(PublicChange.objects.values_list("count"))
    wanted = Wanted(constitution, language, as_of, "https://example.kz/")
    with pytest.raises(Unreadable) as error:
        import_official_edition(data.encode() if isinstance(data, str) else data, wanted)
    assert not OfficialEdition.objects.exists()
    assert not AuthenticText.objects.exists()
    assert before == list(PublicChange.objects.values_list("count"))
    return str(error.value)


def line_of(text: str, words: str) -> int:
    return next(at for at, line in enumerate(text.split("\n"), start=1) if words in line)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Line 1: the file is empty"),
        (b" \n\n\xc2\xa0\n", "Line 1: the file is empty"),
        (b"PK\x03\x04 and more", "Line 1: this is a Word or other zipped file"),
        (b"%PDF-1.7", "Line 1: this is a PDF file"),
        (RU.encode("utf-16"), "Line 1: this is UTF-16 text"),
        (RU.encode("windows-1251", "replace"), "Line 1: byte 0xCC at 0 is not UTF-8"),
        ("Текст.\nЕще.\n".encode() + b"\xd0\xff", "Line 3: byte 0xD0"),
        ("Текст.\nЕще\x00.\n", "Line 2: has the unprintable character U+0000"),
        ("Текст.\n\nКонец\ufffd.", "Line 3: has the unprintable character U+FFFD"),
        ("<!DOCTYPE html>\n<html><body>404</body></html>", "Line 1: has HTML in it"),
        ("Ошибка\n<div class='x'>502</div>", "Line 2: has HTML in it, “<div class='x'>”"),
        ("x" * (MOST_BYTES + 1), "larger than 2,000,000 bytes"),
        ("\n" * 30_000 + "x", "Line 20001: no edition has as many lines"),
        ("Сегодня в стране отмечают праздник.", "Line 1: this is no edition of a law"),
        (RU.encode().decode("latin-1"), "unprintable character"),
    ],
)
def test_what_is_no_plain_text_of_a_law_is_refused(data: bytes | str, said: str) -> None:
    assert said in refused(data)


def test_the_other_language_is_refused() -> None:
    assert f"Line {line_of(KK, '1-бап')}: “1-бап”" in refused(KK)
    assert f"Line {line_of(RU, 'Статья 1')}: “Статья 1”" in refused(RU, language="kk")


def test_another_law_is_refused() -> None:
    code = "\n".join(f"Глава {n}\n\nСтатья {n}\n\n1. Слова.\n" for n in range(1, 120))
    moved = RU.replace("Раздел IV ", "Раздел V ", 1)

    assert "Line 3: Article 1 stands in no section" in refused(code)
    assert "Section V begins again" in refused(moved)
    other = RU.replace(f"{LINES[line_of(RU, 'Раздел III') - 1]}\nНазвание раздела\n", "", 1)
    assert "Article 44 stands in Section II, in the Constitution of 1995 in Section III" in (
        refused(other)
    )
    longer = RU + "\nСтатья 100\n\nСлова.\n"
    assert f"Line {line_of(longer, 'Статья 100')}: Article 100 is not one of" in refused(longer)


@pytest.mark.parametrize("gone", ["1", "30", "85"])
def test_an_edition_without_one_of_its_articles_is_refused(gone: str) -> None:
    numbers = [number for number in NUMBERS if number != gone]

    assert f"Article {int(gone) + 1} " in refused(edition("ru", numbers=numbers))


def test_articles_out_of_order_are_refused() -> None:
    numbers = [*NUMBERS[:20], "22", "21", *NUMBERS[22:]]

    assert "Article 22 stands after Article 20" in refused(edition("ru", numbers=numbers))


@pytest.mark.parametrize("part", range(5, 100, 6))
def test_a_file_cut_off_anywhere_is_refused(part: int) -> None:
    kept = LINES[: len(LINES) * part // 100]
    end = max(at for at, line in enumerate(kept, start=1) if line.strip())

    assert f"Line {end}: the file ends in Article" in refused("\n".join(kept))


@pytest.mark.parametrize("letters", [2, 5, 17, 19, 30, 42, 60])
def test_a_file_cut_off_in_its_last_article_is_refused(letters: int) -> None:
    cut = RU.rstrip()[:-letters]
    end = max(at for at, line in enumerate(cut.split("\n"), start=1) if line.strip())

    assert refused(cut).startswith(f"Line {end}: ")


def test_a_file_that_ends_with_an_earlier_paragraph_of_its_last_article_is_refused() -> None:
    text = edition("ru", _99="1. Первое правило.")

    line = line_of(text, "1. Первое правило.")
    assert refused(text).startswith(
        f"Line {line}: Article 99, paragraph 2 was law on 2023-01-01 and does not follow"
    )


def test_an_edition_whose_footnotes_know_later_laws_is_refused() -> None:
    line = line_of(RU, "Сноска. Статья 15")

    assert f"Line {line}: the footnote names a law of 2022-06-08" in (
        refused(RU, as_of=date(2022, 6, 7))
    )


def test_an_edition_with_what_was_added_later_is_refused() -> None:
    line = line_of(KK, "10-1)")

    assert refused(KK, language="kk", as_of=date(2022, 6, 7)) == (
        f"Line {line}: Article 44, sub-paragraph 10-1 was added on 2022-06-08: this is no edition "
        "of 2022-06-07."
    )


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (date(2019, 3, 22), "What changed before 2019-03-23 is not held here"),
        (date(2026, 7, 1), "1995 had ended on 2026-07-01"),
        (date(9999, 12, 31), "had ended"),
    ],
)
def test_a_day_of_which_nothing_can_be_told_is_refused(as_of: date, said: str) -> None:
    assert said in refused(RU, as_of=as_of)


def test_a_day_still_to_come_is_refused(monkeypatch: Any) -> None:
    monkeypatch.setattr("amendments.official_edition.importing.today", lambda: date(2023, 5, 1))

    assert "2023-05-02 is still to come" in refused(RU, as_of=date(2023, 5, 2))
