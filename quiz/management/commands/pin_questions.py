from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from quiz.models import Question
from quiz.pinning import is_stale, pin


class Command(BaseCommand):
    help = (
        "Pin questions to the texts they are about as these are now: for questions that were "
        "just written or read again. Without slugs: those that were never pinned."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG")

    def handle(self, *, slugs: list[str], **options: Any) -> None:
        questions = Question.objects.with_subject()
        wanted = questions.filter(slug__in=slugs) if slugs else questions.filter(written_against="")
        number = 0
        for question in wanted:
            if is_stale(question):
                pin(question)
                question.save()
                number += 1
                self.stdout.write(question.slug)
        self.stdout.write(f"{number} pinned")
