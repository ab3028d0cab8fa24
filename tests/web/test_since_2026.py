from typing import Any

import pytest
from django.test import Client

from amendments.models import Novelty, Statement, Successor
from tests.factories import AmendmentFactory, ConstitutionFactory, TopicFactory
from tests.factories.votes import (
    NoveltyFactory,
    ReferendumFactory,
    ReferendumPointFactory,
    ResultFactory,
    StatementFactory,
    SuccessorFactory,
    cite,
)

pytestmark = pytest.mark.django_db
PAGE = "/en/since-2026/"


def words(client: Client, path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def shown(client: Client, **query: str) -> list[str]:
    return [rule.fate for rule in client.get(PAGE, query).context["page"].rules]


def test_rules_are_counted_and_listed_from_kept_to_gone(client: Client) -> None:
    for fate in ("dropped", "changed", "carried-over", "changed"):
        SuccessorFactory(fate=fate)

    page = client.get(PAGE).context["page"]

    assert [(part.fate.value, part.count) for part in page.fates] == [
        ("carried-over", 1),
        ("changed", 2),
        ("replaced-by-new-body", 0),
        ("moved-to-law", 0),
        ("dropped", 1),
    ]
    assert page.total == 4
    assert shown(client) == ["carried-over", "changed", "changed", "dropped"]


def test_rules_can_be_filtered_by_fate_and_topic(client: Client) -> None:
    courts = TopicFactory(slug="courts", title_en="Courts")
    SuccessorFactory(fate="changed", amendment=AmendmentFactory(topic=courts))
    SuccessorFactory(fate="dropped", amendment=AmendmentFactory(topic=courts))
    SuccessorFactory(fate="changed")

    assert shown(client, fate="changed") == ["changed", "changed"]
    assert shown(client, topic="courts") == ["changed", "dropped"]
    assert shown(client, fate="dropped", topic="courts") == ["dropped"]
    assert shown(client, fate="moved-to-law") == []
    assert "No rule fits both." in words(client, fate="moved-to-law")


def test_an_unknown_filter_is_left_out_and_said_so(client: Client) -> None:
    SuccessorFactory(fate="changed")

    html = words(client, fate="<lost>", topic="nothing")

    assert "We know no “&lt;lost&gt;”, so this filter was left out." in html
    assert "We know no “nothing”, so this filter was left out." in html
    assert shown(client, fate="lost") == ["changed"]


def test_a_rule_leads_to_its_change_and_names_its_place_in_2026(client: Client) -> None:
    SuccessorFactory(
        amendment=AmendmentFactory(slug="death-penalty", title_en="Death penalty"),
        certainty="medium",
    )

    html = words(client)

    assert '<a href="/en/amendments/death-penalty/">Death penalty</a>' in html
    assert "2026: 17(3)" in html
    assert "Only the number differs." in html
    assert "Certainty: medium." in html


@pytest.mark.parametrize("hidden", ["successor", "amendment"])
def test_what_is_not_published_is_neither_listed_nor_counted(client: Client, hidden: str) -> None:
    state = {"state": "draft"}
    SuccessorFactory(**state) if hidden == "successor" else SuccessorFactory(
        amendment=AmendmentFactory(**state)
    )

    page = client.get(PAGE).context["page"]

    assert (page.total, list(page.rules)) == (0, [])


def test_htmx_gets_the_rules_alone(client: Client) -> None:
    SuccessorFactory()

    part = client.get(PAGE, {"fate": "changed"}, headers={"HX-Request": "true"}).content.decode()

    assert part.strip().startswith('<section id="rules"')


def test_what_is_new_is_listed_with_its_articles_and_sources(client: Client) -> None:
    cite(NoveltyFactory(articles="49, 46(2)"), "constitution-2026")
    NoveltyFactory(text_en="Not yet shown", state="in-review")

    html = words(client, f"{PAGE}new/")

    assert "49, 46(2)" in html
    assert "There is a Vice-President." in html
    assert "Constitution-2026" in html
    assert "Not yet shown" not in html
    assert "These points are not rated for certainty one by one." in html


def test_what_is_not_known_is_said_plainly_and_first(client: Client) -> None:
    StatementFactory(kind="method", title_en="How it was read")
    StatementFactory(kind="unknown", title_en="Who is Vice-President")

    html = words(client, f"{PAGE}not-known/")

    assert html.index("Who is Vice-President") < html.index("How it was read")


@pytest.fixture
def vote_of_2026() -> Any:
    constitution = ConstitutionFactory(slug="2026", adopted_on="2026-03-15", in_force_until=None)
    vote = ReferendumFactory(
        slug="2026-03",
        held_on="2026-03-15",
        law=None,
        constitution=constitution,
        name_en="Nationwide referendum",
        note_en="The rule was not found.",
    )
    counts = {
        "entitled": 12_482_613,
        "took-part": 9_127_192,
        "yes": 7_954_667,
        "no": 898_099,
        "invalid": 146_558,
        "not-counted": 127_868,
    }
    return ResultFactory(referendum=vote, slug="2026-03-final", counts=counts)


@pytest.mark.usefixtures("vote_of_2026")
def test_the_vote_of_2026_is_shown_with_its_own_numbers(client: Client) -> None:
    html = words(client, f"{PAGE}vote/")

    assert "Of all 12,482,613 people entitled to vote: yes 63.73%, no 7.19%," in html
    assert "7,954,667" in html
    assert "The rule was not found." in html


def test_without_a_published_vote_of_2026_there_is_no_page_of_it(client: Client) -> None:
    ReferendumFactory()

    assert client.get(f"{PAGE}vote/").status_code == 404


@pytest.mark.parametrize("items", [1, 3])
@pytest.mark.parametrize(
    ("part", "queries"), [("", 8), ("new/", 6), ("vote/", 8), ("not-known/", 6)]
)
def test_a_page_costs_the_same_for_any_number_of_items(
    client: Client,
    part: str,
    queries: int,
    items: int,
    vote_of_2026: Any,
    django_assert_num_queries: Any,
) -> None:
    for number in range(items):
        cite(vote_of_2026, f"source-{number}")
        cite(vote_of_2026.referendum, f"source-{number}")
        cite(ReferendumPointFactory(referendum=vote_of_2026.referendum, kind="counting"))
        cite(SuccessorFactory())
        cite(NoveltyFactory())
        for kind in ("unknown", "caveat", "method"):
            cite(StatementFactory(kind=kind))
    client.get(f"{PAGE}{part}")  # What a process asks only once

    with django_assert_num_queries(queries):
        html = client.get(f"{PAGE}{part}").content.decode()

    assert html.count("<h1") == 1


@pytest.mark.usefixtures("shipped_content")
def test_all_seventy_shipped_rules_are_told_page_by_page(client: Client) -> None:
    first = client.get(PAGE).context["page"]
    listed: list[int] = []
    for number in first.rules.paginator.page_range:
        listed += [rule.pk for rule in client.get(PAGE, {"page": number}).context["page"].rules]

    assert first.total == 70
    assert [part.count for part in first.fates] == [29, 24, 11, 1, 5]
    assert sorted(listed) == sorted(Successor.objects.values_list("pk", flat=True))
    assert all(part.meaning for part in first.fates)


@pytest.mark.usefixtures("shipped_content")
def test_every_shipped_novelty_and_statement_on_2026_is_shown(client: Client) -> None:
    html = words(client, f"{PAGE}new/") + words(client, f"{PAGE}not-known/")

    slugs = [*Novelty.objects.values_list("slug", flat=True)]
    slugs += Statement.objects.filter(page="since-2026").values_list("slug", flat=True)
    assert [slug for slug in slugs if f'id="{slug}"' not in html] == []
