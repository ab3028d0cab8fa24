from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.days import today
from quiz.learners import DAYS, forget_inactive


class Command(BaseCommand):
    help = (
        "Delete learners without activity for so many days, with all their attempts and answers. "
        "Safe to run again; meant to run once a day."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--older-than", type=int, default=DAYS, metavar="DAYS")

    def handle(self, *, older_than: int, **options: Any) -> None:
        if older_than < 1:
            raise CommandError("--older-than: expected at least 1 day")
        number = forget_inactive(today() - timedelta(days=older_than))
        self.stdout.write(f"{number} learner{'' if number == 1 else 's'} forgotten")
