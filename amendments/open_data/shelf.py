"""The finished zips, where `export_open_data` put them: what there is to be had, and its sums."""

import json
import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from amendments.languages import LANGUAGES, NAMES

log = logging.getLogger(__name__)

ALL = "all"
ZIPS = {f"ata-zan-{which}.zip": which for which in (*LANGUAGES, ALL)}
LISTING = "manifest.json"
SUMS = "SHA256SUMS"
TYPES = {
    **dict.fromkeys(ZIPS, "application/zip"),
    LISTING: "application/json",
    SUMS: "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class OnShelf:
    """A zip; `which` is its language, or "all". Dates are ISO; the first may be None."""

    name: str
    which: str
    size: int
    sha256: str
    content_changed: str | None
    law_read_on: str

    @property
    def language(self) -> str:
        """Its name in itself; empty for the zip of all."""
        return NAMES.get(self.which, "")

    @property
    def changed_on(self) -> date | None:
        return date.fromisoformat(self.content_changed) if self.content_changed else None


def folder() -> Path:
    return Path(settings.OPEN_DATA_FOLDER)


def on_shelf() -> list[OnShelf]:
    """Return the zips that can be had, as their listing has them; none before the first export."""
    try:
        listed: Any = json.loads((folder() / LISTING).read_bytes())["zips"]
        zips = [OnShelf(**each) for each in listed]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError):
        log.exception("The listing of the open data cannot be read")
        return []
    return [each for each in zips if file_of(each.name)]


def file_of(name: str) -> Path | None:
    """Return the file of this name; None for any name but ours, and where there is none yet."""
    path = folder() / name
    return path if name in TYPES and path.is_file() else None
