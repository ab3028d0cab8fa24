from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from civic.management.editors import named_editor
from civic.sign_in.password_link import password_link


class Command(BaseCommand):
    help = (
        "Print a link by which an editor chooses a new password, once and within a day. The old "
        "one works until then."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name")

    def handle(self, *, name: str, **options: Any) -> None:
        self.stdout.write(password_link(named_editor(name)))
