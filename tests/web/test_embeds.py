"""A change or a question in the frame of another site: light, dated, framable, the same for all."""

import gzip
import re
from datetime import date
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from amendments.models import Amendment
from amendments.texts import texts_in
from quiz.asking import can_be_asked
from quiz.models import Question
from tests.factories import AmendmentFactory
from tests.factories.quiz import a_single_choice

pytestmark = pytest.mark.django_db

MOST = 10 * 1024
CSP = "Content-Security-Policy"
CHANGE = "/embed/amendments/a-change/"
QUESTION = "/embed/questions/what-changed/"


@pytest.fixture
def change() -> Amendment:
    change: Amendment = AmendmentFactory.create(slug="a-change", title_en="A change")
    return change


@pytest.fixture
def question(change: Amendment) -> Any:
    return a_single_choice(slug="what-changed", amendment=change)


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def weight(client: Client, path: str) -> int:
    """The page and its style sheets, compressed, in bytes."""
    html = client.get(path).content
    total = len(gzip.compress(html, 6))
    for address in re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', html.decode()):
        file = finders.find(address)
        assert isinstance(file, str)
        with open(file, "rb") as content:
            total += len(gzip.compress(content.read(), 6))
    return total


@pytest.mark.usefixtures("question")
@pytest.mark.parametrize("path", [CHANGE, QUESTION, "/embed/amendments/nothing/"])
def test_anyone_may_frame_an_embed_even_a_file_on_a_disk(client: Client, path: str) -> None:
    response = client.get(path)

    assert "frame-ancestors * file:" in response[CSP]
    assert "default-src 'self'" in response[CSP]
    assert "X-Frame-Options" not in response


@pytest.mark.usefixtures("question")
@pytest.mark.parametrize(
    "path",
    [
        "/en/",
        "/en/amendments/a-change/",
        "/en/quizzes/questions/what-changed/",
        "/en/report/",
        "/oembed",
        "/admin/login/",
        "/en/nothing/",
    ],
)
def test_nothing_else_may_be_framed(client: Client, path: str) -> None:
    response = client.get(path)

    assert "frame-ancestors 'none'" in response[CSP]
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.usefixtures("question")
@pytest.mark.parametrize("path", [CHANGE, QUESTION])
def test_an_embed_is_kept_by_everyone_and_stays_framable_when_asked_again(
    client: Client, path: str
) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not first.cookies and "Cookie" not in first["Vary"]
    assert (again.status_code, again.content) == (304, b"")
    assert again[CSP] == first[CSP] and "X-Frame-Options" not in again


@pytest.mark.usefixtures("question")
def test_an_embed_from_the_cache_is_framable_too(client: Client, settings: Settings) -> None:
    settings.PUBLIC_PAGES_CACHE_SECONDS = 60
    made, kept = client.get(CHANGE), client.get(CHANGE)

    assert kept.content == made.content
    assert kept[CSP] == made[CSP] and "X-Frame-Options" not in kept


@pytest.mark.usefixtures("change")
@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("kk", "kk"), ("ru", "ru"), ("en", "en"), ("de", "kk"), ("", "kk"), (None, "kk")],
)
def test_the_address_alone_decides_on_the_language(
    client: Client, asked: str | None, spoken: str
) -> None:
    client.cookies["language"] = "ru"
    query = {} if asked is None else {"lang": asked}
    response = client.get(CHANGE, query, headers={"Accept-Language": "en"})

    assert f'<html lang="{spoken}">' in response.content.decode()
    assert response["Content-Language"] == spoken
    assert f'href="/{spoken}/amendments/a-change/"' in response.content.decode()


@pytest.mark.usefixtures("change")
@pytest.mark.parametrize(
    ("asked", "is_light", "is_dark"),
    [
        ("dark", False, True),
        ("light", True, False),
        ("auto", False, False),
        ("pink", False, False),
        ("", False, False),
    ],
)
def test_the_address_chooses_a_theme_and_a_wrong_one_follows_the_system(
    client: Client, asked: str, is_light: bool, is_dark: bool
) -> None:
    html = client.get(CHANGE, {"theme": asked}).content.decode()

    assert ('class="light"' in html, "tokens-dark.css" in html) == (is_light, is_dark)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2022, 6, 1), "On 1 June 2022: Not yet in force: it takes effect on 8 June 2022."),
        (date(2022, 6, 8), "On 8 June 2022: In force since 8 June 2022."),
        (
            date(2026, 7, 1),
            "On 1 July 2026: In force from 8 June 2022 to 30 June 2026. "
            "Replaced with the whole Constitution on 1 July 2026.",
        ),
    ],
)
@pytest.mark.usefixtures("question")
def test_an_embed_says_how_the_rule_stands_on_the_day_and_where_it_is_from(
    client: Client, monkeypatch: pytest.MonkeyPatch, day: date, status: str
) -> None:
    monkeypatch.setattr("amendments.change_page.today", lambda: day)
    monkeypatch.setattr("quiz.practice.today", lambda: day)

    change = client.get(CHANGE, {"lang": "en"})
    answered = client.get(QUESTION, {"lang": "en", "answered": "1", "choice": "a"})

    assert status in words(change) and status in words(answered)
    assert 'href="/en/amendments/a-change/"' in change.content.decode()
    assert 'href="/en/quizzes/questions/what-changed/"' in answered.content.decode()


