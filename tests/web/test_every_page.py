"""What every public page promises, tried on the shipped content in all three languages."""

import gzip
import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amendments.languages import LANGUAGES
from tests.pages import PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]

FIRST_WINDOW = 14 * 1024  # One initial TCP window: what arrives in one round trip
ALL_SCRIPTS = 25 * 1024
EVERY_PAGE = [f"/{language}{path}" for language in LANGUAGES for path in PAGES]


def compressed(text: bytes) -> int:
    return len(gzip.compress(text, 6))


def linked(html: str, pattern: str) -> int:
    total = 0
    for address in re.findall(pattern, html):
        file = finders.find(address.removeprefix("/static/"))
        assert isinstance(file, str), f"{address} is not among the static files"
        with open(file, "rb") as content:
            total += compressed(content.read())
    return total


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_a_page_is_light_the_same_for_everyone_and_costs_few_queries(
    client: Client, path: str
) -> None:
    client.get(path)  # What a process asks only once
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    html = response.content.decode()

    assert response.status_code == 200
    assert len(queries) <= 8, [query["sql"][:150] for query in queries]
    styles = linked(html, r'<link rel="stylesheet" href="([^"]+)"')
    assert compressed(response.content) + styles <= FIRST_WINDOW
    assert linked(html, r'<script src="([^"]+)"') <= ALL_SCRIPTS
    assert not response.cookies
    assert "Cookie" not in response["Vary"]
    assert "csrfmiddlewaretoken" not in html
    assert "unsafe" not in response["Content-Security-Policy"]
    again = client.get(path, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_a_page_has_a_title_a_description_and_one_main_heading(client: Client, path: str) -> None:
    html = client.get(path).content.decode()

    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    description = re.search(r'<meta name="description" content="(.*?)">', html, re.DOTALL)
    assert title and title[1].strip()
    assert description and description[1].strip()
    assert len(re.findall(r"<h1[ >]", html)) == 1


def test_every_change_can_be_read_in_every_view(client: Client) -> None:
    from amendments.models import Amendment
    from amendments.redline_view import RedlineView

    slugs = list(Amendment.objects.published().values_list("slug", flat=True))
    broken: list[Any] = []
    for slug in slugs:
        for view in RedlineView.values:
            response = client.get(f"/en/amendments/{slug}/", {"view": view})
            if response.status_code != 200 or 'class="law"' not in response.content.decode():
                if "no-text" not in response.content.decode():
                    broken.append((slug, view, response.status_code))

    assert len(slugs) == 77
    assert broken == []


@pytest.mark.parametrize(
    ("path", "says", "does_not_say"),
    [
        (
            "/en/constitution/article-4/?on=2022-12-31",
            "Constitutional Council",
            "Constitutional Court",
        ),
        (
            "/en/constitution/article-4/?on=2023-01-01",
            "Constitutional Court",
            "Constitutional Council",
        ),
        ("/en/constitution/article-71/?on=2022-08-01", "run for six years", "run for eight years"),
        ("/en/constitution/article-71/?on=2022-10-01", "run for eight years", "run for six years"),
    ],
)
def test_the_law_reads_as_it_stood(client: Client, path: str, says: str, does_not_say: str) -> None:
    html = client.get(path).content.decode()
    law = " ".join(re.findall(r'<div class="law".*?</div>', html, re.DOTALL))

    assert says in law
    assert does_not_say not in law
