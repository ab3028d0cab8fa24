from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from civic.management.editors import named_editor
from civic.sign_in.second_factor import forget_second_factor, renew_recovery_codes


class Command(BaseCommand):
    help = (
        "Let an editor in who lost the phone: take the phone and the old recovery codes away, "
        "end their sessions and print ten new codes. One signs them in beside the password, and "
        "leads to enrolling a phone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")

    def handle(self, *, name: str, **options: Any) -> None:
        user = named_editor(name)
        with transaction.atomic():
            forget_second_factor(user)
            codes = renew_recovery_codes(user)
        self.stdout.write(f"Recovery codes of {name}, shown only now; each works once:")
        self.stdout.write("\n".join(codes))
