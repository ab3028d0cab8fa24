import csv
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.languages import LANGUAGES
from quiz.item_analysis import COLUMNS, Figures, item_analysis
from quiz.marks_file import BadMarks, read_marks
from quiz.models import Quiz
from quiz.quiz_statistics import MINIMUM_ATTEMPTS, quiz_statistics

MOST_FAULTS = 20


class Command(BaseCommand):
    help = (
        "Print as CSV how the questions of a quiz did, by the definitions of Moodle's “Quiz "
        "statistics calculations”, in per cent with four decimals; an undefined figure is empty. "
        "The marks are those of a quiz here, or of a CSV file: UTF-8, a header row with the "
        "questions, one row per attempt, separated by commas or semicolons; a blank cell is an "
        "unanswered question, mark 0; an empty line is passed over. Changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("quiz", nargs="?", help="the slug of a quiz")
        parser.add_argument("--from-csv", metavar="FILE", help="read the marks from this file")
        parser.add_argument(
            "--maximum",
            help="with --from-csv: the highest possible mark of each question (1, if left out)",
        )
        parser.add_argument(
            "--language", choices=LANGUAGES, help="with a quiz: answers in this language only"
        )
        parser.add_argument(
            "--all-attempts",
            action="store_true",
            help="with a quiz: not only the first attempt of each learner",
        )

    def handle(
        self,
        *,
        quiz: str | None,
        from_csv: str | None,
        maximum: str | None,
        language: str | None,
        all_attempts: bool,
        **options: Any,
    ) -> None:
        if (quiz is None) == (from_csv is None):
            raise CommandError("Name either a quiz or a file: --from-csv FILE.")
        if from_csv is not None:
            if language or all_attempts:
                raise CommandError("--language and --all-attempts go with a quiz.")
            self._print(_of_file(Path(from_csv), _maximum(maximum)))
            return
        if maximum is not None:
            raise CommandError("--maximum goes with --from-csv; here every mark is out of 1.")
        self._print(self._of_quiz(str(quiz), language, all_attempts))

    def _of_quiz(
        self, slug: str, language: str | None, all_attempts: bool
    ) -> list[tuple[str, Figures]]:
        quiz = Quiz.objects.filter(slug=slug).first()
        if quiz is None:
            raise CommandError(f"There is no quiz “{slug}”.")
        statistics = quiz_statistics(quiz, language=language, all_attempts=all_attempts)
        if any(each.is_hidden for each in statistics):
            self.stderr.write(f"Left empty below {MINIMUM_ATTEMPTS} attempts.")
        return [(each.question.slug, each.figures) for each in statistics]

    def _print(self, rows: list[tuple[str, Figures]]) -> None:
        writer = csv.writer(self.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        for question, figures in rows:
            writer.writerow([question, *figures.written()])


def _of_file(path: Path, maximum: Decimal) -> list[tuple[str, Figures]]:
    try:
        marks = read_marks(path.read_bytes(), maximum)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
    except BadMarks as error:
        lines = [f"{path}: {fault}" for fault in error.faults[:MOST_FAULTS]]
        if more := len(error.faults[MOST_FAULTS:]):
            lines.append(f"… and {more} more")
        raise CommandError("\n".join(lines)) from error
    figures = item_analysis(marks.columns, maximum)
    return list(zip(marks.questions, figures, strict=True))


def _maximum(text: str | None) -> Decimal:
    try:
        maximum = Decimal("1" if text is None else str(text))
    except InvalidOperation as error:
        raise CommandError(f"--maximum: {text} is not a number.") from error
    if not (maximum.is_finite() and maximum > 0):
        raise CommandError(f"--maximum: {text} is not above 0.")
    return maximum
