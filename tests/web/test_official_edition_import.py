"""An edition becomes authentic texts: what is stored, reported, left alone and seen by editors."""

import re
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from amendments.comparative_table.unreadable import Unreadable
from amendments.freshness import freshness
from amendments.models import AuthenticText, Constitution, OfficialEdition
from amendments.official_edition.importing import Done, Imported, import_official_edition
from amendments.official_edition.matching import Fate, Reason
from amendments.official_edition.report import Report
from amendments.official_edition.telling import told
from amendments.official_edition.wanted import Wanted
from tests.samples.official_edition.editions import edition
from tests.samples.official_edition.law import JANUARY, amend, provision, section, write_law

pytestmark = pytest.mark.django_db
PLACE = "https://adilet.zan.kz/rus/docs/K950001000_/01.01.2023"


@pytest.fixture(autouse=True)
def law() -> None:
    write_law()


def take(text: str, *, language: str = "ru", as_of: date = JANUARY, **more: Any) -> Imported:
    dry_run = more.pop("dry_run", False)
    constitution = Constitution.objects.get(slug="1995")
    wanted = Wanted(constitution, language, as_of, PLACE, "file.txt", **more)
    return import_official_edition(text.encode(), wanted, dry_run=dry_run)


def texts(language: str = "ru") -> dict[str, str]:
    stored = AuthenticText.objects.filter(edition__language=language)
    return dict(stored.values_list("provision__slug", "text"))


def line_of(text: str, words: str) -> int:
    return next(at for at, line in enumerate(text.split("\n"), start=1) if words in line)


def of(imported: Imported, fate: Fate) -> dict[str, str]:
    return {item.provision: item.reason for item in imported.report.of(fate)}


def test_what_is_stored_is_the_text_with_its_edition_source_and_digest() -> None:
    text = edition("ru")

    imported = take(text)

    assert imported.done == Done.ADDED
    assert texts() == {
        "art-15-2": "Никто не вправе лишать жизни.",
        "art-44-2": "2) назначает выборы;",
        "art-44-10-1": (
            "10-1) направляет обращение в случае, предусмотренном пунктом 3 статьи 91 Конституции;"
        ),
        "art-99-1": "Первое правило.",
        "art-99-2": "Второе правило.",
        "1995-section-6-heading": "Раздел VI\nНазвание раздела",
    }
    stored = OfficialEdition.objects.get()
    assert (stored.language, stored.as_of, stored.url) == ("ru", JANUARY, PLACE)
    assert stored.sha256 == sha256(text.encode()).hexdigest()
    line = AuthenticText.objects.get(provision__slug="art-15-2").line
    assert "Никто не вправе" in text.split("\n")[line - 1]


def test_a_kazakh_edition_is_stored_with_its_letters_put_right() -> None:
    imported = take(edition("kk", _15="1. Бір.\n\n2. Ешкiмнiң жəне."), language="kk")

    assert texts("kk")["art-15-2"] == "Ешкімнің және."
    assert [word for _line, word in imported.report.put_right] == ["Ешкiмнiң", "жəне"]


def test_a_dry_run_reports_the_same_and_writes_nothing() -> None:
    before = freshness()
    dry = take(edition("ru"), dry_run=True)

    assert not OfficialEdition.objects.exists()
    assert freshness() == before
    assert take(edition("ru")).report == dry.report


def test_an_import_makes_every_page_stale_and_the_same_file_again_adds_nothing() -> None:
    seen = [freshness()]
    take(edition("ru"))
    seen.append(freshness())
    first = list(AuthenticText.objects.values_list("pk", "text"))

    again = take(edition("ru"))

    assert again.done == Done.ALREADY_HERE
    assert list(AuthenticText.objects.values_list("pk", "text")) == first
    assert seen[0] != seen[1] == freshness()


def test_the_same_file_brings_the_text_of_a_provision_held_since() -> None:
    take(edition("ru"))
    amend(provision("16", section("II", 2), paragraph="1"), "later")

    assert take(edition("ru")).done == Done.RENEWED
    assert texts()["art-16-1"] == "Слова этой статьи."
    assert OfficialEdition.objects.count() == 1


def test_another_file_of_the_same_day_waits_for_a_word() -> None:
    take(edition("ru"))
    other = edition("ru", _15="1. Каждый.\n\n2. Иначе.")

    with pytest.raises(Unreadable, match="Give --replace"):
        take(other)
    assert texts()["art-15-2"] != "Иначе."
    assert take(other, replace=True).done == Done.REPLACED
    assert texts()["art-15-2"] == "Иначе."


