import re
from decimal import Decimal
from typing import Any
from urllib.parse import urljoin

import pytest
from django.template import Context, Template
from django.test import Client

from amendments.adoption_rule import at_least_two_thirds
from amendments.electorate import parts_of
from amendments.models import FactCheck, Referendum, RegionResult, Result, Voice
from amendments.tile_map import tiles_of
from tests.factories.votes import (
    ReferendumFactory,
    ReferendumPointFactory,
    RegionResultFactory,
    ResultFactory,
    StatementFactory,
    cite,
)

pytestmark = pytest.mark.django_db
PAGE = "/en/referendum/"
TRY = f"{PAGE}try-the-rule/"


def words(client: Client, path: str = PAGE, **query: str) -> str:
    return " ".join(client.get(path, query).content.decode().split())


def drawn(result: Result) -> str:
    template = Template("{% load votes %}{% result_bar result %}")
    return " ".join(template.render(Context({"result": result})).split())


def test_the_question_is_asked_in_three_languages(client: Client) -> None:
    ReferendumFactory()

    html = words(client)

    for language, question in [
        ("kk", "Қабылдайсыз ба?"),
        ("ru", "Принимаете ли Вы?"),
        ("en", "Do you accept?"),
    ]:
        assert re.search(f'<div lang="{language}"><h3>[^<]+</h3><blockquote>{question}', html)


def test_everyone_entitled_to_vote_is_in_the_bar() -> None:
    parts = parts_of(ResultFactory())

    assert [(part.key, part.count) for part in parts] == [
        ("yes", 6_163_516),
        ("no", 1_490_470),
        ("both-marked", 125_859),
        ("invalid", 205_924),
        ("did-not-vote", 3_748_873),
    ]
    assert sum(part.count for part in parts) == 11_734_642
    assert sum(float(part.share) for part in parts) == pytest.approx(100)
    assert float(parts[-1].x) + float(parts[-1].width) == pytest.approx(1000, abs=0.2)


def test_the_bar_is_told_in_words_and_in_a_key() -> None:
    html = drawn(ResultFactory())

    assert (
        'aria-label="Of all 11,734,642 people entitled to vote: yes 52.52%, no 12.7%, '
        'both boxes marked 1.07%, invalid 1.75%, did not vote 31.95%."' in html
    )
    assert '<i class="yes"></i>yes 6,163,516' in html
    assert html.count("<rect") == 5


def test_votes_of_which_nothing_is_told_are_a_part_of_their_own() -> None:
    result = ResultFactory(counts={"entitled": 100, "took-part": 60, "yes": 40, "no": 15})

    counts = {part.key: part.count for part in parts_of(result)}

    assert counts == {"yes": 40, "no": 15, "not-told": 5, "did-not-vote": 40}


def test_a_result_without_the_number_entitled_is_not_drawn() -> None:
    assert drawn(ResultFactory(counts={"yes": 40})) == ""


def test_final_and_earlier_numbers_stand_apart(client: Client) -> None:
    final = ResultFactory()
    ResultFactory(
        slug="early", stage="preliminary", position=2, title_en="Morning", counts={"yes": 7}
    )

    response = client.get(f"{PAGE}results/")
    html = response.content.decode()

    found = response.context["page"].results
    assert ([r.slug for r in found["final"]], [r.slug for r in found["preliminary"]]) == (
        [final.slug],
        ["early"],
    )
    assert html.index('id="2022-06-final"') < html.index('class="earlier"') < html.index("Morning")


