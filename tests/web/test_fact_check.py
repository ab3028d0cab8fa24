from typing import Any

import pytest
from django.test import Client

from amendments.models import State
from tests.factories.context import FactCheckFactory
from tests.factories.votes import ReferendumFactory, StatementFactory, cite

pytestmark = pytest.mark.django_db
PAGE = "/en/fact-check/"


def words(client: Client, path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def found(client: Client, **query: str) -> list[str]:
    return [point.slug for point in client.get(PAGE, query).context["page"].results]


def test_the_report_stands_beside_the_record_with_verdict_and_source(client: Client) -> None:
    cite(FactCheckFactory(report_words="just 33%"), "gazette")

    html = words(client)

    assert "<dt>The press report says</dt><dd><span>It was ten.</span>" in html
    assert '<q lang="en">just 33%</q>' in html
    assert "<dt>The record says</dt><dd>It was eleven.</dd>" in html
    assert "<b>Differs</b> · <a" in html
    assert '<a href="/en/sources/gazette/">Gazette</a>' in html
    assert "Certainty" not in html


@pytest.mark.parametrize(
    ("certainty", "said"),
    [("medium", "Certainty: medium."), ("low", "Certainty: low.")],
)
def test_a_certainty_that_is_not_high_is_told(client: Client, certainty: str, said: str) -> None:
    FactCheckFactory(certainty=certainty)

    assert said in words(client)


def test_an_unknown_verdict_is_left_out_and_said_so(client: Client) -> None:
    FactCheckFactory(slug="first")

    assert "We know no “guilty”, so this filter was left out." in words(client, verdict="guilty")
    assert found(client, verdict="guilty") == ["first"]
    assert "was left out" not in words(client)


def test_points_are_kept_by_verdict_and_counted(client: Client) -> None:
    FactCheckFactory(slug="first", verdict="confirmed")
    FactCheckFactory(slug="second", verdict="differs")
    FactCheckFactory(slug="third", verdict="confirmed")
    FactCheckFactory(slug="draft", verdict="confirmed", state=State.DRAFT)

    page = client.get(PAGE).context["page"]

    assert [(v.verdict.value, v.number) for v in page.verdicts] == [
        ("confirmed", 2),
        ("differs", 1),
    ]
    assert found(client) == ["first", "second", "third"]
    assert found(client, verdict="confirmed") == ["first", "third"]
    assert found(client, verdict="nonsense") == ["first", "second", "third"]


def test_a_point_has_an_address_of_its_own(client: Client) -> None:
    FactCheckFactory(slug="rule", topic=None, referendum=ReferendumFactory(), title_en="The rule")
    FactCheckFactory(slug="draft", state=State.DRAFT)

    html = words(client, f"{PAGE}rule/")

    assert "<h1>The rule</h1>" in html
    assert '<a href="/en/referendum/">The referendum</a>' in html
    assert client.get(f"{PAGE}draft/").status_code == 404
    assert 'rel="next"' not in html


def test_a_point_leads_to_the_one_after_it(client: Client) -> None:
    FactCheckFactory(slug="first", position=1)
    FactCheckFactory(slug="draft", position=2, state=State.DRAFT)
    FactCheckFactory(slug="second", position=3, title_en="Another number")

    html = words(client, f"{PAGE}first/")

    assert f'<a href="{PAGE}second/" rel="next"><small>Next point</small>' in html


@pytest.mark.parametrize("points", [1, 3])
def test_the_fact_check_costs_the_same_for_any_number_of_points(
    client: Client, points: int, django_assert_num_queries: Any
) -> None:
    for point in FactCheckFactory.create_batch(points):
        cite(point, f"source-{point.slug}")
        cite(StatementFactory(page="fact-check"), f"source-{point.slug}")
    client.get(PAGE)

    with django_assert_num_queries(8):
        assert len(found(client)) == points
    with django_assert_num_queries(5):
        client.get(f"{PAGE}{point.slug}/")


@pytest.mark.usefixtures("shipped_content")
def test_all_thirty_seven_shipped_points_are_on_the_pages(client: Client) -> None:
    first = client.get(PAGE).context["page"].results
    shown = [
        slug for number in first.paginator.page_range for slug in found(client, page=str(number))
    ]

    assert len(shown) == len(set(shown)) == 37
