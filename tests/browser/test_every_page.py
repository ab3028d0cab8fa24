"""Every kind of page before axe, on a narrow screen, in the dark, without JavaScript."""

import pytest
from playwright.sync_api import Page

from amendments.languages import LANGUAGES
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage
from tests.pages import PAGES

WIDTHS = (360, 320)  # Of phones


def too_narrow_for(page: Page) -> list[int]:
    """Return the widths of phones on which the page shown does not fit; the window stays so."""
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(width)
    return wide


@pytest.mark.takes_long
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_violation_and_nothing_is_wider_than_a_phone(
    open_page: OpenPage, language: str
) -> None:
    light, dark = open_page(), open_page(colour_scheme="dark")
    found = []
    for at, path in enumerate(PAGES):
        page = dark if at % 2 else light
        page.set_viewport_size({"width": 360 if at % 2 else 1280, "height": 800})
        page.goto(f"/{language}{path}")
        found += [(path, violation) for violation in violations(page)]
        found += [(path, f"wider than {width} px") for width in too_narrow_for(page)]

    assert found == []


def test_every_page_is_complete_without_javascript(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    for path in PAGES:
        response = page.goto(f"/en{path}")
        assert response is not None
        assert response.status == 200
        assert page.locator("h1").is_visible()
        assert page.locator("main [hidden]:visible").count() == 0


@pytest.mark.takes_long
def test_kazakh_in_latin_script_fits_a_phone_and_axe(open_page: OpenPage) -> None:
    page = open_page(width=360)
    found = []
    for at, path in enumerate(PAGES):
        page.goto(f"/kk{path}{'&' if '?' in path else '?'}script=latn")
        if at % 4 == 0:  # The same pages in other letters
            found += [(path, violation) for violation in violations(page)]
        found += [(path, f"wider than {width} px") for width in too_narrow_for(page)]

    assert found == []


def test_a_reader_of_latin_script_stays_in_it_and_finds_the_way_back(open_page: OpenPage) -> None:
    page = open_page(width=360)
    page.goto("/kk/")

    with page.expect_navigation():
        page.get_by_role("link", name="Qazaqşa").click()
    with page.expect_navigation():
        page.locator('.ways a[href^="/kk/amendments/"]').click()
    assert page.url.endswith("/kk/amendments/?script=latn")
    assert page.locator("html").get_attribute("lang") == "kk-Latn"

    with page.expect_navigation():
        page.get_by_role("link", name="Қазақша").click()
    assert page.url.endswith("/kk/amendments/")
    assert page.locator("html").get_attribute("lang") == "kk"
