"""Zips of everything: what is in them, that they are stable, how they are given."""

import csv
import json
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from frictionless import Package
from pytest_django import DjangoAssertNumQueries, Settings

from amendments.freshness import freshness
from amendments.models import State
from amendments.open_data import exporting, shelf
from amendments.open_data.stamp import is_current
from civic.api import collections
from tests.api.asking import API
from tests.factories import AmendmentFactory, TopicFactory
from tests.factories.quiz import ChoiceFactory, QuestionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.OPEN_DATA_FOLDER = tmp_path / "open-data"
    settings.SITE_URL = "http://testserver"
    return tmp_path / "open-data"


@pytest.fixture
def content() -> None:
    first = AmendmentFactory.create(
        slug="first", title_en="=A title, “quoted”", after_en="One line.\nAnother line."
    )
    AmendmentFactory.create(slug="a-draft", state=State.DRAFT, title_en="Not yet said")
    question = QuestionFactory.create(slug="asked", amendment=first)
    for weight in (100, 0):
        ChoiceFactory.create(question=question, weight=weight, feedback_en="Told only afterwards")


def pack(**options: Any) -> None:
    call_command("export_open_data", stdout=StringIO(), **options)


def files(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lines(found: dict[str, bytes], name: str, language: str = "en") -> list[Any]:
    return [json.loads(line) for line in found[f"{language}/jsonl/{name}.jsonl"].splitlines()]


@pytest.mark.usefixtures("content")
def test_a_program_gets_in_bulk_what_the_api_gives_it_one_by_one(
    client: Client, folder: Path
) -> None:
    pack()

    for language in ("kk", "en"):
        found = files(folder / f"ata-zan-{language}.zip")
        on = json.loads(found["manifest.json"])["law_read_on"]
        asked = 0
        for name in collections:
            for thing in lines(found, name, language):
                query = f"?lang={language}" + (f"&on={on}" if collections[name].takes_day else "")
                assert client.get(f"{API}{name}/{thing['slug']}/{query}").json() == thing
                asked += 1
        assert asked > 8


@pytest.mark.usefixtures("content")
def test_a_table_has_the_texts_and_no_formula(folder: Path) -> None:
    pack(language="en")

    table = files(folder / "ata-zan-en.zip")["en/csv/amendments.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(table, newline=""))
    assert row["slug"] == "first"
    assert row["title"] == "'=A title, “quoted”"
    assert (row["after_text"], row["after_language"]) == ("One line.\nAnother line.", "en")
    assert (row["status_standing"], row["applied_from"]) == ("ended", "")


@pytest.mark.usefixtures("content")
def test_the_manifest_counts_and_sums_every_file_and_names_the_licence(folder: Path) -> None:
    pack()

    for name in shelf.ZIPS:
        found = files(folder / name)
        told = json.loads(found.pop("manifest.json"))
        sums = {each["path"]: each["sha256"] for each in told["files"]}
        assert sums == {path: sha256(data).hexdigest() for path, data in found.items()}
        assert (told["counts"]["amendments"], told["counts"]["questions"]) == (1, 1)
        assert told["licence"]["name"] == "CC-BY-4.0"
        assert told["content_changed"] == str(timezone.localdate())
        assert b"CC BY 4.0" in found["README.md"]
        assert b"| `status_standing` | string |" in found["fields.md"]
    every = files(folder / "ata-zan-all.zip")
    for language in ("kk", "ru", "en"):
        own = files(folder / f"ata-zan-{language}.zip")
        assert {n for n in own if n.startswith(language)} == {
            n for n in every if n.startswith(language)
        }
        assert any(n.startswith(f"{language}/akn/constitution-1995-on-") for n in own)


@pytest.mark.usefixtures("content")
def test_two_runs_are_the_same_bytes_also_on_another_day(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack()
    with monkeypatch.context() as patched:
        patched.setattr("amendments.open_data.stamp.today", lambda: timezone.localdate().max)
        patched.setattr("time.time", lambda: 2_000_000_000.0)
        pack(folder=tmp_path / "again")

    for name in (*shelf.ZIPS, shelf.LISTING, shelf.SUMS):
        assert (folder / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name


@pytest.mark.usefixtures("content")
def test_the_data_package_is_valid_and_says_what_each_column_is(
    folder: Path, tmp_path: Path
) -> None:
    pack()
    with ZipFile(folder / "ata-zan-all.zip") as archive:
        archive.extractall(tmp_path / "out")

    package = Package(str(tmp_path / "out" / "datapackage.json"))

    report = package.validate()
    assert report.valid, report.flatten(["name", "fieldName", "message"])
    table: Any = package.get_resource("amendments-en")
    assert (table.type, table.schema.get_field("in_force_from").type) == ("table", "date")
    assert table.read_rows()[0]["title"] == "'=A title, “quoted”"


@pytest.mark.usefixtures("content")
def test_nothing_unpublished_and_no_key_is_in_any_file(folder: Path) -> None:
    QuestionFactory.create(slug="a-draft-question", state=State.DRAFT)
    TopicFactory.create(slug="withdrawn-topic", state=State.WITHDRAWN)
    pack()

    for path, data in files(folder / "ata-zan-all.zip").items():
        for secret in (b"Not yet said", b"a-draft", b"withdrawn-topic", b"weight", b"Told only"):
            assert secret not in data, path
    (question,) = lines(files(folder / "ata-zan-en.zip"), "questions")
    assert {option.keys() == {"value", "text"} for option in question["options"]} == {True}


@pytest.mark.usefixtures("content")
def test_a_zip_is_given_with_its_sum_as_etag_and_without_a_cookie(
    client: Client, folder: Path
) -> None:
    pack()
    for name in shelf.TYPES:
        data = (folder / name).read_bytes()
        address = f"/open-data/{name}"
        first = client.get(address, headers={"Origin": "https://news.example"})

        assert b"".join(first.streaming_content) == data  # type: ignore[attr-defined]
        assert first["ETag"] == f'"{sha256(data).hexdigest()}"'
        assert first["Content-Length"] == str(len(data))
        assert first["Access-Control-Allow-Origin"] == "*"
        assert not first.cookies
        assert "Cookie" not in first.get("Vary", "")
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.head(address)["ETag"] == first["ETag"]
    sums = (folder / shelf.SUMS).read_text().splitlines()
    assert [line.split("  ")[1] for line in sums] == list(shelf.ZIPS)


@pytest.mark.parametrize(
    "name",
    [
        "..%2f..%2f.env",
        "../manage.py",
        "%2e%2e/manage.py",
        ".made-from",
        "ata-zan-fr.zip",
        "ata-zan-en.zip%00",
        "ATA-ZAN-EN.ZIP",
        "",
    ],
)
def test_there_is_nothing_at_any_other_name(client: Client, folder: Path, name: str) -> None:
    folder.mkdir()
    (folder / ".made-from").write_text("secret")
    (folder / "ata-zan-en.zip").write_bytes(b"zip")

    assert client.get(f"/open-data/{name}").status_code == 404


def test_before_the_first_export_about_says_so_and_links_to_none(client: Client) -> None:
    html = client.get("/en/about/").content.decode()

    assert "have not been made here yet" in html
    assert "/open-data/" not in html
    assert 'href="/api/docs/"' in html
    assert client.get("/open-data/ata-zan-en.zip").status_code == 404


@pytest.mark.usefixtures("content")
def test_about_lists_what_there_is_at_once(
    client: Client, folder: Path, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    before = client.get("/en/about/")["ETag"]
    pack(language="ru")
    html = client.get("/en/about/", headers={"If-None-Match": before}).content.decode()

    (only,) = json.loads((folder / shelf.LISTING).read_text())["zips"]
    assert f"SHA-256: <code>{only['sha256']}</code>" in html
    assert 'href="/open-data/ata-zan-ru.zip"' in html
    assert "ata-zan-en.zip" not in html
    pack()
    with django_assert_max_num_queries(8):
        page = client.get("/en/about/", headers={"Accept-Encoding": "gzip"})
    assert len(page.content) < 14 * 1024


def test_a_listing_that_cannot_be_read_is_as_if_there_were_none(
    client: Client, folder: Path
) -> None:
    folder.mkdir()
    for broken in ("", "[]", '{"zips": [{"name": 1}]}', '{"zips": 7}'):
        (folder / shelf.LISTING).write_text(broken)
        assert "have not been made here yet" in client.get("/en/about/").content.decode()


@pytest.mark.usefixtures("content")
def test_the_zips_are_current_until_something_public_changes(folder: Path) -> None:
    assert not is_current()
    pack(language="en")
    assert not is_current()
    pack()
    assert is_current()

    TopicFactory.create(slug="another-topic")

    assert not is_current()
    pack()
    (folder / "ata-zan-kk.zip").unlink()
    assert not is_current()


def test_an_export_elsewhere_tells_the_site_nothing(folder: Path, tmp_path: Path) -> None:
    before = freshness()
    pack(folder=tmp_path / "elsewhere")

    assert freshness() == before
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_named_and_nothing_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("a file where the folder should be")
    with pytest.raises(CommandError, match=f"Cannot write in {folder}: "):
        pack()
    assert folder.read_text() == "a file where the folder should be"
    folder.unlink()

    pack(language="en")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    AmendmentFactory.create(slug="second")
    monkeypatch.setattr(exporting, "as_json", full_disk)
    with pytest.raises(CommandError, match=f"Cannot write in {folder}: No space left"):
        pack(language="en")

    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert ZipFile(BytesIO(before[folder / "ata-zan-en.zip"])).testzip() is None


def full_disk(value: Any) -> bytes:
    raise OSError(28, "No space left on device")
