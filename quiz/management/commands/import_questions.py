from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.languages import LANGUAGES
from quiz.exchange.formats import FORMATS, read_questions
from quiz.exchange.importing import Fate, Listed, import_questions
from quiz.exchange.question import Unreadable


class Command(BaseCommand):
    help = (
        "Import questions from a GIFT, Moodle XML, Aiken or QTI file as drafts. Safe to run "
        "again: what is already here is not written twice."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=list(FORMATS), help="found out, if left out")
        parser.add_argument("--language", choices=LANGUAGES, default="en", help="of the file (en)")
        parser.add_argument("--category", default="", help="put all questions there")
        parser.add_argument("--editor", help="user name of the author of the drafts")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and do nothing"
        )

    def handle(
        self,
        *,
        file: Path,
        format: str | None,
        language: str,
        category: str,
        editor: str | None,
        dry_run: bool,
        **options: Any,
    ) -> None:
        author = User.objects.filter(username=editor).first() if editor else None
        if editor and author is None:
            raise CommandError(f"There is no user {editor}.")
        try:
            found, reading = read_questions(file.read_bytes(), format or "")
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(f"{file}: {error} Nothing was imported.") from error
        outcome = import_questions(
            reading, language=language, editor=author, category=category, dry_run=dry_run
        )
        for line in [*outcome.notes, *map(_said, outcome.listed)]:
            self.stdout.write(line)
        would = "would be " if dry_run else ""
        counts = [
            f"{number} {would if fate == Fate.IMPORTED else ''}{fate}"
            for fate, number in outcome.counts.items()
        ]
        self.stdout.write(f"{found.label}: {', '.join(counts)}")


def _said(listed: Listed) -> str:
    place = f" (line {listed.line})" if listed.line else ""
    said = f": {'; '.join(listed.said)}" if listed.said else ""
    return f"{listed.fate}: {listed.title}{place}{said}"
