"""A newcomer takes a quiz in a real browser: by mouse, by keyboard alone, without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from amendments.languages import LANGUAGES
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage

TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CHANGE = "/en/amendments/art-15-2-death-penalty/"


def answer_something(page: Page) -> None:
    """Answer the question shown, by whatever its form has, and wait for the verdict."""
    asked = page.locator(".asked")
    expect(asked).to_be_visible()
    selects = asked.locator("select")
    if selects.count():
        for at in range(selects.count()):
            options = selects.nth(at).locator("option").count()
            selects.nth(at).select_option(index=at % (options - 1) + 1)
    elif asked.locator(".pieces").count():
        asked.locator(".pieces label").first.click()
    elif asked.locator("input[inputmode]").count():
        asked.locator("input").first.fill("7")
    else:
        asked.locator(".options label").last.click()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator(".verdict")).to_be_visible()


def test_from_a_change_to_a_certificate_to_oblivion(open_page: OpenPage) -> None:
    page = open_page(width=360)
    page.goto(CHANGE)
    page.get_by_role("link", name="One question on this change").click()
    island = page.locator("[data-island]")
    island.locator(".options label").first.click()
    island.get_by_role("button", name="Answer").click()
    expect(island.locator(".verdict")).to_be_focused()
    assert page.url.endswith(CHANGE)  # Answered in place
    assert page.context.cookies() == []

    page.get_by_role("link", name="The quiz on “Rights and freedoms”").click()
    with page.expect_navigation():
        page.get_by_role("link", name="To the start").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Start", exact=True).click()
    wrong = 0
    while "/results/" not in page.url:
        answer_something(page)
        expect(page.locator(".verdict")).to_be_focused()
        wrong += page.locator(".verdict.is-wrong").count()
        expect(page.locator(".why")).to_be_visible()
        with page.expect_navigation():
            page.locator(".onward").locator("a.button, button:not(.link)").click()
    assert wrong >= 2
    expect(page.locator("h1")).to_contain_text("of 12 points")
    expect(page.get_by_role("button", name="Try again what was missed")).to_be_visible()

    with page.expect_navigation():
        page.get_by_role("link", name="Certificate to print").click()
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator("main").inner_text())
    assert code
    page.goto(f"/en/quizzes/certificates/?code={code[0]}")
    expect(page.get_by_role("status")).to_contain_text("The code is ours")

    page.goto("/en/quizzes/mine/")
    page.get_by_role("button", name="Delete everything").click()
    expect(page.locator("h1")).to_have_text("You are forgotten")
    assert page.context.cookies() == []


def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/en/quizzes/judiciary/start/")
    page.get_by_label("one at a time").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/1/")
    page.locator(".asked :is(input, select)").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_be_focused()
    page.evaluate(TWO_FRAMES)  # The browser honours `autofocus` once more before it draws
    page.keyboard.press("Tab")
    while page.locator(".onward a.button:focus").count() == 0:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2/")


def test_everything_works_without_javascript(open_page: OpenPage, complaints: list[str]) -> None:
    page = open_page(javascript=False)
    page.goto("/en/quizzes/questions/about/art-15-2-death-penalty/")
    page.locator(".options input").first.check()
    page.get_by_role("button", name="Answer").click()
    expect(page.locator(".verdict")).to_be_visible()

    page.goto("/en/quizzes/judiciary/start/")
    with page.expect_navigation():
        page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose an answer first")
    complaints.clear()  # Chromium takes the 422 for an error
    answer_something(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Next question").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Mark for later").click()
    page.get_by_role("link", name="All questions").click()
    expect(page.locator("main")).to_contain_text("1 is marked for later.")
    page.get_by_role("button", name="Finish and see the results").click()
    expect(page.locator("h1")).to_contain_text("of 6 points")


@pytest.mark.parametrize("pages", ["one", "all"])
def test_what_is_chosen_but_not_sent_outlives_a_change_of_language(page: Page, pages: str) -> None:
    page.goto("/en/quizzes/true-today/start/")
    page.locator(f"input[value={pages}]").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Start", exact=True).click()
    chosen = page.locator(".asked input[type=radio]").last
    chosen.check()
    value = chosen.input_value()
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator(".asked input:checked")).to_have_count(1)
    expect(page.locator(".asked input[type=radio]").last).to_be_checked()
    assert page.locator(".asked input:checked").input_value() == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_violation_on_a_learners_pages(open_page: OpenPage, language: str) -> None:
    page = open_page(width=360, colour_scheme="dark" if language == "ru" else "light")
    found: list[tuple[str, str]] = []

    def look() -> None:
        found.extend((page.url, violation) for violation in violations(page))
        assert page.locator("html").evaluate("each => each.scrollWidth") <= 360

    page.goto(f"/{language}/quizzes/true-today/start/")
    look()
    page.locator("form.form button").click()
    page.wait_for_url("**/1/")
    look()
    page.locator(".asked .options label").first.click()
    page.locator("form[hx-post] button").click()
    expect(page.locator(".verdict")).to_be_visible()
    look()
    page.locator(".onward li a").last.click()
    page.wait_for_url(re.compile(r"/attempts/[0-9a-f-]{36}/$"))
    look()
    page.locator("form.finish button").click()
    page.wait_for_url("**/results/")
    look()
    for path in ("mine/", "continue/", "certificates/?code=AAAA"):
        page.goto(f"/{language}/quizzes/{path}")
        look()
    page.goto(f"/{language}/quizzes/spot-the-change/start/")
    page.locator("input[value=all]").check()
    page.locator("form.form button").click()
    page.wait_for_url(re.compile(r"/attempts/[0-9a-f-]{36}/$"))
    look()
    assert found == []
