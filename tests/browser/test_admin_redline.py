"""An editor types, and the redline below the texts follows."""

import re

from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import expect

from amendments.models import Amendment
from tests.browser.conftest import OpenPage


def test_typing_redraws_the_redline(open_page: OpenPage, shipped_site: str) -> None:
    """Types into the form of a change that ships, and saves nothing."""
    editor, _made = User.objects.get_or_create(
        username="redline-typist", is_staff=True, is_superuser=True
    )
    client = Client()
    client.force_login(editor)
    page = open_page()
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": shipped_site}])
    change = Amendment.objects.get(slug="art-44-2-signing-laws")
    page.goto(f"/admin/amendments/amendment/{change.pk}/change/")

    drawn = page.locator("#redline-en")
    expect(drawn.locator("del")).not_to_have_count(0)
    page.locator("#id_before_en").fill("The Court has seven judges.")
    page.locator("#id_after_en").fill("The Court has ")
    page.locator("#id_after_en").press_sequentially("eleven  judges.")
    expect(drawn.locator("del")).to_contain_text("seven")
    expect(drawn.locator("ins")).to_contain_text("eleven")
    said = page.locator("#said-en")
    expect(said).to_contain_text(re.compile(r"eleven\s+judges"))  # Two spaces are told

    page.locator("#id_after_en").fill("The Court has seven judges.")
    expect(drawn.locator("del")).to_have_count(0)
    page.locator("#id_after_ru").fill("Суд.")
    expect(page.locator("#redline-ru ins")).to_contain_text("Суд")

    page.set_viewport_size({"width": 360, "height": 740})
    before, after = (page.locator(f"#id_{side}_en").bounding_box() for side in ("before", "after"))
    assert before and after and after["y"] >= before["y"] + before["height"]
    assert before["x"] + before["width"] <= 360


def test_without_javascript_the_button_draws_it_on_a_page_of_its_own(
    open_page: OpenPage, shipped_site: str
) -> None:
    editor, _made = User.objects.get_or_create(
        username="redline-typist", is_staff=True, is_superuser=True
    )
    client = Client()
    client.force_login(editor)
    page = open_page(javascript=False)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": shipped_site}])
    change = Amendment.objects.get(slug="art-44-2-signing-laws")
    page.goto(f"/admin/amendments/amendment/{change.pk}/change/")
    page.locator("#id_after_en").fill("Typed by hand.")
    with page.context.expect_page() as opened:
        page.locator('button[formtarget="redline"]').click()
    expect(opened.value.locator("#redline-en ins")).to_contain_text("Typed by hand")
    expect(page.locator("#id_after_en")).to_have_value("Typed by hand.")
