from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from amendments.reports import forget


class Command(BaseCommand):
    help = (
        "Delete readers' addresses older than REPORT_CONTACT_DAYS, and reports marked as spam "
        "older than REPORT_SPAM_DAYS. Safe to run again; meant to run once a day."
    )

    def handle(self, **options: Any) -> None:
        forgotten = forget(timezone.now())
        addresses, spam = forgotten.addresses, forgotten.spam
        self.stdout.write(f"{addresses} address{'' if addresses == 1 else 'es'} forgotten")
        self.stdout.write(f"{spam} report{'' if spam == 1 else 's'} of spam deleted")
