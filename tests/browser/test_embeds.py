"""An embed on a page of another origin: as high as its text, graded in place, for everyone."""

from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from amendments.languages import LANGUAGES
from civic.environment import ROOT
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage

CHANGE = "/embed/amendments/art-15-2-death-penalty/"
QUESTION = "/embed/questions/art-15-2-exceptions/"
SITE_OF_DEMO = "http://127.0.0.1:8000"
DEMO = ROOT / "docs" / "embed-demo.html"
MARKED = "/embed/questions/art-4-1-mark/"
EVERY_EMBED = [
    f"{CHANGE}?",
    f"{CHANGE}?view=side-by-side&",
    f"{QUESTION}?",
    f"{QUESTION}?answered=1&choice=a&",
    f"{MARKED}?",
    f"{MARKED}?answered=1&piece=0&",
    "/embed/amendments/gone/?",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation_in_an_embed(
    open_page: OpenPage, complaints: list[str], language: str, theme: str
) -> None:
    page = open_page(width=320, colour_scheme="dark" if theme == "light" else "light")
    found = []
    for path in EVERY_EMBED:
        page.goto(f"{path}lang={language}&theme={theme}")
        found += [(path, violation) for violation in violations(page)]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    assert found == []
    assert all("404" in complaint for complaint in complaints)  # Of what is gone
    complaints.clear()


@pytest.mark.parametrize(
    ("theme", "system", "is_dark"),
    [
        ("dark", "light", True),
        ("light", "dark", False),
        ("auto", "dark", True),
        ("auto", "light", False),
    ],
)
def test_a_theme_is_as_asked_whatever_the_system_prefers(
    open_page: OpenPage, theme: str, system: str, is_dark: bool
) -> None:
    page = open_page(colour_scheme="dark" if system == "dark" else "light")
    page.goto(f"{CHANGE}?theme={theme}")
    paper = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    )

    assert (max(paper) < 64) == is_dark


@pytest.fixture
def demo(shipped_site: str, tmp_path: Path) -> str:
    """Return the address of the demo, a file on the disk whose embeds the running site serves."""
    copy = tmp_path / DEMO.name
    demo = DEMO.read_text(encoding="utf-8")
    assert SITE_OF_DEMO in demo
    copy.write_text(demo.replace(SITE_OF_DEMO, shipped_site), encoding="utf-8")
    return copy.as_uri()


def frames(page: Page) -> tuple[FrameLocator, FrameLocator]:
    return page.frame_locator("iframe").nth(0), page.frame_locator("iframe").nth(1)


def heights(page: Page) -> list[tuple[int, int]]:
    """Of each frame, its height on the page and that of what is in it."""
    outer = page.locator("iframe").evaluate_all("all => all.map((f) => f.clientHeight)")
    inner = [
        frame.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
        for frame in page.frames[1:]
    ]
    return list(zip(outer, inner, strict=True))


def test_the_demo_shows_a_change_and_a_question_as_high_as_they_are(
    page: Page, demo: str, complaints: list[str]
) -> None:
    page.goto(demo)
    change, question = frames(page)
    expect(change.locator("ins").first).to_be_visible()
    question.locator("label").first.scroll_into_view_if_needed()
    page.wait_for_function(
        "[...document.querySelectorAll('iframe')].every(f => ![480, 440].includes(f.clientHeight))"
    )
    assert all(outer == inner for outer, inner in heights(page))

    question.locator("label").first.click()
    question.get_by_role("button").click()
    expect(question.locator(".verdict")).to_be_visible()
    expect(question.locator(".standing")).to_contain_text("In force from")
    page.wait_for_timeout(300)
    assert all(outer == inner for outer, inner in heights(page))
    assert page.context.cookies() == []
    assert all(
        "request to elsewhere: file:///" in complaint for complaint in complaints
    )  # The demo itself
    complaints.clear()


def test_the_demo_works_without_javascript(
    open_page: OpenPage, demo: str, complaints: list[str]
) -> None:
    page = open_page(javascript=False)
    page.goto(demo)
    change, question = frames(page)

    expect(change.locator("ins").first).to_be_visible()
    question.locator("label").first.click()
    question.get_by_role("button").click()
    expect(question.locator(".verdict")).to_be_visible()
    assert all("request to elsewhere: file:///" in complaint for complaint in complaints)
    complaints.clear()


@pytest.mark.parametrize("path", ["/en/amendments/art-15-2-death-penalty/", "/en/"])
def test_a_page_that_is_no_embed_stays_out_of_frames(
    page: Page, complaints: list[str], path: str
) -> None:
    page.goto(f"{CHANGE}?lang=en")
    page.evaluate(
        "(url) => new Promise((done) => { const f = document.createElement('iframe');"
        " f.onload = done; f.src = url; document.body.append(f); })",
        path,
    )

    assert page.frame_locator("iframe").locator("main").count() == 0
    assert all("frame-ancestors 'none'" in complaint for complaint in complaints) and complaints
    complaints.clear()


def test_the_code_to_embed_is_copied_by_a_button_and_readable_without(
    open_page: OpenPage,
) -> None:
    page = open_page()
    page.goto("/en/amendments/art-15-2-death-penalty/")
    page.get_by_text("Show this on your own page").click()
    code = page.get_by_label("HTML to copy")
    button = page.locator("[data-copy=embed-code]")
    button.click()
    expect(button).to_have_text("Copied")
    assert code.input_value() == page.evaluate("getSelection().toString()")

    plain = open_page(javascript=False)
    plain.goto("/en/amendments/art-15-2-death-penalty/")
    plain.get_by_text("Show this on your own page").click()
    expect(plain.get_by_label("HTML to copy")).to_have_value(code.input_value())
    expect(plain.locator("[data-copy=embed-code]")).to_be_hidden()
