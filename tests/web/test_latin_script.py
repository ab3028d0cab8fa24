"""Kazakh pages in Latin script, as they are asked for and answered."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from amendments.latin_script.alphabet import CYRILLIC
from tests.factories import AmendmentFactory
from tests.factories.context import TermFactory
from tests.pages import PAGES

pytestmark = pytest.mark.django_db
FOREIGN = re.compile(r'<(\w+)[^>]*\slang="(?:ru|kk-Cyrl)"[^>]*>.*?</\1>', re.DOTALL)


def html_of(client: Client, path: str, **query: str) -> str:
    return client.get(path, query).content.decode()


def text_of(html: str) -> str:
    html = re.sub(r"<(script|style)\b.*?</\1>", "", FOREIGN.sub("", html), flags=re.DOTALL)
    return re.sub("<[^>]*>", " ", html)


@pytest.fixture(autouse=True)
def _term() -> None:
    TermFactory(slug="court", name_kk="Конституциялық Сот", definition_kk="Он бір судья.")


def test_a_kazakh_page_is_shown_in_latin_script_where_its_address_asks(client: Client) -> None:
    html = html_of(client, "/kk/glossary/", script="latn")

    assert '<html lang="kk-Latn">' in html
    assert "Konstitusialyq Sot" in html
    assert CYRILLIC.findall(text_of(html)) == []


@pytest.mark.parametrize(
    ("path", "script"),
    [("/kk/glossary/", ""), ("/kk/glossary/", "cyrl"), ("/ru/glossary/", "latn")],
)
def test_other_pages_are_as_they_were(client: Client, path: str, script: str) -> None:
    html = html_of(client, path, script=script)

    assert "kk-Latn" not in html.split("<body>")[0]
    assert len(CYRILLIC.findall(html)) > 40


def test_both_scripts_are_a_plain_link_away_and_keep_what_was_asked(client: Client) -> None:
    cyrillic = html_of(client, "/kk/search/", q="сот", kind="term")
    latin = html_of(client, "/kk/search/", q="сот", kind="term", script="latn")

    there = (
        '<a href="/kk/search/?q=%D1%81%D0%BE%D1%82&amp;kind=term&amp;script=latn" lang="kk-Latn"'
    )
    back = '<a href="/kk/search/?q=%D1%81%D0%BE%D1%82&amp;kind=term" lang="kk-Cyrl"'
    assert there in cyrillic
    assert back in latin
    assert '<span lang="kk-Latn" aria-current="true">Qazaqşa</span>' in latin


def test_readers_of_other_languages_are_not_offered_a_script(client: Client) -> None:
    assert "latyn" not in html_of(client, "/ru/glossary/")
    assert "latyn" not in html_of(client, "/en/glossary/")


def test_search_engines_are_led_to_the_cyrillic_page(client: Client) -> None:
    html = html_of(client, "/kk/glossary/", script="latn")

    assert re.search(r'<link rel="canonical" href="[^"?]*/kk/glossary/">', html)
    assert re.search(r'<link rel="alternate" hreflang="kk" href="[^"?]*/kk/glossary/">', html)


def test_links_of_the_page_keep_the_script(client: Client) -> None:
    html = html_of(client, "/kk/glossary/", script="latn")
    own = re.findall(r'<a [^>]*href="(/kk/[^"]*)"[^>]*>', html)
    cyrillic = re.findall(r'<a [^>]*href="([^"]*)" lang="kk-Cyrl"', html)

    assert [address for address in own if "script=latn" not in address] == cyrillic


def test_each_script_has_an_etag_of_its_own_and_is_not_sent_twice(client: Client) -> None:
    cyrillic = client.get("/kk/glossary/")
    latin = client.get("/kk/glossary/", {"script": "latn"})
    again = client.get(
        "/kk/glossary/", {"script": "latn"}, headers={"If-None-Match": latin["ETag"]}
    )

    assert latin["ETag"] != cyrillic["ETag"]
    assert not latin.cookies
    assert (again.status_code, again.content) == (304, b"")


def test_what_was_kept_of_one_script_is_not_given_for_the_other(client: Client) -> None:
    first = html_of(client, "/kk/glossary/", script="latn")

    assert html_of(client, "/kk/glossary/", script="latn") == first
    assert "Конституциялық Сот" in html_of(client, "/kk/glossary/")


def test_a_part_of_a_page_is_in_the_same_script(client: Client) -> None:
    change = AmendmentFactory(before_kk="Кеңестің құрамы", after_kk="Соттың құрамы")
    part = client.get(
        f"/kk/amendments/{change.slug}/", {"script": "latn"}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "<html" not in part
    assert "qūramy" in part
    assert CYRILLIC.findall(text_of(part)) == []


def test_a_missing_page_is_in_the_same_script(client: Client) -> None:
    response = client.get("/kk/glossary/nothing/", {"script": "latn"})

    assert response.status_code == 404
    assert CYRILLIC.findall(text_of(response.content.decode())) == []


def test_search_in_latin_script_finds_and_shows_in_it(client: Client) -> None:
    html = html_of(client, "/kk/search/", q="konstitusialyq sot", script="latn")

    assert "<mark>Konstitusialyq</mark> <mark>Sot</mark>" in html
    assert '<input type="hidden" name="script" value="latn">' in html
    assert 'value="konstitusialyq sot"' in html


class InKazakh(HTMLParser):
    """The texts and spoken attributes of a page that are in Kazakh, or say nothing else."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or (self.open[-1][1] if self.open else "")
        spoken = ("aria-label", "title", "alt", "placeholder")
        if language == "kk-Latn":
            self.found += [given[name] or "" for name in spoken if name in given]
        if tag not in ("meta", "link", "input", "img", "br", "hr"):
            self.open.append((tag, "" if tag in ("script", "textarea") else language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text: str) -> None:
        if self.open and self.open[-1][1] == "kk-Latn":
            self.found.append(text)


@pytest.mark.usefixtures("shipped_content")
def test_no_cyrillic_letter_is_left_on_any_kind_of_page(client: Client) -> None:
    left = {}
    for path in PAGES:
        html = html_of(client, f"/kk{path}{'&' if '?' in path else '?'}script=latn")
        assert '<html lang="kk-Latn">' in html
        texts = InKazakh(html).found
        assert len(texts) > 20
        if cyrillic := [text.strip() for text in texts if CYRILLIC.search(text)]:
            left[path] = cyrillic[:3]

    assert left == {}
