from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.audit import audit
from amendments.content_files import kinds, read_database
from amendments.languages import LANGUAGES


class Command(BaseCommand):
    help = (
        "Check what is published: chains of texts, languages, references, sources, days. "
        "Changes nothing; fails with one line for each fault."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--languages",
            nargs="+",
            choices=LANGUAGES,
            default=LANGUAGES,
            help="the languages in which every text must exist (all, if left out)",
        )

        parser.add_argument(
            "--hints",
            action="store_true",
            help="print every hint for editors, not only how many there are",
        )

    def handle(
        self, *, languages: Sequence[str], verbosity: int, hints: bool, **options: Any
    ) -> None:
        report = audit(read_database(kinds), languages)
        if verbosity > 0:
            for note in report.notes:
                self.stdout.write(note)
            for about, found in report.hints.items():
                self.stdout.write(f"{len(found)} hint{'s' if len(found) > 1 else ''}: {about}")
                for hint in found if hints else ():
                    self.stdout.write(f"  {hint}")
        if number := len(report.faults):
            lines = "\n".join(str(fault) for fault in report.faults)
            raise CommandError(f"{lines}\n{number} fault{'s' if number > 1 else ''}.")
        if verbosity > 0:
            self.stdout.write("No faults.")