def spans(region: RegionResult) -> list[tuple[str, str, str]]:
    [tile] = tiles_of([region])
    return [(span.kind, span.x, span.width) for span in tile.votes]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, [("unknown", "0", "100")]),
        ({"yes_share_over": 75}, [("yes", "0", "75"), ("unknown", "75", "25")]),
        (
            {"yes_share_over": 75, "no_share": Decimal("20.87")},
            [("yes", "0", "75"), ("unknown", "75", "4.13"), ("no", "79.13", "20.87")],
        ),
        (
            {"yes_share": Decimal("71"), "no_share": Decimal("26.39")},
            [("yes", "0", "71"), ("other", "71", "2.61"), ("no", "73.61", "26.39")],
        ),
    ],
)
def test_what_is_not_known_of_a_region_is_drawn_as_unknown(
    known: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert spans(RegionResultFactory(**known)) == expected


def test_the_map_has_its_twin_in_the_table(client: Client) -> None:
    RegionResultFactory(slug="a", turnout_preliminary=Decimal("75.49"), yes_share_over=75)
    RegionResultFactory(slug="b", turnout_final=Decimal("32.99"), yes_majority=True)

    html = words(client, f"{PAGE}regions/")

    assert 'href="/en/referendum/regions/#a"' in html
    assert re.search('<tr id="a"><td>1</td><th scope="row">A</th><td>75.49%</td><td>over 75%', html)
    assert re.search('<tr id="b" class="noted"><td>2</td>.*?<td>not known</td>', html)
    assert "Final turnout: 32.99%." in html
    assert "Certainty: medium." in html
    assert "In all 2 there was a yes majority" not in html


def test_what_a_source_says_of_the_regions_is_named_in_words(client: Client) -> None:
    region = RegionResultFactory(slug="a")
    for claim in ("yes_share", "yes_share_over", "no_share_above_average", "turnout_final"):
        cite(region, "gazette", claim)

    html = words(client, f"{PAGE}regions/")

    assert "(share of yes, whether no was above the country’s, final turnout)" in html


@pytest.mark.parametrize(
    ("path", "following"),
    [
        ("", "try-the-rule/"),
        ("try-the-rule/", "regions/"),
        ("regions/", "results/"),
        ("results/", "how-it-was-held/"),
        ("how-it-was-held/", "criticism/"),
        ("criticism/", "voices/"),
        ("voices/", "../topics/"),
    ],
)
def test_each_part_leads_to_the_one_after_it(client: Client, path: str, following: str) -> None:
    ReferendumFactory()
    ResultFactory()

    steps = words(client, f"{PAGE}{path}").partition('aria-label="To read on"')[2]

    assert f'href="{urljoin(PAGE, following)}"' in steps.partition("</nav>")[0]


def test_sources_under_a_heading_are_not_announced_twice(client: Client) -> None:
    cite(ReferendumFactory(), "gazette")

    html = words(client)

    assert '<h2 id="sources">Sources of this page</h2> <p class="sourced"><a href=' in html


@pytest.mark.parametrize(
    ("query", "law", "press"),
    [
        ({}, "It would have passed.", "It would have passed."),
        ({"turnout": "50"}, "The vote would not have been valid.", "It would not have passed."),
        ({"turnout": "60", "yes": "70"}, "It would have passed.", "It would not have passed."),
        ({"regions": "11"}, "It would not have passed.", "It would not have passed."),
        ({"regions": "12"}, "It would have passed.", "It would have passed."),
    ],
)
def test_the_rule_answers_under_both_tellings(
    client: Client, query: dict[str, str], law: str, press: str
) -> None:
    ResultFactory()

    html = words(client, TRY, **query)

    assert re.findall('class="verdict">([^<]+)<', html) == [law, press]


def test_without_numbers_the_vote_is_tried_as_it_was(client: Client) -> None:
    ResultFactory()

    html = words(client, TRY)

    assert "Turnout 68.05%, yes 77.18%, 17 of 17 regions in favour" in html
    assert "This is the vote as it was" in html
    assert 'name="turnout" min="0" max="100" step="any" value="68.05"' in html


def test_the_form_keeps_plain_numbers_in_a_language_with_decimal_commas(client: Client) -> None:
    ResultFactory()

    html = words(client, "/ru/referendum/try-the-rule/", turnout="60,5")

    assert 'value="60.50"' in html
    assert '<output for="turnout">60,5' in html


@pytest.mark.parametrize(
    ("query", "turnout", "regions", "noted"),
    [
        ({"turnout": "abc"}, "68.05", 17, "“abc” is no number we can use; shown instead: 68.05."),
        ({"turnout": "NaN"}, "68.05", 17, "“NaN” is no number we can use"),
        ({"turnout": "1e999999"}, "100", 17, "“1e999999” is out of range; shown instead: 100."),
        ({"turnout": "-3"}, "0", 17, "“-3” is out of range; shown instead: 0."),
        ({"regions": "12.5"}, "68.05", 17, "“12.5” is no number we can use; shown instead: 17."),
        ({"regions": "18"}, "68.05", 17, "“18” is out of range; shown instead: 17."),
        ({"turnout": "40", "turnout-box": "55"}, "55", 17, ""),
        ({"turnout": "40", "turnout-box": ""}, "40", 17, ""),
        ({"turnout": "<script>"}, "68.05", 17, "“&lt;script&gt;” is no number we can use"),
    ],
)
def test_numbers_that_cannot_be_used_are_replaced_and_said_so(
    client: Client, query: dict[str, str], turnout: str, regions: int, noted: str
) -> None:
    ResultFactory()

    response = client.get(TRY, query)
    trial = response.context["trial"]

    assert (trial.vote.turnout, trial.vote.regions) == (Decimal(turnout), regions)
    assert len(trial.notes) == bool(noted)
    assert noted in response.content.decode()


def test_htmx_gets_the_answer_alone(client: Client) -> None:
    ResultFactory()

    part = client.get(TRY, {"regions": "3"}, headers={"HX-Request": "true"}).content.decode()

    assert part.strip().startswith('<h2 id="answer-heading">')
    assert "<form" not in part


def test_numbers_that_contradict_each_other_are_pointed_out(client: Client) -> None:
    ResultFactory()

    assert "do not fit together: where more than half say yes in every region" in words(
        client, TRY, yes="40", regions="17"
    )


def test_praise_and_blame_carry_a_name_and_a_source(client: Client) -> None:
    observer = ReferendumPointFactory(kind="observation", who_en="SCO", finding_en="It was open.")
    cite(observer, "a42")
    ReferendumPointFactory(
        kind="domestic-observation", who_en="A. Reshetnyak", allegation=True, certainty=""
    )
    ReferendumPointFactory(state="draft", who_en="Nobody yet")

    html = words(client, f"{PAGE}criticism/")

    assert '<p class="who">SCO</p>' in html
    assert 'href="/en/sources/a42/">A42</a>' in html
    assert "An allegation: no record we read supports or answers it." in html
    assert "Nobody yet" not in html


@pytest.mark.parametrize("part", ["", "try-the-rule/", "regions/", "results/", "voices/"])
def test_before_the_referendum_is_published_there_is_no_page(client: Client, part: str) -> None:
    ReferendumFactory(state="draft")

    assert client.get(f"{PAGE}{part}").status_code == 404


QUERIES = {
    "": 7,
    "try-the-rule/": 5,
    "regions/": 6,
    "results/": 7,
    "how-it-was-held/": 6,
    "criticism/": 4,
    "voices/": 6,
}


@pytest.mark.parametrize("items", [1, 3])
@pytest.mark.parametrize(("part", "queries"), QUERIES.items())
def test_a_page_costs_the_same_for_any_number_of_items(
    client: Client, part: str, queries: int, items: int, django_assert_num_queries: Any
) -> None:
    final = ResultFactory()
    cite(final)
    for number in range(items):
        make_one_of_each(final.referendum, number)
    client.get(f"{PAGE}{part}")  # What a process asks only once

    with django_assert_num_queries(queries):
        html = client.get(f"{PAGE}{part}").content.decode()

    assert html.count("<h1") == 1


def make_one_of_each(referendum: Referendum, number: int) -> None:
    cite(referendum, f"source-{number}", "adoption_rule")
    cite(RegionResultFactory(referendum=referendum))
    cite(StatementFactory(page="referendum"))
    for kind in ("criticism", "counting", "ballot"):
        cite(ReferendumPointFactory(referendum=referendum, kind=kind))
    early = ResultFactory(
        referendum=referendum, slug=f"e{number}", stage="preliminary", counts={"yes": 1}
    )
    cite(early)
    voice = Voice.objects.create(
        slug=f"v{number}",
        person_en="P",
        role_en="R",
        group="voter",
        stance="neutral",
        point_en="Said.",
        on_process=True,
        date="2022-06-05",
        state="published",
    )
    cite(voice)
    FactCheck.objects.create(
        slug=f"f{number}",
        position=number,
        referendum=referendum,
        title_en="T",
        report_claim_en="C",
        record_en="R",
        verdict="confirmed",
        certainty="high",
        state="published",
    )


@pytest.mark.usefixtures("shipped_content")
def test_the_shipped_referendum_tells_all_we_know(client: Client) -> None:
    referendum = Referendum.objects.get(slug="2022-06")
    shown = words(client, f"{PAGE}how-it-was-held/") + words(client, f"{PAGE}criticism/")
    shown += words(client, f"{PAGE}regions/") + words(client, f"{PAGE}results/")

    assert referendum.regions_needed == at_least_two_thirds(referendum.regions_total or 0)
    missing = [p.slug for p in referendum.points.all() if f'id="{p.slug}"' not in shown]
    missing += [r.slug for r in referendum.regions.all() if f'id="{r.slug}"' not in shown]
    missing += [r.slug for r in referendum.results.all() if f'id="{r.slug}"' not in shown]
    assert missing == []
    assert "In all 17 there was a yes majority" in shown


@pytest.mark.usefixtures("shipped_content")
def test_every_shipped_voice_and_fact_check_on_the_vote_can_be_reached(client: Client) -> None:
    first = client.get(f"{PAGE}voices/")
    pages = first.context["voices"].paginator
    beside_topics = Voice.objects.filter(on_process=True) | Voice.objects.filter(
        on_geopolitics=True
    )

    assert pages.count == beside_topics.count() == 38
    html = first.content.decode()
    for slug in FactCheck.objects.filter(referendum__isnull=False).values_list("slug", flat=True):
        assert f'href="/en/fact-check/{slug}/"' in html
