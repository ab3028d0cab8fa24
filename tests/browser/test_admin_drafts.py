"""What an editor typed outlives the end of the session: kept in the browser, offered back."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from amendments.models import State, Topic
from tests.browser.conftest import OpenPage

PASSWORD = "seven-birch-trees"
KEPT = "Object.keys(localStorage).filter(each => each.startsWith('draft:')).length"


@pytest.fixture
def editor(shipped_site: str) -> User:
    User.objects.filter(username="drafter").delete()
    return User.objects.create_superuser("drafter", password=PASSWORD)


@pytest.fixture
def page(open_page: OpenPage, editor: User, shipped_site: str) -> Page:
    page = open_page()
    in_english(page, shipped_site)
    sign_in(page, "/admin/login/?next=/admin/amendments/term/add/")
    return page


def in_english(page: Page, site: str) -> None:
    page.context.add_cookies([{"name": "language", "value": "en", "url": site}])


def sign_in(page: Page, address: str = "") -> None:
    if address:
        page.goto(address)
    page.fill("#id_username", "drafter")
    page.fill("#id_password", PASSWORD)
    with page.expect_navigation():
        page.press("#id_password", "Enter")


def wait_until_kept(page: Page, number: int = 1) -> None:
    for _tenth in range(100):  # The policy of the site forbids Playwright's own way of waiting
        if page.evaluate(KEPT) == number:
            return
        page.wait_for_timeout(100)
    raise AssertionError(page.evaluate("JSON.stringify(localStorage)"))


def test_what_was_typed_comes_back_after_the_session_ended(page: Page) -> None:
    page.goto("/admin/amendments/term/add/")
    page.fill("#id_slug", "a-new-term")
    page.fill("#id_definition_kk", "Жаңа сөз: ұзақ түсіндірме")
    page.locator(".add-row a").first.click()  # A citation
    page.locator("[id$='-0-claim']").fill("definition")
    wait_until_kept(page)
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "Жаңа сөз" in kept and "csrf" not in kept and PASSWORD not in kept

    Session.objects.all().delete()
    with page.expect_navigation():
        page.locator("[name=_save]").click()
    assert "/admin/login/" in page.url
    sign_in(page)
    assert page.url.endswith("/admin/amendments/term/add/")
    offer = page.locator(".unsaved")
    expect(offer).to_contain_text(re.compile(r"You typed something at .*\d.* that was not saved"))
    expect(offer.locator("li")).to_have_count(3)
    assert page.input_value("#id_slug") == ""
    offer.get_by_role("button", name="Bring it back").click()
    assert page.input_value("#id_slug") == "a-new-term"
    assert page.input_value("#id_definition_kk") == "Жаңа сөз: ұзақ түсіндірме"
    expect(page.locator("[id$='-0-claim']")).to_have_value("definition")
    expect(offer).to_be_focused()


def test_a_save_lets_go_and_a_refusal_holds_on(page: Page) -> None:
    Topic.objects.filter(slug="draft-topic").delete()
    topic: Any = Topic.objects.create(
        slug="draft-topic", position=99, title_en="Draft topic", state=State.DRAFT
    )
    address = f"/admin/amendments/topic/{topic.pk}/change/"
    page.goto(address)
    page.fill("#id_in_short_en", "Typed and refused.")
    page.fill("#id_slug", "no slug at all")
    with page.expect_navigation():
        page.locator("[name=_save]").click()
    summary = page.locator(".form-faults")
    expect(summary).to_contain_text("What you typed is kept")
    summary.get_by_role("link").first.click()
    expect(page.locator("#id_slug")).to_be_focused()
    assert page.input_value("#id_in_short_en") == "Typed and refused."
    wait_until_kept(page)
    expect(page.locator(".unsaved")).to_have_count(0)  # It stands in the form

    page.goto(address)  # Left without saving
    expect(page.locator(".unsaved li")).to_have_count(2)
    page.get_by_role("button", name="Forget it").click()
    wait_until_kept(page, 0)

    page.fill("#id_in_short_en", "Typed and saved.")
    with page.expect_navigation():
        page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    wait_until_kept(page, 0)
    topic.refresh_from_db()
    assert topic.in_short_en == "Typed and saved."
    page.goto(address)
    expect(page.locator(".unsaved")).to_have_count(0)
    topic.delete()


def test_history_fits_a_phone_and_breaks_no_rule(open_page: OpenPage, editor: User) -> None:
    page = open_page(width=360, colour_scheme="dark")
    Topic.objects.filter(slug="topic-with-a-past").delete()
    topic = Topic.objects.create(slug="topic-with-a-past", position=98, title_en="Past")
    sign_in(page, f"/admin/login/?next=/admin/amendments/topic/{topic.pk}/history/")
    for way in ("", "compare/?old=1&new=1", "public/"):
        page.goto(f"/admin/amendments/topic/{topic.pk}/history/{way}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.goto("/admin/amendments/reviewstep/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    topic.delete()
