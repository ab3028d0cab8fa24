"""The two editions that people really have, where they are: not shipped, only read.

They are looked for in OFFICIAL_EDITIONS, else beside the project in `../shared/official`.
"""

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest

from amendments.comparative_table.unreadable import Unreadable
from amendments.models import AuthenticText, Constitution, OfficialEdition
from amendments.official_edition.importing import Imported, import_official_edition
from amendments.official_edition.matching import Fate
from amendments.official_edition.wanted import Wanted

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("OFFICIAL_EDITIONS") or ROOT.parent / "shared" / "official")
FILES = {
    "ru": FOLDER / "constitution-1995.edition-2023-01-01.ru.txt",
    "kk": FOLDER / "constitution-1995.after-2022-09-17.kk.txt",
}
MISSING = [str(file) for file in FILES.values() if not file.is_file()]

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("shipped_content"),
    pytest.mark.skipif(bool(MISSING), reason=f"not here: {', '.join(MISSING)}"),
]


def take(language: str, data: bytes | None = None, as_of: date = date(2023, 1, 1)) -> Imported:
    constitution = Constitution.objects.get(slug="1995")
    wanted = Wanted(constitution, language, as_of, "https://example.kz/")
    return import_official_edition(FILES[language].read_bytes() if data is None else data, wanted)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_provision_is_found_in_the_edition_of_2023(language: str) -> None:
    report = take(language).report

    assert report.of(Fate.UNMATCHED) == []
    assert report.of(Fate.AMBIGUOUS) == []
    assert [item.provision for item in report.of(Fate.WITHOUT_TEXT)] == [
        "1995-art-46-4",
        "1995-art-61-5-1",
    ]
    assert len(report.of(Fate.MATCHED)) == AuthenticText.objects.count() == 72


def test_footnotes_name_the_33_articles_of_the_official_count() -> None:
    report = take("ru").report

    june = next(law for law in report.laws if law.law == "2022-06")
    assert len(june.in_footnotes) == 33
    assert june.in_footnotes == june.here
    assert all(law.in_footnotes == law.here for law in report.laws)
    assert take("kk").report.laws == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_is_stored_has_no_footnote_note_broken_line_or_letter_of_another_script(
    language: str,
) -> None:
    take(language)

    for text in AuthenticText.objects.select_related("provision"):
        where = text.provision.slug
        assert not re.search(r"Сноска|Примечание|\u00a0|  |№", text.text), where
        assert not re.search(r"[A-Za-zə]", re.sub(r"\b[IVX]+\b", "", text.text)), where
        for line in text.text.split("\n"):
            assert re.search(r"[.;:]$", line) or "section" in where, where
            assert re.match(r"\d|[А-ЯІӘӨҚ«]|[IVX]+ бөлім|к сведению", line) or "section" in where, (
                line
            )


def test_the_wordings_of_september_2022_are_those_of_the_edition() -> None:
    take("ru")
    take("kk")

    def said(language: str, slug: str) -> str:
        return AuthenticText.objects.get(edition__language=language, provision__slug=slug).text

    assert said("ru", "1995-art-42-5") == (
        "Одно и то же лицо не может быть избрано Президентом Республики более одного раза."
    )
    assert "сегіз жылға" in said("kk", "1995-art-71-1")
    assert said("kk", "1995-section-6-heading") == "VI бөлім\nКонституциялық Сот"
    assert said("ru", "1995-art-61-3").count("\n") == 13