def test_what_is_not_found_and_was_accepted_is_unmatched_and_the_rest_is_stored() -> None:
    text = edition("ru", _15="1. Каждый имеет право.")
    line = line_of(text, "1. Каждый имеет право.")
    imported = take(text, accepted=frozenset({line}))

    assert of(imported, Fate.UNMATCHED) == {"art-15-2": Reason.NOT_FOUND}
    assert "art-44-10-1" in texts()
    assert f"Accepted as they stand, though a piece seemed to be missing: lines {line}" in list(
        told(Report.from_json(OfficialEdition.objects.get().report))
    )


def test_what_the_file_says_was_repealed_while_we_hold_it_is_unmatched() -> None:
    imported = take(edition("ru", _15="1. Право.\n\n2. Исключен Законом РК."))

    assert of(imported, Fate.UNMATCHED) == {"art-15-2": Reason.REPEALED}


def test_what_stands_there_twice_and_was_accepted_is_ambiguous() -> None:
    text = edition("ru", _15="1. Право.\n\n2. Первое.\n\n2. Второе.")
    imported = take(text, accepted=frozenset({line_of(text, "2. Второе.")}))

    assert of(imported, Fate.AMBIGUOUS) == {"art-15-2": Reason.TWICE}
    assert "art-15-2" not in texts()


def test_a_range_of_paragraphs_is_one_text_and_a_part_of_it_is_ambiguous() -> None:
    amend(provision("71", section("VI", 6), paragraph="4–6"), "range")
    three = "1. Раз.\n\n2. Два.\n\n3. Три.\n\n"
    whole = take(edition("ru", _71=f"{three}4. Четыре.\n\n5. Пять.\n\n6. Шесть."))
    text = texts()["art-71-4–6"]
    part = take(edition("ru", _71=f"{three}4. Четыре.\n\n5. Пять."), replace=True)

    assert text == "4. Четыре.\n5. Пять.\n6. Шесть."
    assert of(whole, Fate.AMBIGUOUS) == {}
    assert of(part, Fate.AMBIGUOUS) == {"art-71-4–6": Reason.IN_PART}


def test_a_change_made_but_not_yet_in_force_leaves_it_open_which_wording_the_file_gives() -> None:
    imported = take(edition("kk"), language="kk", as_of=date(2022, 9, 17))

    assert of(imported, Fate.AMBIGUOUS) == {"art-44-2": Reason.NOT_YET_IN_FORCE}
    assert "art-44-2" not in texts("kk")


def test_what_the_law_had_no_text_of_is_no_fault() -> None:
    gone = amend(provision("82", section("VII", 7), paragraph="1"), "gone", after_en="")
    imported = take(edition("ru", _82="1. Исключен Законом РК от 08.06.2022.\n\n2. Есть."))

    assert of(imported, Fate.WITHOUT_TEXT) == {gone.provision.slug: ""}


def test_two_editions_of_one_wording_that_differ_are_reported() -> None:
    take(edition("ru", _99="1. Первое правило.\n\n2. Прежнее правило."), as_of=date(2023, 5, 1))
    imported = take(edition("ru"))

    assert [(item.provision, item.reason) for item in imported.report.differs] == [
        ("art-99-2", "2023-05-01")
    ]


def test_footnotes_are_compared_with_the_amendments_held_here() -> None:
    report = take(edition("ru")).report

    june, september = report.laws
    assert (june.law, june.in_footnotes, june.here) == ("2022-06", ["15", "44"], ["15", "44", "99"])
    assert (june.only_here, june.only_in_footnotes) == (["99"], [])
    assert (september.in_footnotes, september.here) == ([], ["15"])
    said = "\n".join(told(report))
    assert (
        "Law of 2022-06-08: the footnotes name 2 articles; only in the amendments held here: 99"
        in (said)
    )


def test_the_same_articles_on_both_sides_are_told_as_the_same() -> None:
    note = "Сноска. Конституция дополнена статьей 99 в соответствии с Законом РК от 08.06.2022."
    report = take(edition("ru", _99=f"1. Первое.\n\n2. Второе.\n\n{note}")).report

    assert "name 3 articles; the same as the amendments held here of 2022-06" in "\n".join(
        told(report)
    )


