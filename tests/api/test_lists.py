"""Lists: what an item holds, how they are filtered, ordered, paged and searched."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amendments.freshness import note_public_change
from amendments.models import Amendment, Source
from civic.api import collections
from tests.api.asking import get, results
from tests.api.many_rows import MANY
from tests.factories import (
    AmendingLawFactory,
    AmendmentFactory,
    ArticleFactory,
    HeadingFactory,
    ProvisionFactory,
    TopicFactory,
)
from tests.factories.votes import cite

pytestmark = pytest.mark.django_db

MOST_QUERIES = 8


@pytest.mark.parametrize("rows", [1, 3, 100])
@pytest.mark.parametrize("name", collections)
def test_a_list_costs_few_queries_whatever_its_size(client: Client, name: str, rows: int) -> None:
    MANY[name](rows)
    note_public_change()
    get(client, f"{name}/", page_size=1)  # What a process asks only once

    with CaptureQueriesContext(connection) as queries:
        found = get(client, f"{name}/", page_size=100)

    assert len(found["results"]) >= rows
    assert len(queries) <= MOST_QUERIES


def a_change(**values: Any) -> Any:
    return AmendmentFactory.create(**values)


def slugs(client: Client, **query: Any) -> list[str]:
    return [each["slug"] for each in results(client, "amendments/", **query)]


def test_an_item_names_what_it_is_about(client: Client) -> None:
    article = ArticleFactory.create(number="83-1")
    change = a_change(
        slug="one",
        provision=ProvisionFactory.create(article=article),
        applied_from=date(2023, 3, 19),
    )

    (item,) = results(client, "amendments/")

    expected = {
        "slug": "one",
        "law": "2022-06",
        "article": "83-1",
        "provision": "1995-art-83-1-1",
        "kind": "amended",
        "topic": "parliament",
        "title": change.title_en,
        "in_force_from": "2022-06-08",
        "in_force_until": "2026-07-01",
        "applied_from": "2023-03-19",
        "url": "http://127.0.0.1:8000/en/amendments/one/",
    }
    assert {name: item[name] for name in expected} == expected


def test_the_heading_of_a_section_is_in_no_article(client: Client) -> None:
    a_change(provision=HeadingFactory.create())

    assert results(client, "amendments/")[0]["article"] is None


def test_a_list_is_filtered_by_each_of_its_parameters(client: Client) -> None:
    a_change(slug="plain")
    later = AmendingLawFactory.create(slug="2022-09", dated=date(2022, 9, 17))
    a_change(slug="of-september", law=later)
    a_change(slug="added", before_en="", topic=TopicFactory.create(slug="court"))
    a_change(
        slug="in-article-44",
        in_force_from=date(2023, 1, 1),
        provision=ProvisionFactory.create(article=ArticleFactory.create(number="44")),
    )

    assert slugs(client, law="2022-09") == ["of-september"]
    assert slugs(client, kind="added") == slugs(client, topic="court") == ["added"]
    assert slugs(client, article="44") == ["in-article-44"]
    assert set(slugs(client, in_force_on="2022-12-31")) == {"plain", "of-september", "added"}
    assert slugs(client, in_force_on="2026-07-01") == []
    assert slugs(client, law="2022-06", kind="amended", article="44") == ["in-article-44"]


def test_changed_since_leaves_out_what_stayed_as_it_was(client: Client) -> None:
    old, new, due = (a_change(slug=slug) for slug in ("old", "new", "due"))
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    Amendment.history.filter(id__in=[old.pk, due.pk]).update(history_date=long_ago)  # type: ignore[attr-defined]
    hour_ago = timezone.now() - timedelta(hours=1)
    Amendment.objects.filter(pk=due.pk).update(publish_at=hour_ago)
    note_public_change()

    assert set(slugs(client, changed_since="2026-06-01")) == {"new", "due"}
    assert set(slugs(client, changed_since="2025-12-31T23:59:59Z")) == {"old", "new", "due"}
    assert set(slugs(client, changed_since="0001-01-01")) == {"old", "new", "due"}
    changed = {each["slug"]: each["changed"] for each in results(client, "amendments/")}
    assert datetime.fromisoformat(changed["old"]) == long_ago
    assert datetime.fromisoformat(changed["due"]) == hour_ago
    assert new.slug in changed


def test_an_order_is_turned_round_by_a_minus(client: Client) -> None:
    for slug, day in (("b", 8), ("a", 9), ("c", 10)):
        a_change(slug=slug, in_force_from=date(2022, 6, day))

    assert slugs(client, ordering="slug") == ["a", "b", "c"]
    assert slugs(client, ordering="-in_force_from") == ["c", "a", "b"]


def test_publishers_are_named_and_ordered_in_the_language_asked_for(client: Client) -> None:
    Source.objects.create(slug="fund", publisher_ru="Фонд", publisher_en="Foundation")
    Source.objects.create(slug="agency", publisher_ru="Агентство", publisher_en="The Agency")
    Source.objects.create(slug="brand", publisher_en="Vlast.kz")
    cite(a_change(slug="change"), "fund")

    def listed(language: str) -> list[tuple[str, str]]:
        found = get(client, "sources/", lang=language)["results"]
        return [(each["slug"], each["publisher"]) for each in found]

    assert listed("en") == [("fund", "Foundation"), ("agency", "The Agency"), ("brand", "Vlast.kz")]
    assert listed("ru") == [("brand", "Vlast.kz"), ("agency", "Агентство"), ("fund", "Фонд")]
    [cited] = get(client, "amendments/change/", lang="ru")["sources"]
    assert cited["publisher"] == "Фонд"


def test_pages_hang_together(client: Client) -> None:
    for number in range(5):
        a_change(slug=f"change-{number}")

    first = get(client, "amendments/", page_size=2, ordering="slug")
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()

    assert [each["count"] for each in (first, second, third)] == [5, 5, 5]
    assert [each["slug"] for page in (first, second, third) for each in page["results"]] == [
        f"change-{number}" for number in range(5)
    ]
    assert (first["previous"], third["next"]) == (None, None)
    assert client.get(second["previous"]).json()["results"] == first["results"]


def test_a_list_kept_by_the_process_is_read_anew_once_something_changes(client: Client) -> None:
    a_change(slug="first")
    assert slugs(client) == ["first"]

    a_change(slug="second")

    assert set(slugs(client)) == {"first", "second"}


def test_fields_leave_everything_else_out(client: Client) -> None:
    a_change(slug="one")

    assert results(client, "amendments/", fields="slug,kind") == [
        {"slug": "one", "kind": "amended"}
    ]
    assert get(client, "amendments/one/", fields="title").keys() == {"title"}


def test_a_search_finds_what_the_site_finds_the_best_first(client: Client) -> None:
    a_change(slug="courts", title_en="Judges of the Constitutional Court")
    a_change(slug="aside", what_changed_en="The court is named once.")
    a_change(slug="other", title_en="Land")

    assert slugs(client, search="court") == ["courts", "aside"]
    assert slugs(client, search="cuort") == ["courts", "aside"]
    assert slugs(client, search="court", ordering="slug") == ["aside", "courts"]
    assert slugs(client, search="court", topic="parliament", page_size=1) == ["courts"]


def test_a_search_costs_few_queries_even_for_a_slip(client: Client) -> None:
    a_change(title_en="Judges of the Constitutional Court")
    get(client, "amendments/")

    with CaptureQueriesContext(connection) as queries:
        assert len(slugs(client, search="constitutionl cuort")) == 1

    assert len(queries) <= MOST_QUERIES


def test_a_long_search_reads_on_where_a_word_is_left_out(client: Client) -> None:
    known = "one two three four five six seven eight nine"
    a_change(slug="counted", title_en=known)

    assert slugs(client, search=f"xqzzk {known}") == ["counted"]
