import re
from typing import Any

import pytest
from django.test import Client

from amendments.models import Applicant, State
from tests.factories.context import (
    AppointmentFactory,
    InstitutionFactory,
    InstitutionNumberFactory,
)
from tests.factories.votes import StatementFactory, cite

pytestmark = pytest.mark.django_db
PAGE = "/en/institutions/"


def words(client: Client, path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def drawn(client: Client, slug: str = "court") -> dict[str, list[int]]:
    periods = client.get(f"{PAGE}{slug}/").context["page"].periods
    return {body.period.value: [part.places for part in body.parts] for body in periods}


def test_the_bodies_are_listed_in_their_order_with_what_they_are(client: Client) -> None:
    InstitutionFactory(slug="senate", position=2)
    InstitutionFactory(slug="president", position=1)
    InstitutionFactory(slug="draft", position=3, state=State.DRAFT)

    html = words(client)

    assert re.findall(r'href="/en/institutions/([\w-]+)/"', html) == ["president", "senate"]
    assert "It judges." in html


def test_a_body_is_told_before_and_after_and_what_is_unknown_is_said(client: Client) -> None:
    InstitutionFactory(slug="court", certainty="medium", note_en="To be checked.")

    html = words(client, f"{PAGE}court/")

    assert "It had seven members." in html
    assert "It had eleven members." in html
    assert html.count("No source that we read describes it under these rules.") == 1
    assert "Certainty: medium." in html
    assert "To be checked." in html


def test_a_body_is_drawn_by_its_posts_when_these_are_all_of_it(client: Client) -> None:
    InstitutionNumberFactory(value=11)
    AppointmentFactory(places=1, post_en="Chairperson")
    AppointmentFactory(places=10)
    InstitutionNumberFactory(period="before", value=7)
    AppointmentFactory(period="before", places=2)

    html = words(client, f"{PAGE}court/")

    assert drawn(client) == {"before": [], "after": [1, 10], "since-2026": []}
    assert html.count('<svg class="places" viewBox="0 0 110 10"') == 1
    assert html.count("h.01") == 11 + 2  # and the two marks in the words


def test_a_chamber_is_drawn_by_the_origin_of_its_seats(client: Client) -> None:
    for counted, value in (("seats", 98), ("party-list-seats", 69), ("district-seats", 29)):
        InstitutionNumberFactory(counted=counted, value=value)

    html = words(client, f"{PAGE}court/")

    assert drawn(client)["after"] == [69, 29]
    assert "69 · seats by party list" in html
    assert 'viewBox="0 0 200 50"' in html


def test_posts_name_who_fills_them_and_who_consents(client: Client) -> None:
    senate = InstitutionFactory(slug="senate")
    AppointmentFactory(post_en="Chief judge", consent_of=senate, articles="71(2)")
    AppointmentFactory(post_en="A draft", state=State.DRAFT)

    court, president, upper = (
        words(client, f"{PAGE}{slug}/") for slug in ("court", "president", "senate")
    )

    assert "How its posts were filled" in court
    assert "appointed by: <span>President</span> · with the consent of:" in court
    assert "Art. 71(2)" in court
    assert "Filled these posts elsewhere" in president
    assert "appointed by:" not in president
    assert "Consents to these appointments" not in upper
    assert "Consented to these appointments" in upper
    assert "A draft" not in court


def test_numbers_stand_by_period_and_our_own_arithmetic_is_marked(client: Client) -> None:
    InstitutionNumberFactory(value=40, counted="elected-seats", ours=True, note_en="Two for each.")
    InstitutionNumberFactory(value=34, counted="elected-seats", period="before")

    html = words(client, f"{PAGE}court/")

    assert '<th scope="row">Elected seats</th><td>34</td><td>40*</td>' in html
    assert "* our own arithmetic." in html
    assert "Two for each." in html


def test_those_who_could_turn_to_a_body_stand_in_their_period(client: Client) -> None:
    court = InstitutionFactory(slug="court")
    Applicant.objects.create(institution=court, position=1, period="since-2026", who_en="Citizens")

    html = words(client, f"{PAGE}court/")

    assert "<h3>Who can turn to it</h3> <ul><li>Citizens</li></ul>" in html
    assert "Who could turn to it" not in html


@pytest.mark.parametrize("items", [1, 3])
def test_bodies_cost_the_same_for_any_number_of_posts_and_sources(
    client: Client, items: int, django_assert_num_queries: Any
) -> None:
    court = InstitutionFactory(slug="court")
    for number in range(items):
        cite(court, f"source-{number}")
        cite(AppointmentFactory(), f"source-{number}")
        InstitutionNumberFactory(counted=["seats", "members", "terms"][number])
        Applicant.objects.create(institution=court, position=number, period="after", who_en="All")
        cite(StatementFactory(page="institutions"), f"source-{number}")
    client.get(PAGE)

    with django_assert_num_queries(5):
        client.get(PAGE)
    with django_assert_num_queries(8):
        client.get(f"{PAGE}court/")


@pytest.mark.usefixtures("shipped_content")
def test_the_shipped_chambers_and_courts_are_drawn_in_full(client: Client) -> None:
    assert drawn(client, "mazhilis") == {"before": [98, 9], "after": [69, 29], "since-2026": []}
    assert drawn(client, "senate") == {"before": [34, 15], "after": [40, 10], "since-2026": []}
    assert drawn(client, "constitutional-court") == {
        "before": [],
        "after": [1, 4, 3, 3],
        "since-2026": [1, 10],
    }
    assert len(client.get(PAGE).context["institutions"]) == 21
