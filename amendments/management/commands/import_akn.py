from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from amendments.akoma_ntoso.arrival import Wanted
from amendments.akoma_ntoso.faults import Unreadable
from amendments.akoma_ntoso.importing import File, import_akn
from amendments.akoma_ntoso.listing import WRITTEN, Fate, Imported
from amendments.akoma_ntoso.reading.opening import MOST_BYTES
from amendments.models import AmendingLaw, Topic


class Command(BaseCommand):
    help = (
        "Import documents in Akoma Ntoso 3.0. What export_akn wrote is read back whole; others' "
        "changes of provisions become drafts, and what was not understood is listed. Where a "
        "document differs from what is here, the differences are listed and nothing is written."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, nargs="+", help="files, or folders of .xml files")
        parser.add_argument(
            "--overwrite", action="store_true", help="take the documents' version of what differs"
        )
        parser.add_argument(
            "--propose",
            action="store_true",
            help="make proposed changes of published texts that differ (needs --editor)",
        )
        parser.add_argument(
            "--drafts", action="store_true", help="what is new becomes a draft, not public at once"
        )
        parser.add_argument("--law", help="slug, for a foreign document that does not say it")
        parser.add_argument("--topic", help="slug, for new drafts of foreign documents")
        parser.add_argument("--editor", help="user name of the author of drafts and proposals")
        parser.add_argument(
            "--dry-run", action="store_true", help="list what would be done, and do nothing"
        )

    def handle(self, *, file: list[Path], dry_run: bool, **options: Any) -> None:
        wanted = Wanted(
            overwrite=options["overwrite"],
            propose=options["propose"],
            drafts=options["drafts"],
            editor=_named(User, "username", options["editor"], "user"),
        )
        if wanted.propose and wanted.editor is None:
            raise CommandError("--propose needs --editor: a change has an author.")
        law = _named(AmendingLaw, "slug", options["law"], "law")
        topic = _named(Topic, "slug", options["topic"], "topic")
        try:
            imported = import_akn(
                _read(file), wanted, now=timezone.now(), law=law, topic=topic, dry_run=dry_run
            )
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(f"{error}\nNothing was written.") from error
        self._print(imported, dry_run=dry_run)

    def _print(self, imported: Imported, *, dry_run: bool) -> None:
        for each in imported.listed:
            if each.fate != Fate.SAME:
                self.stdout.write(str(each))
        would = "" if imported.is_written else "would be "
        counts = [
            f"{number} {would if fate in WRITTEN else ''}{fate}"
            for fate, number in imported.counts.items()
        ]
        self.stdout.write(", ".join(counts) or "There is nothing in it to take.")
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")
        elif not imported.is_written:
            raise CommandError(
                f"What differs from what is here: {len(imported.differing)}. Nothing was written: "
                "--overwrite takes the documents' version, --propose lets an approver decide."
            )


def _read(paths: list[Path]) -> list[File]:
    """Read no more of a file than is needed to see that it is too large."""
    files = []
    for path in paths:
        for each in sorted(path.glob("*.xml")) if path.is_dir() else [path]:
            with each.open("rb") as opened:
                files.append(File(each.name, opened.read(MOST_BYTES + 1)))
    return files


def _named(model: Any, field: str, name: str | None, word: str) -> Any:
    if not name:
        return None
    found = model.objects.filter(**{field: name}).first()
    if found is None:
        raise CommandError(f"There is no {word} {name}.")
    return found
