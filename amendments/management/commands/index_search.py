from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from amendments.freshness import note_public_change
from amendments.search.indexing import index_everything


class Command(BaseCommand):
    help = (
        "Make the search index anew, writing only what differs. Needed after a release that "
        "finds other things or in another way, and after writes that bypass Django. Safe to "
        "run again."
    )

    def handle(self, *, verbosity: int, **options: Any) -> None:
        with transaction.atomic():
            written = index_everything()
            if written:
                note_public_change()
        if verbosity:
            entries = "entry" if written == 1 else "entries"
            self.stdout.write(f"{written} search {entries} written.")
