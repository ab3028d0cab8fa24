"""A reader finds the death penalty and sees which words went and came, in all five views."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

CHANGE = "/en/amendments/art-15-2-death-penalty/"
GONE, CAME = "established by law as an exceptional punishment", "prohibited"
VIEWS = [
    ("Side by side", True, True),
    ("In one text", True, True),
    ("Only changes", True, True),
    ("Before", True, False),
    ("After", False, True),
]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_finds_the_death_penalty_and_sees_every_view(
    open_page: OpenPage, javascript: bool
) -> None:
    page = open_page(javascript=javascript)
    page.goto("/en/")
    with page.expect_navigation():
        page.get_by_role("link", name="Rights").first.click()
    page.goto("/en/amendments/?topic=rights")
    with page.expect_navigation():
        page.get_by_role("link", name="Prohibition of the death penalty").click()

    for name, shows_gone, shows_came in VIEWS:
        page.locator(".views").get_by_role("link", name=name, exact=True).click()
        chosen = page.locator(".views a[aria-current=true]")
        expect(chosen).to_have_text(name)
        expect(page.locator("#texts del", has_text=GONE)).to_have_count(int(shows_gone))
        expect(page.locator("#texts ins", has_text=CAME)).to_have_count(int(shows_came))


def test_a_view_has_its_own_address_and_the_back_button_leads_back(page: Page) -> None:
    page.goto(CHANGE)
    page.get_by_role("link", name="In one text").click()
    expect(page.locator(".views a[aria-current=true]")).to_have_text("In one text")
    assert "view=inline" in page.url
    expect(page.locator(".views a[aria-current=true]")).to_be_focused()

    page.go_back()

    expect(page.locator(".views a[aria-current=true]")).to_have_text("Side by side")
    expect(page.locator("h1")).to_have_text("Prohibition of the death penalty")


def test_the_keys_n_and_p_walk_the_changes(page: Page) -> None:
    page.goto("/en/amendments/art-61-4-senate-approves/?view=inline")
    changes = page.locator("#texts [data-change]")
    assert changes.count() > 2

    page.keyboard.press("n")
    expect(changes.nth(0)).to_be_focused()
    page.keyboard.press("n")
    expect(changes.nth(1)).to_be_focused()
    page.keyboard.press("p")
    expect(changes.nth(0)).to_be_focused()
    page.keyboard.press("p")
    expect(changes.last).to_be_focused()


def test_filters_answer_at_once_and_keep_their_address(page: Page) -> None:
    page.goto("/en/amendments/")
    page.get_by_label("Topic").select_option("rights")

    expect(page.locator("#results-heading")).to_contain_text("3 changes")
    assert "topic=rights" in page.url
    page.reload()
    expect(page.get_by_label("Topic")).to_have_value("rights")


def test_the_list_can_be_filtered_without_javascript(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    page.goto("/en/amendments/")
    page.get_by_label("Kind").select_option("repealed")
    page.get_by_role("button", name="Show").click()

    expect(page.locator("#results-heading")).to_contain_text("2 changes")


def test_a_change_can_be_read_by_keyboard_alone(page: Page) -> None:
    page.goto(CHANGE)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the text")).to_be_focused()
    page.keyboard.press("Enter")
    for _step in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "In one text":
            break
    page.keyboard.press("Enter")

    expect(page.locator(".views a[aria-current=true]")).to_have_text("In one text")


def test_a_chosen_language_is_kept_and_leads_to_the_same_page(page: Page) -> None:
    page.goto(CHANGE)
    with page.expect_navigation():
        page.locator(".langs").get_by_role("link", name="Қазақша").click()
    assert page.url.endswith("/kk/amendments/art-15-2-death-penalty/")

    page.goto("/")

    assert page.url.endswith("/kk/")


def test_another_language_or_script_shows_what_was_chosen_meanwhile(page: Page) -> None:
    page.goto("/en/amendments/")
    page.get_by_label("Topic").select_option("rights")
    expect(page.locator("#results-heading")).to_contain_text("3 changes")
    for way, leads_to in (("Қазақша", ""), ("Qazaqşa", "&script=latn"), ("Қазақша", "")):
        with page.expect_navigation():
            page.locator(".langs").get_by_role("link", name=way).click()
        chosen = page.url.partition("/kk/amendments/?")[2]
        assert "topic=rights" in chosen and chosen.endswith(leads_to)
        assert leads_to or "script" not in chosen


def test_deletions_and_insertions_differ_without_colour(open_page: OpenPage) -> None:
    page = open_page(forced_colours=True)
    page.goto(CHANGE)

    def line(element: str) -> str:
        style = f"getComputedStyle(document.querySelector('#texts {element}'))"
        return str(page.evaluate(f"{style}.textDecorationLine"))

    assert (line("del"), line("ins")) == ("line-through", "underline")
    assert page.locator("#texts del .vh").first.text_content() == "removed: "


def test_a_term_is_explained_in_place_by_keyboard_and_pointer(page: Page) -> None:
    page.goto(CHANGE)
    term = page.get_by_role("button", name="death penalty")
    explanation = page.locator("#term-death-penalty")
    expect(explanation).to_be_hidden()

    term.focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    term.click()
    expect(explanation).to_contain_text("Punishing a crime with death")


def test_the_link_of_a_page_can_be_read_and_copied_without_a_third_party(page: Page) -> None:
    page.goto(CHANGE)

    expect(page.get_by_label("Link to this page")).to_have_value(
        "http://127.0.0.1:8000/en/amendments/art-15-2-death-penalty/"
    )
    page.get_by_text("Cite this page").click()
    expect(page.locator(".bibtex")).to_contain_text("@misc{atazan-art-15-2-death-penalty")


def test_a_dark_screen_prints_dark_on_white(open_page: OpenPage) -> None:
    page = open_page(colour_scheme="dark")
    page.goto("/kk/amendments/art-15-2-death-penalty/")
    shown = """() => {
        const style = getComputedStyle(document.querySelector("h1"));
        return [style.color, style.colorScheme];
    }"""
    assert page.evaluate(shown) == ["rgb(232, 230, 225)", "light dark"]
    page.emulate_media(media="print")
    assert page.evaluate(shown) == ["rgb(26, 29, 33)", "light"]
