from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.content_files import dump, kinds, read_database


class Command(BaseCommand):
    help = (
        "Write what is published to the content files: load, dump, and nothing differs. "
        "Safe to run again; removes no file."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, help="write here, not over what ships")
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail if a file would change"
        )

    def handle(self, *, folder: Path | None, check: bool, verbosity: int, **options: Any) -> None:
        stored = read_database(kinds)
        if not any(kind.entries for kind in stored.values()):
            raise CommandError("The database holds no content; load_content brings it in.")
        dumped = dump(kinds, stored, folder, check=check)
        if verbosity > 0:
            for line in dumped.listed:
                self.stdout.write(line)
            for name, number in dumped.entries.items():
                self.stdout.write(f"{name}: {number} entries")
        number = len(dumped.changed)
        if check and number:
            paths = "\n".join(str(path) for path in dumped.changed)
            raise CommandError(f"{paths}\n{number} files would change.")
        if verbosity > 0:
            self.stdout.write(f"{number} files written, {dumped.unchanged} unchanged")