def test_the_kazakh_edition_of_september_leaves_open_what_began_in_january() -> None:
    report = take("kk", as_of=date(2022, 9, 17)).report

    assert len(report.of(Fate.AMBIGUOUS)) == 30
    assert len(report.of(Fate.MATCHED)) == 43


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("part", [0, 7, 31, 50, 77, 93, 99])
def test_half_a_file_is_refused(language: str, part: int) -> None:
    data = FILES[language].read_bytes()
    cut = data[: len(data) * part // 100].decode(errors="ignore").encode()

    with pytest.raises(Unreadable, match=r"^Line \d+"):
        take(language, cut)
    assert not AuthenticText.objects.exists()


def damaged(language: str, change: Callable[[list[str]], object]) -> str:
    """Import a file as changed; return why it was refused, and see that nothing was written."""
    lines = FILES[language].read_text(encoding="utf-8").split("\n")
    change(lines)
    with pytest.raises(Unreadable) as error:
        take(language, "\n".join(lines).encode())
    assert not AuthenticText.objects.exists()
    return str(error.value)


def at(lines: list[str], words: str) -> int:
    return next(number for number, line in enumerate(lines) if line.strip().startswith(words))


def cut(words: str, letters: int) -> Callable[[list[str]], None]:
    def change(lines: list[str]) -> None:
        lines[at(lines, words)] = lines[at(lines, words)].strip()[:letters]

    return change


def without(words: str, until: str = "") -> Callable[[list[str]], None]:
    def change(lines: list[str]) -> None:
        first = at(lines, words)
        del lines[first : at(lines, until) if until else first + 1]

    return change


def swap(lines: list[str]) -> None:
    one, other = at(lines, TO_PRESIDENT), at(lines, BY_CITIZENS)
    lines[one], lines[other] = lines[other], lines[one]


TO_PRESIDENT = "2. Конституционный Суд рассматривает обращения Президента"
BY_CITIZENS = "3. Конституционный Суд по обращениям граждан"


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (cut(BY_CITIZENS, 60), 1845, "stops in the middle of a sentence"),
        (cut(TO_PRESIDENT, 70), 1843, "stops in the middle of a sentence"),
        (without("4) дает официальное толкование"), 1840, "sub-paragraph 5 of Article 72"),
        (without("2-1) рассматривает на соответствие"), 1829, "Article 72, paragraph 1 is divided"),
        (without("4. Закон, принятый большинством"), 1589, "paragraph 5 of Article 61"),
        (swap, 1843, "paragraph 3 of Article 72 stands after 1"),
        (without(BY_CITIZENS, "Статья 73"), 1843, "Article 72, paragraph 3 was law"),
        (
            without("Порядок и условия обращения граждан"),
            1845,
            "Article 72, paragraph 3 is divided",
        ),
    ],
)
def test_a_piece_missing_in_the_middle_is_refused_with_its_line(
    change: Callable[[list[str]], None], line: int, said: str
) -> None:
    assert f"Line {line}: {said}" in damaged("ru", change)


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("order", [["ru", "kk"], ["kk", "ru"]])
def test_both_editions_in_one_file_are_refused(language: str, order: list[str]) -> None:
    both = b"\n".join(FILES[each].read_bytes() for each in order)

    with pytest.raises(Unreadable, match=r"^Line \d+: .* is how the (Kazakh|Russian) text names"):
        take(language, both)


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("is_cut", [False, True])
def test_a_random_line_lost_or_cut_is_refused_or_changes_nothing(
    language: str, is_cut: bool
) -> None:
    """A cut where a sentence ends would not be seen; of 560 lines tried none was such."""
    random = Random(f"{language} {is_cut}")  # noqa: S311 - the same each time
    lines = FILES[language].read_text(encoding="utf-8").split("\n")
    take(language)
    whole = stored()
    for number in random.sample([at for at, line in enumerate(lines) if line.strip()], 8):
        line = lines[number].rstrip()
        kept = [line[: random.randrange(1, len(line))]] if is_cut and len(line) > 1 else []
        damaged_lines = [*lines[:number], *kept, *lines[number + 1 :]]
        OfficialEdition.objects.all().delete()
        try:
            take(language, "\n".join(damaged_lines).encode())
        except Unreadable as error:
            assert re.match(r"Line \d+: ", str(error))
        else:
            assert stored() == whole, f"line {number + 1}"


def stored() -> dict[str, str]:
    return dict(AuthenticText.objects.values_list("provision__slug", "text"))
