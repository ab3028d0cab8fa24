import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from amendments.models import State
from tests.factories.votes import StatementFactory, cite

pytestmark = pytest.mark.django_db


def words(client: Client, path: str) -> str:
    return " ".join(client.get(path).content.decode().split())


def test_about_shows_how_we_know_and_all_that_we_do_not_know(client: Client) -> None:
    cite(StatementFactory(page="about", kind="method", title_en="Our renderings"), "gazette")
    StatementFactory(page="timeline", kind="unknown", title_en="After July")
    StatementFactory(page="timeline", kind="caveat", title_en="Only on the timeline")
    StatementFactory(page="about", title_en="A draft", state=State.DRAFT)

    html = words(client, "/en/about/")

    assert html.index("Our renderings") < html.index("What we do not know")
    assert html.index("What we do not know") < html.index("After July")
    assert '<a href="/en/sources/gazette/">Gazette</a>' in html
    assert "Only on the timeline" not in html
    assert "A draft" not in html


def test_about_names_both_licences(client: Client) -> None:
    html = words(client, "/en/about/")

    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in html
    assert "MIT licence" in html


@pytest.mark.parametrize("statements", [1, 3])
def test_about_costs_the_same_for_any_number_of_statements(
    client: Client, statements: int, django_assert_num_queries: Any
) -> None:
    for page in ("about", "timeline"):
        for statement in StatementFactory.create_batch(statements, page=page):
            cite(statement, f"source-{statement.slug}")
    client.get("/en/about/")

    with django_assert_num_queries(6):
        client.get("/en/about/")


def test_what_is_said_of_cookies_is_what_the_site_does(client: Client) -> None:
    said = words(client, "/en/privacy/")

    chosen = client.get("/language/kk/")
    read = client.get("/en/timeline/")
    form = client.get("/en/report/")

    cookie = chosen.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (list(chosen.cookies), cookie.value) == (["language"], "kk")
    assert cookie["max-age"] == 365 * 24 * 60 * 60
    assert list(read.cookies) == []
    assert list(form.cookies) == ["csrftoken"]
    assert "“language”" in said
    assert "“csrftoken”" in said


def test_the_pages_load_nothing_from_other_sites(client: Client) -> None:
    for path in ("/en/privacy/", "/en/accessibility/", "/en/voices/"):
        response = client.get(path)
        loaded = re.findall(
            r'<(?:script|img|iframe|source)\b[^>]*\bsrc="([^"]+)"'
            r'|<link rel="(?:stylesheet|icon)" href="([^"]+)"',
            response.content.decode(),
        )

        assert [url for pair in loaded for url in pair if url and not url.startswith("/")] == []
        assert "http" not in response["Content-Security-Policy"]


def test_the_accessibility_statement_says_what_was_not_tested(client: Client) -> None:
    html = words(client, "/en/accessibility/")

    assert "WCAG 2.2, level AA" in html
    assert "What was not tested" in html
    assert "No reader with a disability has tested the site yet" in html
