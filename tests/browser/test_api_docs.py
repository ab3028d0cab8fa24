"""The page of the API in a real browser: Swagger UI under our policy, and other sites' pages."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage


def test_an_address_is_found_tried_and_answered_under_our_policy(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/api/docs/")
    page.locator("#operations-tag-amendments").click()
    page.locator("#operations-amendments-amendments_list .opblock-summary-control").click()
    opened = page.locator("#operations-amendments-amendments_list")
    opened.get_by_role("button", name="Try it out").click()
    opened.locator("tr[data-param-name=page_size] input").fill("1")
    opened.get_by_role("button", name="Execute", exact=True).click()

    answer = opened.locator(".live-responses-table .highlight-code").first
    expect(answer).to_contain_text('"count": 77')


def test_the_guide_is_read_without_javascript_and_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(javascript=False, width=320)
    page.goto("/api/docs/")

    expect(page.get_by_role("heading", name="Five things you can do")).to_be_visible()
    expect(page.locator("code.language-python")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture
def other_site() -> Iterator[str]:
    """A page of another origin on this machine."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<link rel='icon' href='data:,'><p>Elsewhere</p>")

        def log_message(self, *arguments: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_page_of_another_site_reads_the_api(
    open_page: OpenPage, shipped_site: str, other_site: str, complaints: list[str]
) -> None:
    page = open_page()
    page.goto(other_site)
    read = """async (address) => {
      const first = await fetch(address);
      const headers = {"If-None-Match": first.headers.get("ETag")};
      const second = await fetch(address, {headers, cache: "no-store"});
      return [first.status, (await first.json()).count, second.status];
    }"""
    found = page.evaluate(read, f"{shipped_site}/api/v1/amendments/?law=2022-06&page_size=1")

    assert found == [200, 70, 304]
    assert complaints == [f"about:blank: request to elsewhere: {other_site}"]
    complaints.clear()


def test_swagger_ui_lists_every_collection(open_page: OpenPage) -> None:
    page = open_page(width=360)
    page.goto("/api/docs/")

    expect(page.locator(".opblock-tag")).to_have_count(22)
    expect(page.locator(".opblock-tag").first).to_have_text(re.compile("constitutions"))
