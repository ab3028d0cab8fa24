"""The texts of the law: on a day, in a language, with their nature and how they stand."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from amendments.models import Provision
from tests.api.asking import get, results
from tests.factories import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    ProvisionFactory,
)
from tests.factories.votes import SuccessorFactory, cite

pytestmark = pytest.mark.django_db


@pytest.fixture
def article_four() -> Provision:
    """Article 4, amended from 1 January 2023 and again from 1 January 2024."""
    article = ArticleFactory.create(number="4")
    provision: Provision = ProvisionFactory.create(article=article)
    texts = {"before_ru": "Совет", "after_ru": "Суд", "before_en": "Council", "after_en": "Court"}
    AmendmentFactory.create(
        slug="first", provision=provision, in_force_from=date(2023, 1, 1), **texts
    )
    AmendmentFactory.create(
        slug="second",
        law=AmendingLawFactory.create(slug="2023-12", dated=date(2023, 12, 1)),
        provision=provision,
        in_force_from=date(2024, 1, 1),
        before_en="Court",
        after_en="High Court",
    )
    return provision


@pytest.mark.parametrize(
    ("day", "text", "standing", "since", "until"),
    [
        ("2019-03-22", None, "not-known", None, "2023-01-01"),
        ("2022-12-31", "Council", "in-force", None, "2023-01-01"),
        ("2023-01-01", "Court", "in-force", "2023-01-01", "2024-01-01"),
        ("2024-01-01", "High Court", "in-force", "2024-01-01", "2026-07-01"),
        ("2026-06-30", "High Court", "in-force", "2024-01-01", "2026-07-01"),
        ("2026-07-01", "High Court", "ended", "2024-01-01", "2026-07-01"),
        ("0001-01-01", None, "not-known", None, "2023-01-01"),
        ("9999-12-31", "High Court", "ended", "2024-01-01", "2026-07-01"),
    ],
)
def test_a_provision_reads_as_it_did_on_the_day(
    client: Client,
    article_four: Provision,
    day: str,
    text: str | None,
    standing: str,
    since: str | None,
    until: str,
) -> None:
    found = get(client, "articles/1995-article-4/", on=day)["provisions"][0]["text"]
    listed = results(client, "provisions/", on=day)[0]["text"]

    assert found == listed
    assert (found["text"], found["status"]["on"]) == (text, day)
    assert found["status"]["standing"] == standing
    assert (found["status"]["in_force_from"], found["status"]["in_force_until"]) == (since, until)


def test_a_text_is_in_the_language_asked_for_and_a_rendering_with_the_way_to_the_authentic_one(
    client: Client, article_four: Provision
) -> None:
    found = get(client, "articles/1995-article-4/", on="2022-12-31", lang="ru")
    text = found["provisions"][0]["text"]

    assert (text["text"], text["language"], text["nature"]) == ("Совет", "ru", "rendering")
    assert text["authentic"]["ru"] == "https://adilet.zan.kz/rus/docs/K950001000_"


def test_an_article_leads_to_the_redlines_of_its_changes(
    client: Client, article_four: Provision
) -> None:
    changes = get(client, "articles/1995-article-4/")["changes"]
    redline = client.get(f"{changes[0]['redline_url']}?lang=en").json()

    assert [each["slug"] for each in changes] == ["first", "second"]
    assert [(edit["kind"], edit["text"]) for edit in redline["edits"]] == [
        ("deleted", "Council"),
        ("inserted", "Court"),
    ]
    assert redline["words"] == {"added": 1, "removed": 1}


def test_a_redline_gives_back_both_texts_exactly(client: Client) -> None:
    before, after = " 1) the  old\ttext; \n2) stays ", "1) the new text;\n3) stays\u00a0 "
    AmendmentFactory.create(slug="one", before_en=before, after_en=after)

    edits = get(client, "amendments/one/redline/")["edits"]

    assert "".join(edit["text"] for edit in edits if edit["kind"] != "inserted") == before
    assert "".join(edit["text"] for edit in edits if edit["kind"] != "deleted") == after


def test_the_texts_of_a_change_stand_as_on_the_day_asked(
    client: Client, article_four: Provision
) -> None:
    def standings(slug: str, day: str) -> tuple[Any, Any]:
        change = get(client, f"amendments/{slug}/", on=day)
        return change["before"]["status"]["standing"], change["after"]["status"]["standing"]

    assert standings("second", "2022-12-31") == ("not-yet", "not-yet")
    assert standings("second", "2023-06-01") == ("in-force", "not-yet")
    assert standings("second", "2024-06-01") == ("changed-again", "in-force")
    assert standings("first", "2024-06-01") == ("changed-again", "changed-again")
    assert standings("second", "2026-07-01") == ("changed-again", "ended")
    before = get(client, "amendments/second/")["before"]["status"]
    assert (before["in_force_from"], before["last_day"]) == ("2023-01-01", "2023-12-31")


def test_a_redline_never_states_a_text_without_how_it_stands(
    client: Client, article_four: Provision
) -> None:
    def redline(day: str) -> Any:
        return get(client, "amendments/second/redline/", on=day)

    days = ("2023-06-01", "2024-06-01", "2026-07-01")
    assert [redline(day)["status"]["standing"] for day in days] == [
        "not-yet",
        "in-force",
        "ended",
    ]
    constitution = article_four.constitution
    shown = redline("2026-07-01")
    assert shown["status"]["last_day"] == "2026-06-30"
    assert shown["authentic"] == {
        "kk": constitution.authentic_url_kk,
        "ru": constitution.authentic_url_ru,
    }
    assert shown["url"] == get(client, "amendments/second/")["url"]


def test_what_was_added_has_no_text_before_and_what_was_repealed_none_after(
    client: Client,
) -> None:
    AmendmentFactory.create(slug="added", before_en="")
    AmendmentFactory.create(slug="repealed", after_en="")

    assert get(client, "amendments/added/")["before"] is None
    assert get(client, "amendments/repealed/")["after"] is None
    (added,) = results(client, "provisions/", on="2022-06-07", article=_number("added"))
    (gone,) = results(client, "provisions/", on="2022-06-08", article=_number("repealed"))
    assert (added["text"]["text"], added["text"]["status"]["standing"]) == (None, "not-yet")
    assert (gone["text"]["text"], gone["text"]["status"]["standing"]) == (None, "repealed")


def _number(slug: str) -> str:
    from amendments.models import Amendment

    return str(Amendment.objects.get(slug=slug).provision.article.number)  # type: ignore[union-attr]


def test_a_change_comes_with_its_sources_and_what_became_of_it_once_that_is_public(
    client: Client,
) -> None:
    change = AmendmentFactory.create(slug="one")
    cite(change, claim="after")
    successor = SuccessorFactory.create(amendment=change, state="draft")

    whole = get(client, "amendments/one/")
    assert [(each["source"], each["claim"]) for each in whole["sources"]] == [("gazette", "after")]
    assert whole["successor"] is None

    successor.state = "published"
    successor.save()

    assert get(client, "amendments/one/")["successor"]["fate"] == "carried-over"


def test_a_successor_of_an_unpublished_change_is_not_public(client: Client) -> None:
    successor = SuccessorFactory.create(amendment=AmendmentFactory.create(state="draft"))

    assert results(client, "successors/") == []
    get(client, f"successors/{successor.slug}/", 404)
