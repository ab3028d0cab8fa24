"""The editors' pages in a real browser: nothing the policy forbids, nothing wider than a phone."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.factories.reports import ReportFactory

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
TOGETHER = 6  # Models whose pages one browser sees: it keeps what they share
SOME = {
    "amendments.Amendment",
    "amendments.Report",
    "amendments.Term",
    "amendments.TranslationBasis",
    "quiz.Question",
}
OTHER_PAGES = [
    "admin:index",
    "admin:quiz_import",
    "admin:quiz_export",
    "admin:quiz_statistics",
    "admin:quiz_misconceptions",
    "admin:comparative_table",
]


@pytest.fixture
def editor(shipped_site: str) -> Iterator[User]:
    """An editor who stays, as the log of reviews names them."""
    name = "browsing-superuser"
    known = User.objects.filter(username=name).first()
    report = ReportFactory.create()
    yield known or User.objects.create_superuser(name, password="x")
    report.delete()


def signed_in(page: Page, editor: User, site: str, language: str) -> Page:
    client = Client()
    client.force_login(editor)
    kept = {
        settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
        settings.LANGUAGE_COOKIE_NAME: language,
    }
    page.context.add_cookies([{"name": n, "value": v, "url": site} for n, v in kept.items()])
    return page


def addresses(model: Any) -> Iterator[str]:
    """Yield the list, the forms and the history of a model, with the tables if it has some."""
    name = model._meta.label_lower.replace(".", "_")
    row = model._base_manager.first()
    on_a_row = ("change", "history") if row else ()
    for page in ("changelist", "add", "table_import", "table_export", *on_a_row):
        arguments = [row.pk] if page in on_a_row else []
        if page == "add" and not may_add(model):
            continue
        try:
            yield reverse(f"admin:{name}_{page}", args=arguments)
        except NoReverseMatch:
            continue


def may_add(model: Any) -> bool:
    class Asked:
        user = User(is_superuser=True, is_active=True)

    return bool(admin.site._registry[model].has_add_permission(Asked()))  # type: ignore[arg-type]


def opens(page: Page, address: str) -> None:
    response = page.goto(address)
    assert response is not None and response.status == 200, address


@pytest.mark.parametrize(
    "models",
    [MODELS[at : at + TOGETHER] for at in range(0, len(MODELS), TOGETHER)],
    ids=lambda models: f"{models[0]._meta.label}–{models[-1]._meta.label}",
)
def test_the_browser_has_nothing_to_complain_of_and_all_fits_on_a_phone(
    open_page: OpenPage, editor: User, shipped_site: str, models: list[Any]
) -> None:
    page = signed_in(open_page(), editor, shipped_site, "en")
    for address in chain.from_iterable(map(addresses, models)):
        page.set_viewport_size({"width": 1280, "height": 800})
        opens(page, address)
        page.set_viewport_size({"width": 360, "height": 740})
        fits(page)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_nor_in_other_languages(
    open_page: OpenPage, editor: User, shipped_site: str, language: str
) -> None:
    page = signed_in(open_page(width=360, height=740), editor, shipped_site, language)
    some = [model for model in MODELS if model._meta.label in SOME]
    assert len(some) == len(SOME)
    for address in [*map(reverse, OTHER_PAGES), *chain.from_iterable(map(addresses, some))]:
        opens(page, address)
        assert page.locator("html").get_attribute("lang") == language
        fits(page)


def test_nor_of_the_pages_of_no_model(open_page: OpenPage, editor: User, shipped_site: str) -> None:
    page = signed_in(open_page(width=360, height=740), editor, shipped_site, "en")
    for name in OTHER_PAGES:
        opens(page, reverse(name))
        fits(page)


def test_a_table_is_imported_and_a_step_is_confirmed(
    open_page: OpenPage, editor: User, shipped_site: str
) -> None:
    page = signed_in(open_page(width=360), editor, shipped_site, "en")
    opens(page, "/admin/amendments/term/table/import/")
    table = b"slug,name_en,name_kk\nbrowsed-term,=1+1,\xd3\x98\xd0\xba\xd1\x96\xd0\xbc\n"
    file: Any = {"name": "t.csv", "mimeType": "text/csv", "buffer": table}
    page.locator("input[type=file]").set_input_files(file)
    with page.expect_navigation():
        page.get_by_role("button", name="Show what would be done").click()
    expect(page.get_by_text("new draft: 1")).to_be_visible()
    fits(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Import", exact=True).click()
    page.goto("/admin/amendments/term/?q=browsed-term")
    page.locator(".action-select").check()
    page.locator("select[name=action]").select_option("submit_many")
    with page.expect_navigation():
        page.get_by_role("button", name="Go").click()
    fits(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_text("Done with 1 text.")).to_be_visible()
    Term = next(model for model in MODELS if model._meta.label == "amendments.Term")
    Term._base_manager.filter(slug="browsed-term").delete()


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url
