from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from amendments.comparative_table.unreadable import Unreadable
from amendments.languages import AUTHENTIC
from amendments.models import Constitution
from amendments.official_edition.importing import import_official_edition
from amendments.official_edition.opening import MOST_BYTES
from amendments.official_edition.telling import told
from amendments.official_edition.wanted import Wanted

CONSTITUTION = "1995"


class Command(BaseCommand):
    help = (
        "Import a consolidated official edition (plain text, UTF-8) as the authentic texts of "
        "our provisions. Reports what was matched, unmatched and ambiguous, and compares the "
        "articles named in footnotes with our amendments. Safe to run again: the same file adds "
        "nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", required=True, choices=AUTHENTIC, help="of the text")
        parser.add_argument(
            "--as-of",
            required=True,
            type=date.fromisoformat,
            help="the day whose law the edition gives, as 2023-01-01",
        )
        parser.add_argument(
            "--url", help="where readers find this text, if not where the Constitution is"
        )
        parser.add_argument(
            "--replace", action="store_true", help="put it in the place of another file of that day"
        )
        parser.add_argument(
            "--accept-line",
            type=int,
            action="append",
            default=[],
            metavar="LINE",
            help="take the text of this line as it is, though a piece seems to be missing; may be "
            "given more than once",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="report the same, and write nothing"
        )

    def handle(self, *, file: Path, dry_run: bool, **options: Any) -> None:
        wanted = _wanted(file.name, options)
        with override("en"):  # As all that commands say
            try:
                with file.open("rb") as opened:
                    data = opened.read(MOST_BYTES + 1)
                imported = import_official_edition(data, wanted, dry_run=dry_run)
            except OSError as error:
                raise CommandError(f"{file}: {error.strerror}.") from error
            except Unreadable as error:
                raise CommandError(f"{file}: {error} Nothing was written.") from error
            for line in told(imported.report):
                self.stdout.write(line)
        self.stdout.write(f"Edition of {wanted.as_of} in {wanted.language}: {imported.done.value}.")
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")


def _wanted(file_name: str, options: dict[str, Any]) -> Wanted:
    constitution = Constitution.objects.filter(slug=CONSTITUTION).first()
    if constitution is None:
        raise CommandError("The Constitution of 1995 is not here: run load_content first.")
    language = options["language"]
    return Wanted(
        constitution=constitution,
        language=language,
        as_of=options["as_of"],
        url=options["url"] or getattr(constitution, f"authentic_url_{language}"),
        file_name=file_name,
        replace=options["replace"],
        accepted=frozenset(options["accept_line"]),
    )
