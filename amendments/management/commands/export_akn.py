from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.akoma_ntoso.constitution_on_day import NotKnownOn
from amendments.akoma_ntoso.documents import (
    Document,
    all_documents,
    document_of_constitution,
    document_of_law,
)
from amendments.languages import LANGUAGES
from amendments.models import AmendingLaw, Constitution


class Command(BaseCommand):
    help = (
        "Export the law as Akoma Ntoso 3.0: a Constitution on a day, an amending law with its "
        "changes, or with neither all of it: each Constitution in each version, each law. "
        "Changes nothing here; the same content is the same bytes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--constitution", help="slug (1995, where only a day is given)")
        which.add_argument("--law", help="slug of an amending law, as 2022-06")
        parser.add_argument(
            "--on", type=date.fromisoformat, help="day (YYYY-MM-DD) to read a Constitution on"
        )
        parser.add_argument("--language", choices=LANGUAGES, help="all three, if left out")
        parser.add_argument(
            "--output", type=Path, help="a folder, or a .xml file for a single document"
        )

    def handle(
        self,
        *,
        constitution: str | None,
        law: str | None,
        on: date | None,
        language: str | None,
        output: Path | None,
        **options: Any,
    ) -> None:
        languages = [language] if language else list(LANGUAGES)
        if law and on:
            raise CommandError("A law has no versions here: --on is for a Constitution.")
        try:
            if law:
                documents: Iterable[Document] = (document_of_law(law, each) for each in languages)
            elif constitution or on:
                slug = constitution or "1995"
                documents = (document_of_constitution(slug, on, each) for each in languages)
            else:
                documents = all_documents(languages)
            self._write(list(documents), output)
        except (AmendingLaw.DoesNotExist, Constitution.DoesNotExist) as error:
            model = AmendingLaw if law else Constitution
            known = ", ".join(model.objects.values_list("slug", flat=True))
            raise CommandError(f"There is no {law or constitution}. There are: {known}.") from error
        except NotKnownOn as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}.") from error

    def _write(self, documents: list[Document], output: Path | None) -> None:
        if output and output.suffix != ".xml":
            output.mkdir(parents=True, exist_ok=True)
            for document in documents:
                (output / document.file).write_bytes(document.data)
            number = len(documents)
            self.stderr.write(f"{number} file{'s' if number != 1 else ''} in {output}")
        elif len(documents) != 1:
            raise CommandError(f"{len(documents)} documents: name a folder by --output.")
        elif output:
            output.write_bytes(documents[0].data)
        else:
            self.stdout.flush()
            bytes_out: Any = getattr(self.stdout, "buffer", None)
            if bytes_out is None:
                self.stdout.write(documents[0].data.decode(), ending="")
            else:
                bytes_out.write(documents[0].data)