def test_an_edition_without_footnotes_says_that_nothing_can_be_compared() -> None:
    report = take(edition("kk"), language="kk").report

    assert report.laws == []
    assert "No footnotes were found: which articles a law touched cannot be compared." in list(
        told(report)
    )


def test_a_rendering_that_counts_otherwise_is_hinted_at() -> None:
    provision_of = amend(
        provision("50", section("IV", 4), paragraph="3"), "seats",
        before_ru="Сто семь.", after_ru="Мажилис состоит из 98 депутатов.",
    )  # fmt: skip
    body = "1. Сенат.\n\n2. Мажилис.\n\n3. Мажилис состоит из 99 депутатов."
    report = take(edition("ru", _50=body)).report

    [hint] = report.hints
    assert (hint.provision, hint.only_rendering, hint.only_authentic) == (
        provision_of.provision.slug, ["98"], ["99"],
    )  # fmt: skip


def test_the_command_prints_the_report_and_names_the_place_of_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "edition.txt"
    file.write_text(edition("ru"), encoding="utf-8")
    asked = ["import_official_edition", str(file), "--language", "ru", "--as-of"]

    call_command(*asked, "2023-01-01", "--dry-run")
    printed = capsys.readouterr().out
    assert "6 matched" in printed
    assert "0 unmatched" in printed
    assert "Dry run: nothing was written." in printed
    assert not OfficialEdition.objects.exists()

    call_command(*asked, "2023-01-01")
    assert OfficialEdition.objects.get().url == "https://adilet.zan.kz/rus/docs/K950001000_"
    with pytest.raises(CommandError, match=r"edition\.txt: Line \d+: .* Nothing was written\."):
        call_command(*asked, "2022-06-07")
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_official_edition", "none.txt", "--language=ru", "--as-of=2023-01-01")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_command_speaks_english_whatever_the_language_of_the_site(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "edition.txt"
    file.write_text(edition("ru"), encoding="utf-8")
    asked = ["import_official_edition", str(file), "--as-of"]
    short = tmp_path / "short.txt"
    short.write_text(edition("ru", _15="1. Первое."), encoding="utf-8")

    with override(language):
        call_command(*asked, "2023-01-01", "--language", "ru")
        with pytest.raises(CommandError) as not_yet:
            call_command(*asked, "2022-06-07", "--language", "ru")
        with pytest.raises(CommandError) as other:
            call_command(*asked, "2023-01-01", "--language", "kk")
        with pytest.raises(CommandError) as lacking:
            call_command(
                "import_official_edition", str(short), "--as-of=2023-01-01", "--language=ru"
            )

    printed = capsys.readouterr().out
    assert "6 matched\n" in printed
    assert "0 unmatched: held here, not found in the file" in printed
    assert "0 ambiguous: nothing was stored" in printed
    assert not re.search("[А-я]", printed)
    assert "the footnote names a law" in str(not_yet.value)
    assert "is how the Russian text names an article; the file was said to be Kazakh." in (
        str(other.value)
    )
    assert "Article 15, paragraph 2 was law on 2023-01-01" in str(lacking.value)


def test_the_command_takes_lines_that_were_accepted(tmp_path: Path) -> None:
    text = edition("ru", _15="1. Первое.")
    file = tmp_path / "edition.txt"
    file.write_text(text, encoding="utf-8")
    line = line_of(text, "1. Первое.")

    call_command(
        "import_official_edition", str(file), "--language=ru", "--as-of=2023-01-01",
        f"--accept-line={line}",
    )  # fmt: skip

    assert OfficialEdition.objects.get().report["accepted"] == [line]


def test_editors_read_the_report_and_write_nothing(client: Client) -> None:
    text = edition("ru", _15="1. Первое.")
    line = line_of(text, "1. Первое.")
    take(text, accepted=frozenset({line}))
    stored = OfficialEdition.objects.get()
    client.force_login(User.objects.create_superuser("aigerim", password="x"))
    address = reverse("admin:amendments_officialedition_change", args=[stored.pk])

    listed = client.get(reverse("admin:amendments_officialedition_changelist")).content.decode()
    shown = client.get(address).content.decode()

    assert f'<a href="{address}">what was found</a>' in listed
    assert "5 matched" in shown
    assert "Article 15, paragraph 2: not found" in shown
    assert f"missing: lines {line}" in shown
    assert stored.sha256 in shown
    assert client.post(address, {"language": "kk"}).status_code == 403
