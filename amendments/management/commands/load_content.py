from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.content_files import BadContent, Fate, kinds, load, read_content


class Command(BaseCommand):
    help = (
        "Load the content files into the database. Safe to run again: what an editor changed or "
        "deleted since is kept and listed. Files with a fault change nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, help="read from here, not from what ships")
        parser.add_argument(
            "--overwrite", action="store_true", help="take the files' version of what was kept"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and do nothing"
        )

    def handle(
        self,
        *,
        folder: Path | None,
        overwrite: bool,
        dry_run: bool,
        verbosity: int,
        **options: Any,
    ) -> None:
        if folder and not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        try:
            content = read_content(kinds, folder)
            outcome = load(kinds, content, overwrite=overwrite, dry_run=dry_run)
        except BadContent as error:
            number = len(error.faults)
            raise CommandError(
                f"{error}\n{number} fault{'s' if number > 1 else ''}; nothing was changed."
            ) from error
        if verbosity == 0:
            return
        for line in outcome.listed:
            self.stdout.write(line)
        for name, counts in outcome.counts.items():
            said = ", ".join(_said(fate, number, dry_run) for fate, number in counts.items())
            self.stdout.write(f"{name}: {said}")


def _said(fate: Fate, number: int, dry_run: bool) -> str:
    would = "would be " if dry_run and fate in (Fate.CREATED, Fate.UPDATED) else ""
    return f"{number} {would}{fate.value}"
