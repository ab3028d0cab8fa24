"""The page that describes the API: a public page like any other, complete without scripts."""

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import Settings

from civic.api_docs import GUIDE, LOCAL, guide

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
    assert len(headings) == 7
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


@pytest.mark.usefixtures("shipped_content")
def test_what_the_guide_embeds_may_be_framed_and_is_found_by_its_address(client: Client) -> None:
    text = GUIDE.read_text("utf-8")
    frames = [unescape(each) for each in re.findall(rf'<iframe src="{LOCAL}([^"]+)"', text)]
    (address,) = re.findall(r"--data-urlencode url=(\S+)", text)

    assert [frame.split("/")[2] for frame in frames] == ["amendments", "questions"]
    for frame in frames:
        shown = client.get(frame)
        assert shown.status_code == 200
        assert "frame-ancestors * file:" in shown["Content-Security-Policy"]
    found = client.get("/oembed", {"url": address, "maxwidth": 480}).json()
    assert frames[0].partition("?")[0] in found["html"]
    assert found["width"] == 480


def test_the_page_about_the_site_leads_to_it(client: Client) -> None:
    assert 'href="/api/docs/"' in client.get("/en/about/").content.decode()
