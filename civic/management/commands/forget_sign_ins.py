from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from civic.sign_in.lock import forget_tries


class Command(BaseCommand):
    help = (
        "Delete failed sign-ins whose lock has ended, and sessions that have. Safe to run again; "
        "meant to run once an hour."
    )

    def handle(self, **options: Any) -> None:
        number = forget_tries(older_than=settings.AXES_COOLOFF_TIME)
        call_command("clearsessions")
        self.stdout.write(f"{number} failed sign-in{'' if number == 1 else 's'} forgotten")
