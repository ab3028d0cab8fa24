"""An editor's first sign-in in a real browser: nothing the policy forbids, on a phone's width."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from amendments.languages import LANGUAGES
from amendments.roles import Role
from civic.sign_in.password_link import password_link
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage
from tests.factories.editors import PASSWORD, an_editor, code_of


@pytest.fixture
def editor(shipped_site: str, settings: LazySettings) -> Iterator[User]:
    settings.EDITORS_SECOND_FACTOR = True
    editor = an_editor("browsing-editor", Role.ADMINISTRATOR)
    yield editor
    editor.delete()


def looks_right(page: Page) -> None:
    """Nothing to scroll sideways for, and nothing that axe minds."""
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url
    assert violations(page) == [], page.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_editor_signs_in_for_the_first_time_on_a_phone(
    open_page: OpenPage, editor: User, shipped_site: str, language: str
) -> None:
    page = open_page(width=360, height=740)
    page.goto(f"/language/{language}/")

    page.goto(shipped_site + password_link(editor).partition("8000")[2])
    looks_right(page)
    page.locator("#id_new_password1").fill("ten-pine-trees")
    page.locator("#id_new_password2").fill("ten-pine-trees")
    with page.expect_navigation():
        page.locator("[type=submit]").click()

    looks_right(page)
    page.locator("#id_username").fill(editor.username)
    page.locator("#id_password").fill("ten-pine-trees")
    with page.expect_navigation():
        page.locator("[type=submit]").click()

    expect(page.locator("svg.qr")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    looks_right(page)
    page.locator("#id_code").fill("no code")
    with page.expect_navigation():
        page.locator("[type=submit].default").click()
    expect(page.locator(".errorlist")).to_be_visible()
    looks_right(page)
    key = "".join(page.locator("code.key").inner_text().split())
    page.locator("#id_code").fill(code_of(hexadecimal(key)))
    with page.expect_navigation():
        page.locator("[type=submit].default").click()

    expect(page.locator(".codes li")).to_have_count(10)
    looks_right(page)
    code = page.locator(".codes li").first.inner_text()
    with page.expect_navigation():
        page.locator("a.button").click()
    expect(page.locator("#user-tools")).to_be_visible()

    page.goto("/admin/second-factor/codes/")
    looks_right(page)
    with page.expect_navigation():
        page.locator("#logout-form button").click()
    sign_in_with(page, editor, code)
    expect(page.locator(".messagelist")).to_be_visible()


def sign_in_with(page: Page, editor: User, code: str) -> None:
    page.goto("/admin/")
    page.locator("#id_username").fill(editor.username)
    page.locator("#id_password").fill("ten-pine-trees")
    with page.expect_navigation():
        page.locator("[type=submit]").click()
    looks_right(page)
    page.locator("#id_code").fill(code)
    with page.expect_navigation():
        page.locator("[type=submit].default").click()


def test_the_page_of_a_locked_name_breaks_nothing(
    open_page: OpenPage, editor: User, complaints: list[str]
) -> None:
    page = open_page(width=360, height=740, javascript=False)
    for password in ["wrong"] * 5 + [PASSWORD]:
        page.goto("/admin/login/")
        page.locator("#id_username").fill(editor.username)
        page.locator("#id_password").fill(password)
        with page.expect_navigation():
            page.locator("[type=submit]").click()

    expect(page.locator("#content-main a")).to_have_attribute("href", "/admin/login/")
    expect(page.locator("h1")).to_have_count(1)
    assert all("429" in complaint for complaint in complaints)
    complaints.clear()


def hexadecimal(key: str) -> str:
    from base64 import b32decode

    return b32decode(key).hex()
