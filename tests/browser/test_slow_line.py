"""On a slow line a reader asks for the next thing before the last has come: the newest counts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

CHANGE = "/en/amendments/art-15-2-death-penalty/"
CHOSEN = ".views a[aria-current=true]"


class SlowLine:
    """Holds back each answer to htmx until it is let through."""

    def __init__(self, page: Page) -> None:
        self.page, self.held = page, list[Route]()
        page.route("**/*", self._hold)

    def _hold(self, route: Route) -> None:
        if {"hx-request", "hx-history-restore-request"} & route.request.headers.keys():
            self.held.append(route)
        else:
            route.continue_()

    def holds(self, number: int) -> None:
        for _tenth in range(100):
            if len(self.held) >= number:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError([route.request.url for route in self.held])

    def lets_through(self) -> None:
        """Let the answers through in the order asked; those given up are no longer wanted."""
        for route in self.held:
            route.continue_()
            self.page.wait_for_timeout(200)
        self.held.clear()


@pytest.fixture
def line(page: Page) -> Iterator[SlowLine]:
    line = SlowLine(page)
    yield line
    page.unroute_all(behavior="ignoreErrors")


def shows_and_goes_on_showing(page: Page, view: str) -> None:
    expect(page.locator(CHOSEN)).to_have_text(view)
    page.wait_for_timeout(300)
    expect(page.locator(CHOSEN)).to_have_text(view)


def test_the_view_chosen_last_is_shown(page: Page, line: SlowLine) -> None:
    page.goto(CHANGE)
    views = page.locator(".views")
    views.get_by_role("link", name="Only changes").click()
    line.holds(1)
    views.get_by_role("link", name="In one text").click()
    line.holds(2)
    line.lets_through()

    expect(page.locator(CHOSEN)).to_have_text("In one text")
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?view=inline")


def test_the_rules_filtered_last_are_shown(page: Page, line: SlowLine) -> None:
    page.goto("/en/since-2026/")
    kept, dropped = page.locator(".fates a").nth(0), page.locator(".fates a").last
    asked = (dropped.get_attribute("href") or "").partition("#")[0]
    kept.click()
    line.holds(1)
    dropped.click()
    line.holds(2)
    line.lets_through()

    expect(page).to_have_url(f"{page.url.partition('?')[0]}{asked}")
    expect(page.locator("#f-fate")).to_have_value(asked.partition("=")[2])


def test_who_goes_back_is_not_overtaken(page: Page, line: SlowLine) -> None:
    page.goto(CHANGE)
    page.get_by_role("link", name="In one text").click()
    line.holds(1)
    line.lets_through()
    expect(page.locator(CHOSEN)).to_have_text("In one text")
    page.get_by_role("link", name="Only changes").click()
    line.holds(1)
    page.go_back(wait_until="commit")
    line.holds(2)  # The page gone back to
    line.lets_through()

    shows_and_goes_on_showing(page, "Side by side")
    assert "view=" not in page.url


def test_who_goes_back_twice_sees_the_page_gone_back_to_last(page: Page, line: SlowLine) -> None:
    page.goto(CHANGE)
    for name in ("In one text", "Only changes"):
        page.get_by_role("link", name=name).click()
        line.holds(1)
        line.lets_through()
        expect(page.locator(CHOSEN)).to_have_text(name)
    page.go_back(wait_until="commit")
    line.holds(1)
    page.go_back(wait_until="commit")
    line.holds(2)
    line.held.reverse()
    line.lets_through()

    shows_and_goes_on_showing(page, "Side by side")


def test_who_goes_back_and_on_again_is_not_overtaken_by_what_was_before(
    page: Page, line: SlowLine
) -> None:
    page.goto(CHANGE)
    page.get_by_role("link", name="In one text").click()
    line.holds(1)
    line.lets_through()
    page.go_back(wait_until="commit")
    line.holds(1)
    page.get_by_role("link", name="Only changes").click()
    line.holds(2)
    line.held.reverse()
    line.lets_through()

    shows_and_goes_on_showing(page, "Only changes")
