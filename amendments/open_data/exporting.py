"""All that is published → the zips, whole or not at all."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from django.conf import settings
from django.db import transaction

from amendments.akoma_ntoso.documents import all_documents
from amendments.api.viewset import Collection
from amendments.freshness import note_public_change
from amendments.languages import LANGUAGES
from amendments.open_data import describing, shelf
from amendments.open_data.columns import Table, tables_of
from amendments.open_data.packing import (
    About,
    Files,
    as_json,
    datapackage,
    digest,
    manifest,
    zipped,
)
from amendments.open_data.reading import last_change, loaded, things_in
from amendments.open_data.stamp import STAMP, day_of_law, stamp
from amendments.table_files.writing import csv_file

Collections = Mapping[str, type[Collection]]


class Export:
    """Reads each language once, however many zips it goes into.

    `described` is the OpenAPI document, which says what the columns are.
    """

    def __init__(self, collections: Collections, described: Mapping[str, Any]) -> None:
        self.collections = collections
        self.on = day_of_law()
        components = described["components"]["schemas"]
        self.tables: dict[str, list[Table]] = {
            name: tables_of(name, _shape(described, name), components) for name in collections
        }
        self._files: dict[str, Files] = {}
        self.counts: dict[str, int] = {}
        self.content_changed = ""

    def files_in(self, language: str) -> Files:
        if language not in self._files:
            self._files[language] = dict(self._read(language))
        return self._files[language]

    def _read(self, language: str) -> Iterable[tuple[str, bytes]]:
        for name, lines in things_in(language, self.collections, self.on).items():
            things = loaded(lines)
            self.counts[name] = len(things)
            self.content_changed = max(self.content_changed, last_change(things))
            yield f"{language}/jsonl/{name}.jsonl", b"".join(line + b"\n" for line in lines)
            for table in self.tables[name]:
                rows = csv_file(table.headers, table.rows(things), delimiter=",")
                yield _csv(table, language), rows
        for document in all_documents([language]):
            yield f"{language}/akn/{document.file}", document.data

    def packed(self, which: str) -> bytes:
        """Return the zip of a language, or of all."""
        languages = list(LANGUAGES) if which == shelf.ALL else [which]
        files = {path: data for each in languages for path, data in self.files_in(each).items()}
        about = About(
            name=f"ata-zan-{which}",
            title=f"Ata Zań: the Constitution, explained ({', '.join(languages)})",
            homepage=settings.SITE_URL,
            languages=languages,
            content_changed=self.content_changed,
            law_read_on=str(self.on),
            counts=self.counts,
        )
        tables = [table for each in self.tables.values() for table in each]
        told = {_csv(t, each): describing.resource(t, each) for t in tables for each in languages}
        files["README.md"] = describing.readme(about)
        files["fields.md"] = describing.fields(tables)
        files["datapackage.json"] = datapackage(about, told, files)
        files["manifest.json"] = manifest(about, files)
        return zipped(files)


def export(
    collections: Collections,
    described: Mapping[str, Any],
    folder: Path,
    which: Iterable[str] = shelf.ZIPS.values(),
) -> list[shelf.OnShelf]:
    """Write the zips of these languages ("all" is one too), their listing and their sums.

    Each file appears whole or not at all, none before all are made. Raises OSError.
    """
    before = stamp()
    with transaction.atomic():
        exported = Export(collections, described)
        zips = {f"ata-zan-{each}.zip": exported.packed(each) for each in which}
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".making-") as made:
        for name, data in zips.items():
            (Path(made) / name).write_bytes(data)
        listed = [found for name in shelf.ZIPS if (found := _listed(name, Path(made), folder))]
        sums = "".join(f"{each.sha256}  {each.name}\n" for each in listed)
        (Path(made) / shelf.LISTING).write_bytes(as_json({"zips": [vars(each) for each in listed]}))
        (Path(made) / shelf.SUMS).write_text(sums, encoding="utf-8")
        for name in (*zips, shelf.LISTING, shelf.SUMS):
            (Path(made) / name).replace(folder / name)
    if folder == shelf.folder():
        _note(before, is_whole=len(zips) == len(shelf.ZIPS))
    return listed


def _note(before: str, *, is_whole: bool) -> None:
    """Have the page with the sums made anew, and remember what the zips were made from."""
    with transaction.atomic():
        is_still_so = stamp() == before
        note_public_change()
        after = stamp() if is_still_so else before
    if is_whole:
        (shelf.folder() / STAMP).write_text(after, encoding="utf-8")


def _listed(name: str, made: Path, folder: Path) -> shelf.OnShelf | None:
    """Describe a zip: the one just made, else the one that is there from before."""
    path = made / name if (made / name).exists() else folder / name
    if not path.exists():
        return None
    with ZipFile(path) as archive:
        told = json.loads(archive.read("manifest.json"))
    return shelf.OnShelf(
        name=name,
        which=shelf.ZIPS[name],
        size=path.stat().st_size,
        sha256=digest(path.read_bytes()),
        content_changed=told["content_changed"],
        law_read_on=told["law_read_on"],
    )


def _shape(described: Mapping[str, Any], name: str) -> Any:
    answers = described["paths"][f"/api/v1/{name}/{{slug}}/"]["get"]["responses"]
    return answers["200"]["content"]["application/json"]["schema"]


def _csv(table: Table, language: str) -> str:
    return f"{language}/csv/{table.name}.csv"
