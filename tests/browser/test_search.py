"""A reader searches with the keyboard alone, slips, and goes back to what was asked before."""

import re

from playwright.sync_api import Page, expect

SLIP, MEANT = "deth penlty", "death penalty"
CHANGE = "/en/amendments/art-15-2-death-penalty/"
EARLIER = "constitutional court"


def ask(page: Page, text: str) -> None:
    """Type a question over the one that stands there, and send it."""
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def reach_the_question(page: Page) -> None:
    question = page.get_by_role("main").get_by_role("searchbox")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the text")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(question).to_be_focused()


def test_a_question_with_a_slip_finds_a_change_by_keyboard_alone(page: Page) -> None:
    page.goto("/en/search/")
    reach_the_question(page)

    ask(page, SLIP)

    expect(page.locator("#results-heading")).to_contain_text(f"“{MEANT}”")
    hit = page.locator(f".hits a[href='{CHANGE}']")
    expect(hit.locator("mark")).to_have_text(["death", "penalty"])
    for _step in range(20):
        page.keyboard.press("Tab")
        if hit.and_(page.locator(":focus")).count():
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Prohibition of the death penalty")


def test_the_back_button_leads_to_the_earlier_question(page: Page) -> None:
    page.goto("/en/search/?q=judges")
    reach_the_question(page)
    ask(page, EARLIER)
    expect(page.locator("#results-heading")).to_contain_text(f"“{EARLIER}”")
    expect(page).to_have_url(re.compile(r"q=constitutional(%20|\+)court$"))

    ask(page, SLIP)
    expect(page.locator("#results-heading")).to_contain_text(f"“{MEANT}”")

    page.go_back()

    expect(page.locator("#results-heading")).to_contain_text(f"“{EARLIER}”")
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value(EARLIER)
    expect(page.locator(".hits mark").first).to_be_visible()


def test_what_is_shown_while_typing_is_one_step_of_the_history(page: Page) -> None:
    page.goto(f"/en/search/?q={EARLIER}")
    heading, question = page.locator("#results-heading"), page.locator("#q")
    for text in ("death", "death pen", MEANT):
        question.fill(text)
        expect(page).to_have_url(re.compile(rf"q={text.replace(' ', '(%20|.)')}$"))
    question.press("Enter")
    only_terms = page.locator("#kind-term")
    only_terms.click()
    expect(page).to_have_url(re.compile("kind=term"))

    page.go_back()
    expect(page.locator("#kind-all")).to_have_attribute("aria-current", "true")
    expect(heading).to_contain_text(f"“{MEANT}”")
    page.go_back()
    expect(heading).to_contain_text(f"“{EARLIER}”")
    expect(question).to_have_value(EARLIER)
