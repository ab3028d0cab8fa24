"""Files → a zip that says what it holds: the same files are the same bytes, whenever it is made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Files = dict[str, bytes]

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
EARLIEST = (1980, 1, 1, 0, 0, 0)  # That a zip can tell; when it was written is said nowhere
READABLE_FILE = 0o100644 << 16
ON_UNIX = 3


@dataclass(frozen=True)
class About:
    """What is said of a whole zip. `content_changed` may be empty: nobody noted it."""

    name: str
    title: str
    homepage: str
    languages: list[str]
    content_changed: str
    law_read_on: str
    counts: Mapping[str, int]


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def as_json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def manifest(about: About, files: Files) -> bytes:
    """Return counts, licence, dates and the sum of every file but this one."""
    return as_json(
        {
            "name": about.name,
            "title": about.title,
            "homepage": about.homepage,
            "licence": LICENCE,
            "attribution": f"Ata Zań, {about.homepage}",
            "languages": about.languages,
            "content_changed": about.content_changed or None,
            "law_read_on": about.law_read_on,
            "counts": dict(about.counts),
            "files": [
                {"path": path, "bytes": len(data), "sha256": digest(data)}
                for path, data in sorted(files.items())
            ],
        }
    )


def datapackage(about: About, tables: Mapping[str, Mapping[str, Any]], files: Files) -> bytes:
    """Return a Frictionless Data Package; `tables` are what is said of a CSV, by its path."""
    resources = []
    for path, data in sorted(files.items()):
        sums = {"path": path, "bytes": len(data), "hash": f"sha256:{digest(data)}"}
        if path in tables:
            resources.append({**tables[path], **sums})
        else:
            name = path.lower().replace("/", "-")
            resources.append({"name": name, "type": "file", **sums})
    changed = {"created": f"{about.content_changed}T00:00:00Z"} if about.content_changed else {}
    return as_json(
        {
            "name": about.name,
            "title": about.title,
            "homepage": about.homepage,
            **changed,
            "licenses": [LICENCE],
            "resources": resources,
        }
    )


def zipped(files: Files) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for path, data in sorted(files.items()):
            entry = ZipInfo(path, EARLIEST)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, ON_UNIX
            entry.external_attr = READABLE_FILE
            archive.writestr(entry, data)
    return out.getvalue()
