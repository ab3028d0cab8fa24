"""The public log of what was wrong and what the pages say now."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client

from amendments.content_files import kinds
from amendments.content_files.reading import read_content
from amendments.models import Correction
from tests.factories.corrections import CorrectionFactory

pytestmark = pytest.mark.django_db
LOG = "/en/corrections/"


def words(client: Client, path: str = LOG) -> str:
    return " ".join(client.get(path).content.decode().split())


def test_the_log_says_what_was_wrong_and_what_the_page_says_now(client: Client) -> None:
    CorrectionFactory(slug="day-of-the-vote")

    html = words(client)

    assert '<li id="day-of-the-vote"> <div class="at"><time datetime="2026-07-05">' in html
    assert '<h3><a href="/en/timeline/">The day of the vote</a></h3>' in html
    assert "<dt>Was wrong</dt><dd>The vote was said to have been on 6 June.</dd>" in html
    assert "<dt>It says now</dt><dd>The vote was on 5 June 2022.</dd>" in html


def test_an_untranslated_correction_names_its_language(client: Client) -> None:
    CorrectionFactory()

    html = words(client, "/kk/corrections/")

    assert '<h3 lang="en"><a href="/kk/timeline/">' in html
    assert '<span class="tag" lang="en">English</span>' in html


def test_an_empty_log_says_so(client: Client) -> None:
    CorrectionFactory(state="draft")

    assert "Nothing had to be corrected yet." in words(client)


def test_the_log_is_paged_with_the_latest_first(client: Client) -> None:
    for day in range(1, 23):
        CorrectionFactory(date=date(2026, 6, day), slug=f"june-{day}")

    first, second = (client.get(LOG, {"page": page}).context["page"] for page in (1, 2))

    assert [c.slug for c in first][:2] == ["june-22", "june-21"]
    assert [c.slug for c in second] == ["june-2", "june-1"]


@pytest.mark.parametrize("corrections", [1, 3])
def test_the_log_costs_the_same_for_any_number_of_corrections(
    client: Client, corrections: int, django_assert_num_queries: Any
) -> None:
    CorrectionFactory.create_batch(corrections)
    client.get(LOG)  # What a process asks only once

    with django_assert_num_queries(4):
        response = client.get(LOG)

    assert len(response.context["page"]) == corrections


@pytest.mark.parametrize("page", ["https://evil.example/", "//evil.example/", "glossary/", "/a b"])
def test_a_correction_is_of_a_page_of_this_site(page: str) -> None:
    with pytest.raises(ValidationError) as refused:
        CorrectionFactory.build(page=page).clean_fields()

    assert "page" in refused.value.message_dict


def test_corrections_are_written_to_the_content_files_and_read_back(tmp_path: Any) -> None:
    CorrectionFactory(slug="day-of-the-vote")
    call_command("dump_content", folder=tmp_path, verbosity=0)

    [read] = read_content(kinds, tmp_path).entries["corrections"]

    assert read.entry == {
        "slug": "day-of-the-vote",
        "date": date(2026, 7, 5),
        "page": "/timeline/",
        "title": {"en": "The day of the vote"},
        "what_was_wrong": {"en": "The vote was said to have been on 6 June."},
        "what_it_says_now": {"en": "The vote was on 5 June 2022."},
    }


def test_the_history_of_a_correction_keeps_its_translations() -> None:
    correction = CorrectionFactory()
    correction.title_ru = "День голосования"
    correction.save()

    history: Any = Correction.history  # type: ignore[attr-defined]  # Added by simple_history
    titles = history.filter(slug=correction.slug).values_list("title_ru", flat=True)

    assert list(titles) == ["День голосования", None]
