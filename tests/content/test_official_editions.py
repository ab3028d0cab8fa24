"""The two editions that people really have, where they are: not shipped, only read.

They are looked for in OFFICIAL_EDITIONS, else beside the project in `../shared/official`.
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from amendments.comparative_table.unreadable import Unreadable
from amendments.models import AuthenticText, Constitution
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
