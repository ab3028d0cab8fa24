"""A reader of Kazakh or Russian meets no other language but where the page says so."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.pages import PAGES
from tests.web.shown_words import foreign_words, words_of_the_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]


@pytest.fixture(scope="module")
def known() -> dict[str, frozenset[str]]:
    """The words of the content, read once; filled by the first test that has the database."""
    return {}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_one_language(
    client: Client, known: dict[str, frozenset[str]], path: str, language: str
) -> None:
    if language not in known:
        known[language] = words_of_the_content(language)
    page = client.get(f"/{language}{path}").content.decode()
    asked = frozenset(parse_qs(urlsplit(path).query).get("q", []))
    if asked:
        asked |= {"president"}  # What is searched for in place of a slip

    assert foreign_words(page, language, known[language] | asked) == set()
