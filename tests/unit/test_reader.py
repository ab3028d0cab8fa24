from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amendments.models import Amendment, Provision
from amendments.reader import days_of_change, histories, provisions_on
from tests.factories import (
    AmendingLawFactory,
    AmendmentFactory,
    ConstitutionFactory,
    ProvisionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice_amended() -> Provision:
    june = AmendmentFactory(before_en="seven members", after_en="six years")
    september = AmendingLawFactory(slug="2022-09", adopted_by="parliament", dated=date(2022, 9, 17))
    AmendmentFactory(
        law=september, provision=june.provision, before_en="six years", after_en="eight years"
    )
    provision: Provision = june.provision
    return provision


def read(day: date) -> list[str]:
    constitution = ConstitutionFactory()
    return [p.text.value for p in provisions_on(day, constitution=constitution, language="en")]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2019, 3, 23), "seven members"),
        (date(2022, 6, 7), "seven members"),
        (date(2022, 6, 8), "six years"),
        (date(2022, 9, 16), "six years"),
        (date(2022, 9, 17), "eight years"),
        (date(2026, 6, 30), "eight years"),
    ],
)
@pytest.mark.usefixtures("twice_amended")
def test_a_provision_reads_as_in_force_on_the_day(day: date, text: str) -> None:
    assert read(day) == [text]


def test_a_provision_that_nothing_amended_reads_as_its_own_text() -> None:
    ProvisionFactory(text_en="It never changed.")

    assert read(date(2022, 6, 8)) == ["It never changed."]


def test_an_added_provision_has_no_text_before_and_a_repealed_one_none_after() -> None:
    AmendmentFactory(before_en="", after_en="A new rule.")
    AmendmentFactory(before_en="An old rule.", after_en="")

    assert read(date(2022, 6, 7)) == ["", "An old rule."]
    assert read(date(2022, 6, 8)) == ["A new rule.", ""]


def test_a_change_that_is_not_public_does_not_count() -> None:
    AmendmentFactory(state="draft")

    assert read(date(2022, 6, 8)) == [""]


@pytest.mark.parametrize("provisions", [1, 3])
def test_reading_costs_two_queries_for_any_number_of_provisions(provisions: int) -> None:
    AmendmentFactory.create_batch(provisions)
    constitution = ConstitutionFactory()

    with CaptureQueriesContext(connection) as queries:
        found = provisions_on(date(2022, 6, 8), constitution=constitution, language="en")

    assert (len(found), len(queries)) == (provisions, 2)


@pytest.mark.usefixtures("twice_amended")
def test_the_days_of_change_are_the_starts_of_what_changed() -> None:
    found = histories(ConstitutionFactory())

    assert days_of_change(found) == {date(2022, 6, 8): 1, date(2022, 9, 17): 1}


@pytest.mark.usefixtures("twice_amended")
def test_an_amendment_ends_when_the_next_one_starts_or_the_constitution_ends() -> None:
    ends = Amendment.objects.with_end().order_by("in_force_from")

    assert [a.in_force_until for a in ends] == [date(2022, 9, 17), date(2026, 7, 1)]


@pytest.mark.parametrize(
    ("day", "slugs"),
    [
        (date(2022, 6, 7), set()),
        (date(2022, 6, 8), {"2022-06"}),
        (date(2022, 9, 16), {"2022-06"}),
        (date(2022, 9, 17), {"2022-09"}),
        (date(2026, 6, 30), {"2022-09"}),
        (date(2026, 7, 1), set()),
    ],
)
@pytest.mark.usefixtures("twice_amended")
def test_in_force_on_includes_the_first_day_and_not_the_end(day: date, slugs: set[str]) -> None:
    assert {a.law.slug for a in Amendment.objects.in_force_on(day)} == slugs
