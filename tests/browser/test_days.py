"""A reader moves along the days of an article with the slider, the select and the back button."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

ARTICLE = "/en/constitution/article-4/"


def test_the_slider_moves_the_day_and_keeps_the_focus(page: Page) -> None:
    page.goto(ARTICLE)
    slider = page.locator("#line")
    expect(slider).to_have_attribute("aria-valuetext", "30 June 2026")

    slider.focus()
    page.keyboard.press("Home")

    expect(page.locator("#told")).to_contain_text("As it read on 23 March 2019.")
    expect(page.locator("#reading .law")).to_contain_text("Constitutional Council")
    expect(page.locator("#on")).to_have_value("2019-03-23")
    expect(slider).to_be_focused()
    assert page.url.endswith("?on=2019-03-23")
    assert page.title().startswith("Article 4 on 23 March 2019")

    page.keyboard.press("ArrowRight")
    expect(page.locator("#reading .law")).to_contain_text("Constitutional Court")
    page.go_back()
    expect(page.locator("#reading .law")).to_contain_text("Constitutional Council")


def test_two_days_are_compared_and_the_keys_walk_the_changes(page: Page) -> None:
    page.goto(ARTICLE)
    page.get_by_text("Another day, or compare two days").click()
    page.get_by_role("button", name="Compare").click()

    expect(page.locator("#texts ins").first).to_contain_text("Court")
    assert page.url.endswith("?from=2019-03-23&to=2026-06-30")
    page.locator("h1").click()
    page.keyboard.press("n")
    expect(page.locator("#texts [data-change]").first).to_be_focused()


def test_a_typed_day_leaves_the_focus_at_what_is_told(page: Page) -> None:
    page.goto(ARTICLE)
    page.get_by_text("Another day, or compare two days").click()
    page.get_by_label("Any day").fill("2022-12-31")
    page.keyboard.press("Enter")

    expect(page.locator("[data-told]")).to_contain_text("As it read on 31 December 2022.")
    expect(page.locator("[data-told]")).to_be_focused()


def test_without_javascript_the_select_and_its_button_do_the_job(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    page.goto(ARTICLE)
    expect(page.locator("#line")).to_be_hidden()

    page.get_by_label("Show the law on").select_option("2019-03-23")
    page.locator("#show").click()

    expect(page.locator("#reading .law")).to_contain_text("Constitutional Council")
