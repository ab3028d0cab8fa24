"""An expert opens the link on a phone, comments and objects, with and without JavaScript."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import expect

from amendments.entry_of_text import entry_of
from amendments.models import Amendment, ExpertComment
from amendments.proposals import open_proposal, propose
from amendments.review_links import address_of, make_link
from amendments.spam_trap import QUICKEST
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage

CHANGE = "art-15-2-death-penalty"


@pytest.mark.parametrize("javascript", [True, False])
def test_an_expert_reads_the_draft_comments_and_objects(
    open_page: OpenPage, shipped_site: str, complaints: list[str], javascript: bool
) -> None:
    editor, _made = User.objects.get_or_create(username="who-asks-experts")
    public = Amendment.objects.get(slug=CHANGE)
    entry = entry_of(public)
    entry["title"] = entry["title"] | {"en": "A title for the expert"}
    propose(public, entry, editor=editor, now=timezone.now())
    link, token = make_link(public, expert="Serik", days=1, editor=editor, now=timezone.now())
    page = open_page(width=360, javascript=javascript)

    page.goto(address_of(token, "en"))
    expect(page.locator("h1")).to_have_text("A title for the expert")
    expect(page.get_by_text("Preview: not public.")).to_be_visible()
    page.locator(".views").get_by_role("link", name="In one text").click()
    expect(page.locator(".views a[aria-current=true]")).to_have_text("In one text")
    expect(page.locator("#texts ins").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    if javascript:
        assert violations(page) == []

    page.get_by_role("link", name="To your comment").click()
    page.wait_for_timeout(QUICKEST * 1000)
    page.get_by_label("I object to it").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("an objection needs its reason")
    assert all("422" in complaint for complaint in complaints)
    complaints.clear()
    if javascript:
        assert violations(page) == []
    page.get_by_label("Your comment").fill("It names the wrong court.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("status").filter(has_text="Thank you")).to_be_visible()
    expect(page.get_by_text("Your verdict is recorded.")).to_be_visible()
    with page.expect_navigation():
        page.locator(".preview").get_by_role("link", name="Қазақша").click()
    assert "/kk/review/" in page.url

    [said] = ExpertComment.objects.filter(link=link)
    assert (said.name, said.verdict) == ("Serik", "objection")
    page.goto(f"/en/amendments/{CHANGE}/")
    expect(page.locator("h1")).to_have_text("Prohibition of the death penalty")
    change = open_proposal(public)
    assert change is not None
    change.delete()
