"""oEmbed: from the address of a page to the HTML that shows it elsewhere."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.factories import AmendmentFactory
from tests.factories.quiz import a_single_choice

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
PAGE = f"{SITE}/ru/amendments/a-change/"


@pytest.fixture(autouse=True)
def change() -> Any:
    return AmendmentFactory.create(slug="a-change", title_en='A "change"', title_ru="Изменение")


def asked(client: Client, **query: str) -> Any:
    return client.get("/oembed", query)


def frame_of(html: str) -> dict[str, str]:
    """The attributes of the one element that a host page is given."""
    element = re.fullmatch(r"<iframe ([^<>]*)></iframe>", html)
    assert element
    return {name: unescape(value) for name, value in re.findall(r'(\w+)="([^"]*)"', element[1])}


def test_a_page_of_a_change_is_answered_with_its_frame(client: Client) -> None:
    response = asked(client, url=PAGE, format="json")
    answer = response.json()

    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", "Изменение")
    assert (answer["provider_name"], answer["provider_url"]) == ("Ата Заң", SITE)
    frame = frame_of(answer["html"])
    assert frame["src"] == f"{SITE}/embed/amendments/a-change/?lang=ru"
    assert frame["title"] == "Изменение"
    assert (int(frame["width"]), int(frame["height"])) == (answer["width"], answer["height"])
    assert client.get(frame["src"].removeprefix(SITE)).status_code == 200


def test_a_page_of_a_question_is_answered_too(client: Client) -> None:
    a_single_choice(slug="what-changed", prompt_en="What changed?")
    answer = asked(client, url=f"{SITE}/en/quizzes/questions/what-changed/").json()

    assert answer["title"] == "What changed?"
    assert frame_of(answer["html"])["src"] == f"{SITE}/embed/questions/what-changed/?lang=en"


@pytest.mark.parametrize(
    ("asked_for", "given"),
    [
        ({}, (640, 480)),
        ({"maxwidth": "320"}, (320, 480)),
        ({"maxwidth": "9999", "maxheight": "0200"}, (640, 200)),
        ({"maxwidth": "100000", "maxheight": "9" * 5000}, (640, 480)),
    ],
)
def test_a_frame_is_never_larger_than_asked(
    client: Client, asked_for: dict[str, str], given: tuple[int, int]
) -> None:
    answer = asked(client, url=PAGE, **asked_for).json()

    assert (answer["width"], answer["height"]) == given


@pytest.mark.parametrize("size", ["0", "-1", "1e3", "wide", "", "٣", "000"])
@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
def test_a_size_that_is_none_is_named(client: Client, name: str, size: str) -> None:
    response = asked(client, url=PAGE, **{name: size})

    assert response.status_code == 400
    assert response.json() == {name: ["Expected a whole number of pixels, 1 or more."]}


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a-change",
        "https://elsewhere.example/ru/amendments/a-change/",
        "http://127.0.0.1:8000@elsewhere.example/ru/amendments/a-change/",
        "javascript:alert(1)",
        "http://[",
        "/ru/amendments/a-change/",
    ],
)
def test_an_address_that_is_not_ours_is_refused(client: Client, url: str) -> None:
    response = asked(client, url=url)

    assert response.status_code == 400
    assert SITE in response.json()["url"][0]


@pytest.mark.parametrize(
    "path",
    ["/ru/amendments/nothing/", "/ru/glossary/", "/ru/x\0y", "/", "", "/de/amendments/a-change/"],
)
def test_a_page_that_cannot_be_embedded_is_not_found(client: Client, path: str) -> None:
    response = asked(client, url=SITE + path)

    assert response.status_code == 404
    assert list(response.json()) == ["url"]


def test_a_draft_is_not_found(client: Client, change: Any) -> None:
    change.state = "draft"
    change.save()

    assert asked(client, url=PAGE).status_code == 404


def test_no_other_format_is_spoken(client: Client) -> None:
    response = asked(client, url=PAGE, format="xml")

    assert response.status_code == 501
    assert list(response.json()) == ["format"]


@pytest.mark.parametrize("path", ["amendments/a-change/", "quizzes/questions/what-changed/"])
def test_a_page_tells_programs_and_people_how_to_embed_it(client: Client, path: str) -> None:
    a_single_choice(slug="what-changed", prompt_en="What <changed>?")
    html = client.get(f"/en/{path}").content.decode()

    link = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', html)
    code = re.search(r'<textarea id="embed-code"[^>]* readonly[^>]*>([^<]*)</textarea>', html)
    assert link and code
    url = urlsplit(unescape(link[1]))
    assert parse_qs(url.query) == {"url": [f"{SITE}/en/{path}"], "format": ["json"]}
    answer = client.get(f"{url.path}?{url.query}").json()
    to_copy = frame_of(unescape(code[1]))
    assert to_copy["src"] == frame_of(answer["html"])["src"]
    assert (to_copy["title"], to_copy["width"]) == (answer["title"], "100%")
