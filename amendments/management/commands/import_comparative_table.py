from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.comparative_table.docx.package import MOST_BYTES
from amendments.comparative_table.importing import import_comparative_table
from amendments.comparative_table.listing import WRITTEN, Imported
from amendments.comparative_table.rows.compared import Revisions
from amendments.comparative_table.unreadable import Unreadable
from amendments.comparative_table.wanted import Wanted
from amendments.languages import LANGUAGES
from amendments.models import AmendingLaw, Topic


class Command(BaseCommand):
    help = (
        "Import a lawyer's comparative table (.docx: article, before, after) as staged drafts of "
        "an amending law. Lists every row with its place and what it was matched to, and every "
        "tracked change. Safe to run again: nothing is written twice or over an editor's text."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--law", required=True, help="slug of the amending law, as 2022-06")
        parser.add_argument("--language", required=True, choices=LANGUAGES, help="of the texts")
        parser.add_argument(
            "--revisions",
            choices=[each.value for each in Revisions],
            default=Revisions.BEFORE_AFTER.value,
            help="tracked changes: where there is one text, it is the before with them rejected "
            "and the after with them accepted, else they are accepted (before-after); accept "
            "them everywhere; refuse a file that has any",
        )
        parser.add_argument(
            "--topic", help="slug, for new drafts; else as another amendment of the provision has"
        )
        parser.add_argument(
            "--in-force-from", type=date.fromisoformat, help="if not the day of the law"
        )
        parser.add_argument("--editor", help="user name of the author of the drafts")
        parser.add_argument(
            "--dry-run", action="store_true", help="list what would be done, and do nothing"
        )

    def handle(self, *, file: Path, dry_run: bool, **options: Any) -> None:
        wanted = _wanted(file.name, options)
        try:
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
            imported = import_comparative_table(data, wanted, dry_run=dry_run)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(f"{file}: {error} Nothing was written.") from error
        self._print(imported, dry_run=dry_run)

    def _print(self, imported: Imported, *, dry_run: bool) -> None:
        for note in imported.notes:
            self.stdout.write(note)
        for each in imported.listed:
            self.stdout.write(str(each))
            for line in each.said:
                self.stdout.write(f"    {line}")
        counts = [
            f"{number} {'would be ' if dry_run and fate in WRITTEN else ''}{fate}"
            for fate, number in imported.counts.items()
        ]
        self.stdout.write(", ".join(counts))
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")


def _wanted(file_name: str, options: dict[str, Any]) -> Wanted:
    law = AmendingLaw.objects.filter(slug=options["law"]).first()
    if law is None:
        known = ", ".join(AmendingLaw.objects.values_list("slug", flat=True))
        raise CommandError(f"There is no law {options['law']}. There are: {known or 'none'}.")
    topic = Topic.objects.filter(slug=options["topic"]).first() if options["topic"] else None
    if options["topic"] and topic is None:
        raise CommandError(f"There is no topic {options['topic']}.")
    editor = User.objects.filter(username=options["editor"]).first() if options["editor"] else None
    if options["editor"] and editor is None:
        raise CommandError(f"There is no user {options['editor']}.")
    return Wanted(
        law=law,
        language=options["language"],
        revisions=Revisions(options["revisions"]),
        topic=topic,
        in_force_from=options["in_force_from"],
        editor=editor,
        file_name=file_name,
    )