def test_a_change_is_shown_word_for_word_in_one_text_or_as_asked(client: Client) -> None:
    AmendmentFactory(slug="a-change", before_en="The old word.", after_en="The new word.")

    inline = client.get(CHANGE, {"lang": "en"}).content.decode()
    after = client.get(CHANGE, {"lang": "en", "view": "after"}).content.decode()

    assert re.search(r"<del[^>]*>.*old.*</del>", inline, re.DOTALL)
    assert re.search(r"<ins[^>]*>.*new.*</ins>", inline, re.DOTALL)
    assert "old" not in words_of(after) and "new" in words_of(after)


def words_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html.partition("<main>")[2])


def test_the_answer_and_what_may_give_it_away_come_after_the_answer(
    client: Client, question: Any
) -> None:
    asked = client.get(QUESTION, {"lang": "en"}).content.decode()

    assert "Answer b" in asked
    for told in ("About answer", "It changed one word.", "the right answer", "In force from"):
        assert told not in asked
    assert question.amendment.title_en not in asked


@pytest.mark.usefixtures("question")
def test_a_question_is_graded_in_its_frame_and_keeps_its_look(client: Client) -> None:
    look = {"lang": "en", "theme": "dark"}
    asked = client.get(QUESTION, look).content.decode()
    sent = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked))

    wrong = client.get(QUESTION, sent | {"choice": "b"})
    right = client.get(QUESTION, sent | {"choice": "a"})
    nothing = client.get(QUESTION, sent)

    assert '<form method="get" target="_self">' in asked
    assert "Not right." in words(wrong) and "It changed one word." in words(wrong)
    assert "Right." in words(right)
    assert "tokens-dark.css" in right.content.decode()
    assert 'href="?lang=en&amp;theme=dark" target="_self"' in right.content.decode()
    assert 'role="alert"' in nothing.content.decode() and "About answer" not in words(nothing)


@pytest.mark.parametrize("state", ["draft", "in-review", "withdrawn"])
def test_what_is_not_public_says_so_in_the_frame(client: Client, state: str) -> None:
    AmendmentFactory(slug="a-change", title_en="A secret", state=state)
    response = client.get(CHANGE, {"lang": "en"})

    assert response.status_code == 404
    assert "No longer here" in words(response) and "A secret" not in words(response)


@pytest.mark.usefixtures("question")
def test_an_embed_is_not_for_search_engines_and_not_in_the_sitemap(client: Client) -> None:
    for path in (CHANGE, QUESTION):
        assert '<meta name="robots" content="noindex">' in client.get(path).content.decode()
    assert "/embed/" not in client.get("/sitemap.xml").content.decode()


@pytest.mark.usefixtures("question")
def test_an_embed_costs_few_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(CHANGE)  # What a process asks only once
    with django_assert_num_queries(2):  # The freshness and the change
        client.get(CHANGE)
    client.get(QUESTION)
    with django_assert_num_queries(4):  # The freshness, the question, its choices, the change
        client.get(QUESTION, {"answered": "1", "choice": "a"})


@pytest.mark.usefixtures("shipped_content")
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_longest_shipped_change_and_questions_are_light(client: Client, language: str) -> None:
    def length(change: Amendment) -> int:
        texts = texts_in(language, change)
        return len(texts.before) + len(texts.after)

    changes = sorted(Amendment.objects.published(), key=length)
    questions = sorted(
        Question.objects.published(), key=lambda each: len(each.explanation_kk or each.prompt_en)
    )
    all_marked = Question.objects.published().for_asking().filter(type="mark_the_change")
    marked = [each for each in all_marked if can_be_asked(each, language)]
    paths = [
        *(f"/embed/amendments/{change.slug}/?lang={language}" for change in changes[-3:]),
        *(f"/embed/questions/{each.slug}/?lang={language}" for each in [*questions[-2:], *marked]),
        f"/embed/questions/{questions[-1].slug}/?lang={language}&answered=1&choice=a",
        *(f"/embed/questions/{e.slug}/?lang={language}&answered=1&piece=0" for e in marked),
    ]

    heavy = {path: size for path in paths if (size := weight(client, path)) > MOST}

    assert heavy == {}
