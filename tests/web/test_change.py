from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from amendments.models import Citation, KeyFact, Misconception, Source
from tests.factories import AmendingLawFactory, AmendmentFactory, ArticleFactory, ProvisionFactory

pytestmark = pytest.mark.django_db
PAGE = "/en/amendments/art-15-2-death-penalty/"


@pytest.fixture
def change() -> Any:
    return AmendmentFactory(
        slug="art-15-2-death-penalty",
        title_en="Prohibition of the death penalty",
        provision=ProvisionFactory(article=ArticleFactory(number="15"), paragraph="2"),
        before_en="The death penalty is established by law.",
        after_en="The death penalty is prohibited.",
    )


def at_noon(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Asia/Almaty"))
    monkeypatch.setattr(timezone, "now", lambda: noon)


def words(client: Client, path: str = PAGE) -> str:
    return " ".join(client.get(path).content.decode().split())


GONE = '<del id="{}c1" data-change="1"><span class="vh">removed: </span>established by law'
CAME = '<span class="vh">added: </span>prohibited'


@pytest.mark.usefixtures("change")
@pytest.mark.parametrize(
    ("view", "shows_gone", "shows_came"),
    [
        ("side-by-side", True, True),
        ("inline", True, True),
        ("changes", True, True),
        ("before", True, False),
        ("after", False, True),
        ("nonsense", True, True),
    ],
)
def test_each_view_has_an_address_and_shows_what_went_and_what_came(
    client: Client, view: str, shows_gone: bool, shows_came: bool
) -> None:
    response = client.get(PAGE, {"view": view})
    html = response.content.decode()
    chosen = "side-by-side" if view == "nonsense" else view

    assert response.context["page"].shown == chosen
    assert ("established by law" in html and "<del" in html) == shows_gone
    assert ("prohibited" in html and "<ins" in html) == shows_came
    assert f'href="?view={chosen}#texts"' in html
    assert html.count('aria-current="true">Side by side') == (chosen == "side-by-side")


@pytest.mark.usefixtures("change")
def test_the_number_of_words_that_went_and_came_is_told(client: Client) -> None:
    assert "3 words removed, 1 word added" in words(client)


@pytest.mark.usefixtures("change")
def test_htmx_gets_the_texts_alone(client: Client) -> None:
    part = client.get(PAGE, {"view": "inline"}, headers={"HX-Request": "true"}).content.decode()

    assert part.strip().startswith('<section id="texts"')
    assert "<main" not in part


@pytest.mark.usefixtures("change")
def test_a_browser_going_back_gets_the_whole_page(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<main" in client.get(PAGE, headers=headers).content.decode()


@pytest.mark.usefixtures("change")
@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 6, 7), "Not yet in force: it takes effect on 8 June 2022."),
        (date(2022, 6, 8), "In force since 8 June 2022."),
        (
            date(2026, 7, 1),
            "In force from 8 June 2022 to 30 June 2026. "
            "Replaced with the whole Constitution on 1 July 2026.",
        ),
    ],
)
def test_the_status_is_that_of_the_day_of_reading(
    client: Client, monkeypatch: pytest.MonkeyPatch, day: date, said: str
) -> None:
    at_noon(monkeypatch, day)

    assert said in words(client)


def test_a_change_that_another_law_changed_again_says_so_and_leads_there(
    client: Client, change: Any
) -> None:
    september = AmendingLawFactory(slug="2022-09", adopted_by="parliament", dated=date(2022, 9, 17))
    AmendmentFactory(slug="later", law=september, provision=change.provision)

    html = words(client)

    assert (
        "In force from 8 June 2022 to 16 September 2022. Changed again on 17 September 2022."
        in html
    )
    assert 'href="/en/amendments/later/"' in html


def test_a_first_application_is_told_beside_the_start(client: Client, change: Any) -> None:
    change.applied_from = date(2023, 3, 19)
    change.save()

    assert "First applied on 19 March 2023." in words(client)


def test_an_added_and_a_repealed_provision_say_that_a_text_is_missing(client: Client) -> None:
    AmendmentFactory(slug="added", before_en="", after_en="A new rule.")
    AmendmentFactory(slug="repealed", before_en="An old rule.", after_en="")

    assert "There was no such text: the provision was added." in words(
        client, "/en/amendments/added/"
    )
    assert "No text any more: the provision was repealed." in words(
        client, "/en/amendments/repealed/"
    )


@pytest.mark.usefixtures("change")
def test_a_text_in_another_language_says_so_and_carries_its_language(client: Client) -> None:
    html = words(client, "/kk/amendments/art-15-2-death-penalty/")

    assert '<h1 lang="en">Prohibition of the death penalty</h1>' in html
    assert '<div class="law" lang="en">' in html
    assert '<span class="tag" lang="en">English</span>' in html
    assert '<html lang="kk">' in html


def test_a_text_that_did_not_change_in_this_language_says_so(client: Client, change: Any) -> None:
    change.before_kk = change.after_kk = "Өлім жазасы"
    change.save()

    html = words(client, "/kk/amendments/art-15-2-death-penalty/")

    assert 'class="note"' in html
    assert "<del" not in html


def test_explanations_and_sources_are_shown_with_what_they_support(
    client: Client, change: Any
) -> None:
    KeyFact.objects.create(amendment=change, position=1, text_en="Nobody was executed after 2003.")
    Misconception.objects.create(
        amendment=change,
        slug="wartime",
        position=1,
        belief_en="In war it stays.",
        correction_en="No.",
    )
    source = Source.objects.create(
        slug="loc", publisher="Library of Congress", url="https://loc.gov/x"
    )
    Citation.objects.create(source=source, text=change, claim="before", position=1)
    Citation.objects.create(source=source, text=change, claim="why_it_matters", position=2)

    html = words(client)

    assert "<li>Nobody was executed after 2003.</li>" in html
    assert "<q>In war it stays.</q><span>No.</span>" in html
    assert '<a href="https://loc.gov/x">Library of Congress</a>' in html
    assert "(text before, why it matters)" in html


def test_changes_lead_to_their_neighbours_in_the_order_of_the_law(client: Client) -> None:
    for number in ("9", "15", "83-1"):
        AmendmentFactory(
            slug=f"art-{number}", provision=ProvisionFactory(article=ArticleFactory(number=number))
        )

    neighbours = client.get("/en/amendments/art-15/").context["page"].neighbours

    assert (neighbours.previous.slug, neighbours.following.slug) == ("art-9", "art-83-1")


@pytest.mark.parametrize("state", ["draft", "in-review", "withdrawn"])
def test_what_is_not_published_is_not_there(client: Client, state: str) -> None:
    AmendmentFactory(slug="hidden", state=state)

    assert client.get("/en/amendments/hidden/").status_code == 404


@pytest.mark.parametrize("items", [1, 3])
def test_a_change_costs_the_same_for_any_number_of_facts_and_sources(
    client: Client, change: Any, items: int, django_assert_num_queries: Any
) -> None:
    for number in range(items):
        AmendmentFactory()
        KeyFact.objects.create(amendment=change, position=number, text_en="A fact.")
        source = Source.objects.create(slug=f"s{number}", publisher="P")
        Citation.objects.create(source=source, text=change, position=number)

    client.get(PAGE)  # What a process asks only once

    with django_assert_num_queries(8):
        response = client.get(PAGE)

    assert len(response.context["page"].sources) == items
