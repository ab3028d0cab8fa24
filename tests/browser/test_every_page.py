"""Every kind of page before axe, on a narrow screen, in the dark, without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from amendments.languages import LANGUAGES
from tests.browser.conftest import OpenPage
from tests.pages import PAGES

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_violation(open_page: OpenPage, language: str) -> None:
    page = open_page()
    dark = open_page(width=360, colour_scheme="dark")
    found = []
    for at, path in enumerate(PAGES):
        shown = dark if at % 2 else page
        shown.goto(f"/{language}{path}")
        for violation in Axe().run(shown, options=RULES).response["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            found.append((path, violation["id"], nodes))

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360])
def test_nothing_is_wider_than_a_phone(open_page: OpenPage, language: str, width: int) -> None:
    page = open_page(width=width)
    wide = []
    for path in PAGES:
        page.goto(f"/{language}{path}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)

    assert wide == []


def test_every_page_is_complete_without_javascript(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    for path in PAGES:
        response = page.goto(f"/en{path}")
        assert response is not None
        assert response.status == 200
        assert page.locator("h1").is_visible()
        assert page.locator("main [hidden]:visible").count() == 0


def test_kazakh_in_latin_script_fits_a_phone_and_axe(open_page: OpenPage) -> None:
    page = open_page(width=360)
    wide, found = [], []
    for path in PAGES:
        page.goto(f"/kk{path}{'&' if '?' in path else '?'}script=latn")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
        for violation in Axe().run(page, options=RULES).response["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            found.append((path, violation["id"], nodes))

    assert (wide, found) == ([], [])


def test_a_reader_of_latin_script_stays_in_it_and_finds_the_way_back(open_page: OpenPage) -> None:
    page = open_page(width=360)
    page.goto("/kk/")

    page.get_by_role("link", name="Qazaqşa (latyn)").click()
    page.locator('.ways a[href^="/kk/amendments/"]').click()
    assert page.url.endswith("/kk/amendments/?script=latn")
    assert page.locator("html").get_attribute("lang") == "kk-Latn"

    page.get_by_role("link", name="Қазақша").click()
    assert page.url.endswith("/kk/amendments/")
    assert page.locator("html").get_attribute("lang") == "kk"
