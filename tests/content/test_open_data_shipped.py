"""What ships, as open data: whole, and valid by its own description."""

import json
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from frictionless import Package

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]


def test_the_zip_of_a_language_is_whole_and_its_data_package_valid(tmp_path: Path) -> None:
    call_command("export_open_data", folder=tmp_path, language="ru", stdout=StringIO())
    with ZipFile(tmp_path / "ata-zan-ru.zip") as archive:
        archive.extractall(tmp_path / "out")

    counts = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["counts"]
    assert (counts["amendments"], counts["articles"], counts["questions"]) == (77, 36, 221)
    lines = (tmp_path / "out" / "ru" / "jsonl" / "amendments.jsonl").read_text("utf-8").splitlines()
    assert len([line for line in lines if json.loads(line)["law"] == "2022-06"]) == 70
    report = Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
