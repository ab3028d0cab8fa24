from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from amendments.in_step import Standing
from amendments.languages import LANGUAGES
from amendments.models import TranslationBasis
from amendments.translating.asking import completeness
from amendments.translating.keeping import keep_everything_in_step
from amendments.translating.work_list import items


class Command(BaseCommand):
    help = (
        "Print how complete each language is, and name what is out of date. Looks first at texts "
        "that were written past Django's signals; changes nothing else."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--language", choices=LANGUAGES, help="only this one")

    def handle(self, *, language: str | None, **options: Any) -> None:
        keep_everything_in_step()
        for each in completeness():
            if language in (None, each.language):
                self.stdout.write(
                    f"{each.language}: {each.in_step} of {each.total} in step ({each.percent} %), "
                    f"{each.missing} missing, {each.out_of_date} out of date, "
                    f"{each.dismissed} found still right"
                )
                self._name_what_is_out_of_date(each.language)

    def _name_what_is_out_of_date(self, language: str) -> None:
        stale = TranslationBasis.objects.standing(Standing.OUT_OF_DATE).filter(language=language)
        for item in items(stale.in_order()):
            self.stdout.write(f"  out of date: {item.kind} {item.name}: {item.field}")
