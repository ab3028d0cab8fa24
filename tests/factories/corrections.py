from datetime import date

import factory
from factory.django import DjangoModelFactory

from amendments.models import Correction, State


class CorrectionFactory(DjangoModelFactory):
    class Meta:
        model = Correction

    slug = factory.Sequence(lambda n: f"correction-{n + 1}")
    date = date(2026, 7, 5)
    page = "/timeline/"
    title_en = "The day of the vote"
    what_was_wrong_en = "The vote was said to have been on 6 June."
    what_it_says_now_en = "The vote was on 5 June 2022."
    state = State.PUBLISHED
