from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    ProvisionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
LIST = "/en/amendments/"


@pytest.fixture
def changes() -> None:
    rights = TopicFactory(slug="rights", position=2, title_en="Rights")
    september = AmendingLawFactory(slug="2022-09", adopted_by="parliament", dated=date(2022, 9, 17))
    rows: list[tuple[str, str, dict[str, Any]]] = [
        ("seats", "50", {}),
        ("penalty", "15", {"topic": rights}),
        ("relatives", "43", {"before_en": "", "after_en": "New."}),
        ("status", "46", {"after_en": ""}),
        ("court", "72", {"in_force_from": date(2023, 1, 1)}),
        ("term", "41", {"law": september}),
    ]
    for slug, number, fields in rows:
        provision = ProvisionFactory(article=ArticleFactory(number=number))
        AmendmentFactory(slug=slug, title_en=slug, provision=provision, **fields)
    AmendmentFactory(slug="unpublished", title_en="unpublished", state="draft")


def listed(client: Client, query: str) -> list[str]:
    response = client.get(LIST + query)
    assert response.status_code == 200
    return [change.slug for change in response.context["page"]]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", ["penalty", "relatives", "status", "seats", "court", "term"]),
        ("?topic=rights", ["penalty"]),
        ("?article=50", ["seats"]),
        ("?kind=added", ["relatives"]),
        ("?kind=repealed", ["status"]),
        ("?kind=amended", ["penalty", "seats", "court", "term"]),
        ("?from=2023-01-01", ["court"]),
        ("?law=2022-09", ["term"]),
        ("?topic=parliament&kind=amended&from=2022-06-08", ["seats"]),
        ("?topic=rights&kind=added", []),
    ],
)
@pytest.mark.usefixtures("changes")
def test_the_list_shows_what_was_asked_in_the_order_of_the_law(
    client: Client, query: str, slugs: list[str]
) -> None:
    assert listed(client, query) == slugs


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("?topic=tax", "topic “tax”"),
        ("?article=999", "article “999”"),
        ("?kind=eaten", "kind of change “eaten”"),
        ("?from=2022-02-30", "start date “2022-02-30”"),
        ("?from=2001-01-01", "start date “2001-01-01”"),
        ("?law=1066", "law “1066”"),
    ],
)
@pytest.mark.usefixtures("changes")
def test_a_filter_that_means_nothing_is_left_out_with_a_note(
    client: Client, query: str, note: str
) -> None:
    response = client.get(LIST + query)

    assert len(response.context["page"]) == 6
    assert f"We know no {note}, so this filter was left out." in response.content.decode()


@pytest.mark.usefixtures("changes")
def test_a_hostile_filter_is_shown_as_text(client: Client) -> None:
    html = client.get(LIST, {"topic": "<script>alert(1)</script>"}).content.decode()

    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert" not in html


@pytest.mark.parametrize(("page", "shown"), [("1", 1), ("2", 2), ("99", 2), ("x", 1), ("-1", 2)])
def test_long_lists_have_pages_and_a_wrong_number_leads_to_the_nearest(
    client: Client, page: str, shown: int
) -> None:
    AmendmentFactory.create_batch(21)

    response = client.get(LIST, {"page": page})

    assert response.context["page"].number == shown


def test_the_next_page_keeps_the_filters(client: Client) -> None:
    AmendmentFactory.create_batch(21)

    html = client.get(LIST, {"topic": "parliament"}).content.decode()

    assert 'href="?topic=parliament&amp;page=2"' in html


@pytest.mark.usefixtures("changes")
def test_htmx_gets_the_results_alone(client: Client) -> None:
    whole = client.get(LIST, {"topic": "rights"})
    part = client.get(LIST, {"topic": "rights"}, headers={"HX-Request": "true"})

    assert part.content.decode().strip().startswith('<section id="results"')
    assert part.content.decode().strip() in whole.content.decode()
    assert whole["Vary"] == part["Vary"]
    assert "HX-Request" in part["Vary"]


@pytest.mark.parametrize("amendments", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_changes(
    client: Client, amendments: int, django_assert_num_queries: Any
) -> None:
    AmendmentFactory.create_batch(amendments)

    client.get(LIST)  # What a process asks only once

    with django_assert_num_queries(8):
        response = client.get(LIST)

    assert len(response.context["page"]) == amendments
