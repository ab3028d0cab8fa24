"""A real Chromium before the real site with the shipped content.

Every page is watched: an error in its console, a script that fails or a breach of the Content
Security Policy (Chromium reports one as a console error) fails the test at its end.
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal, Protocol
from unittest.mock import patch

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.http import HttpRequest
from django.test.utils import modify_settings
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.chromium import find_chromium

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000  # Milliseconds for anything awaited, also on a busy machine
expect.set_options(timeout=PATIENCE)
HARMLESS = {  # What htmx tells of a request that a newer one replaced
    "htmx:afterRequest, [object HTMLElement]",
    "htmx:sendAbort, [object HTMLElement]",
}

ColourScheme = Literal["light", "dark"]


class OpenPage(Protocol):
    def __call__(
        self,
        *,
        width: int = 1280,
        height: int = 800,
        colour_scheme: ColourScheme = "light",
        javascript: bool = True,
        reduced_motion: bool = False,
        forced_colours: bool = False,
    ) -> Page: ...


@pytest.fixture(scope="session")
def browser(_served: LiveServer) -> Iterator[Browser]:
    """Start one Chromium for the session; it goes before the server, to let its threads end."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(), args=ARGUMENTS, headless=True
        )
        yield chromium
        chromium.close()
        connections.close_all()  # Django keeps others for code under Playwright's running loop


@pytest.fixture(scope="session")
def _served(shipped_content: None, django_db_blocker: DjangoDbBlocker) -> Iterator[LiveServer]:
    """Serve from a thread for the rest of the session; browser tests are the last to run.

    A browser keeps static files for an hour, as it does those of a site that runs.
    """
    serve = StaticFilesHandler.serve

    def serve_to_keep(handler: StaticFilesHandler, request: HttpRequest) -> Any:
        response = serve(handler, request)
        response["Cache-Control"] = "max-age=3600"
        return response

    with (
        django_db_blocker.unblock(),
        modify_settings(ALLOWED_HOSTS={"append": "127.0.0.1"}),
        patch.object(StaticFilesHandler, "serve", serve_to_keep),
    ):
        server = LiveServer("127.0.0.1")
        yield server
        server.stop()


@pytest.fixture
def shipped_site(_served: LiveServer) -> str:
    """Return the address of a running site with the shipped content, no slash at the end.

    The database is shared by all browser tests and open to the test itself. What a test writes
    stays: let it make things of its own rather than change what ships.
    """
    return _served.url


@pytest.fixture
def complaints() -> list[str]:
    """What the pages of this test complained of; a test that provokes one empties the list."""
    return []


@pytest.fixture
def open_page(browser: Browser, shipped_site: str, complaints: list[str]) -> Iterator[OpenPage]:
    """Return a function that opens a watched page of its own session; addresses may be paths."""
    contexts: list[BrowserContext] = []

    def open_page(
        *,
        width: int = 1280,
        height: int = 800,
        colour_scheme: ColourScheme = "light",
        javascript: bool = True,
        reduced_motion: bool = False,
        forced_colours: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=shipped_site,
            viewport={"width": width, "height": height},
            color_scheme=colour_scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce" if reduced_motion else "no-preference",
            forced_colors="active" if forced_colours else "none",
            locale="kk-KZ",
            timezone_id=settings.TIME_ZONE,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        _watch(page, shipped_site, complaints.append)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A watched page, 1280 by 800, light, with JavaScript."""
    return open_page()


def _watch(page: Page, site: str, complain: Callable[[str], None]) -> None:
    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and message.text not in HARMLESS:
            complain(f"{page.url}: console: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: complain(f"{page.url}: script: {error}"))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((f"{site}/", "data:", "blob:", "about:"))
            else complain(f"{page.url}: request to elsewhere: {request.url}")
        ),
    )
