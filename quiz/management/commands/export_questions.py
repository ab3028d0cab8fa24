from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.languages import LANGUAGES
from quiz.exchange.exporting import chosen_questions, export_questions
from quiz.exchange.formats import FORMATS


class Command(BaseCommand):
    help = (
        "Export questions as GIFT, Moodle XML, Aiken or a QTI package. What a format cannot "
        "carry is listed beside it, on standard error. Changes nothing here."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="standard output, if left out")
        parser.add_argument("--format", choices=list(FORMATS), required=True)
        parser.add_argument("--language", choices=LANGUAGES, default="en")
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--category", default="", help="only the questions of this category")
        which.add_argument(
            "--quiz", default="", help="only the questions of the quiz with this slug"
        )
        parser.add_argument("--published", action="store_true", help="leave drafts out")

    def handle(
        self,
        *,
        file: Path | None,
        format: str,
        language: str,
        category: str,
        quiz: str,
        published: bool,
        **options: Any,
    ) -> None:
        questions = chosen_questions(category=category, quiz=quiz, published=published)
        if not questions:
            raise CommandError("There are no such questions.")
        written = export_questions(questions, FORMATS[format], language=language)
        if file:
            try:
                file.write_bytes(written.data)
            except OSError as error:
                raise CommandError(f"{file}: {error.strerror}.") from error
        else:
            self.stdout.flush()
            bytes_out: Any = getattr(self.stdout, "buffer", self.stdout)
            bytes_out.write(written.data)
        for title, note in written.notes:
            self.stderr.write(f"{title}: {note}")
        for refused in written.refused:
            self.stderr.write(f"left out: {refused.title}: {refused.reason}")
        carried = len(questions) - len(written.refused)
        self.stderr.write(
            f"{FORMATS[format].label}: {carried} exported, {len(written.refused)} left out"
        )
