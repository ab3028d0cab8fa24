from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.languages import LANGUAGES
from amendments.open_data.exporting import export
from civic.api import collections
from civic.api_docs import document


class Command(BaseCommand):
    help = (
        "Pack everything that is published into zips (JSON Lines, CSV, Akoma Ntoso): one for each "
        "language and one of all, with their SHA-256. The same content is the same bytes; what is "
        "there already is replaced whole or stays."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--folder", type=Path, help="where to; OPEN_DATA_FOLDER, which the site serves, if not"
        )
        parser.add_argument("--language", choices=LANGUAGES, help="only the zip of this language")

    def handle(self, *, folder: Path | None, language: str | None, **options: Any) -> None:
        folder = folder or Path(settings.OPEN_DATA_FOLDER)
        which = {"which": [language]} if language else {}
        try:
            zips = export(collections, document(), folder, **which)
        except OSError as error:
            raise CommandError(f"Cannot write in {folder}: {error.strerror or error}.") from error
        for each in zips:
            self.stdout.write(f"{each.sha256}  {folder / each.name}  {each.size:,} bytes")
