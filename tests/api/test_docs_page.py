"""The page that describes the API: a public page like any other, complete without scripts."""

import pytest
from django.test import Client
from pytest_django import Settings

from civic.api_docs import GUIDE, guide

pytestmark = pytest.mark.django_db


def test_the_page_holds_the_whole_guide_and_is_the_same_for_everyone(client: Client) -> None:
    page = client.get("/api/docs/")
    again = client.get("/api/docs/", headers={"If-None-Match": page["ETag"]})

    html = page.content.decode()
    headings = [
        line.removeprefix("## ")
        for line in GUIDE.read_text("utf-8").splitlines()
        if line.startswith("## ")
    ]
    assert len(headings) == 6
    for heading in headings:
        assert f"<h2>{heading}</h2>" in html
    assert '<html lang="en">' in html
    assert again.status_code == 304


def test_the_examples_of_the_page_name_the_site_itself(settings: Settings) -> None:
    settings.SITE_URL = "https://atazan.example"
    guide.cache_clear()
    try:
        shown = guide()
    finally:
        guide.cache_clear()

    assert "https://atazan.example/api/v1/articles/" in shown
    assert "127.0.0.1" not in shown


def test_the_page_about_the_site_leads_to_it(client: Client) -> None:
    assert 'href="/api/docs/"' in client.get("/en/about/").content.decode()
