"""One question on a change: asked and graded by plain addresses, the same for everyone."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.factories.law import AmendmentFactory
from tests.factories.quiz import QuestionFactory, QuizFactory, a_single_choice

pytestmark = pytest.mark.django_db


@pytest.fixture
def question() -> Any:
    return a_single_choice(slug="what-changed")


def at(question: Any) -> str:
    return f"/en/quizzes/questions/{question.slug}/"


def test_nothing_is_told_before_an_answer(client: Client, question: Any) -> None:
    for page in (at(question), f"/en/quizzes/questions/about/{question.amendment.slug}/"):
        shown = client.get(page).content.decode()
        assert "Answer b" in shown
        assert "About answer" not in shown and "It changed one word." not in shown
        assert "the right answer" not in shown


def test_an_answer_in_the_address_is_graded_and_nothing_is_kept(
    client: Client, question: Any
) -> None:
    response = client.get(at(question), {"answered": "1", "choice": "b"})
    told = response.content.decode()
    assert "Not right." in told and "About answer b." in told and "It changed one word." in told
    assert not response.cookies and response["Cache-Control"].startswith("public")
    again = client.get(
        at(question),
        {"answered": "1", "choice": "b"},
        headers={"if-none-match": response["ETag"]},
    )
    assert again.status_code == 304
    assert "Right." in client.get(at(question), {"answered": "1", "choice": "a"}).content.decode()


def test_no_answer_is_asked_again(client: Client, question: Any) -> None:
    for sent in ({"answered": "1"}, {"answered": "1", "choice": "nonsense"}):
        shown = client.get(at(question), sent).content.decode()
        assert 'role="alert"' in shown and "About answer" not in shown


def test_htmx_gets_the_island_alone(client: Client, question: Any) -> None:
    part = client.get(at(question), headers={"hx-request": "true"}).content.decode()
    assert "data-island" in part and "<html" not in part
    assert "css/quiz.css" in part  # The page of the change goes without until then
    change = client.get(f"/en/amendments/{question.amendment.slug}/").content.decode()
    assert "css/quiz.css" not in change


def test_the_easiest_question_that_fits_its_text_is_asked(client: Client) -> None:
    change = AmendmentFactory.create()
    a_single_choice(amendment=change, difficulty=3, prompt_en="A hard one?")
    a_single_choice(amendment=change, difficulty=1, prompt_en="A stale one?", written_against="x:1")
    a_single_choice(amendment=change, difficulty=2, prompt_en="A fair one?")
    shown = client.get(f"/en/quizzes/questions/about/{change.slug}/").content.decode()
    assert "A fair one?" in shown


def test_a_change_without_a_question_says_so(client: Client) -> None:
    change = AmendmentFactory.create()
    response = client.get(f"/en/quizzes/questions/about/{change.slug}/")
    assert response.status_code == 200 and "No question yet" in response.content.decode()


def test_a_change_page_offers_a_question_and_the_quiz_of_its_topic(
    client: Client, question: Any
) -> None:
    page = client.get(f"/en/amendments/{question.amendment.slug}/").content.decode()
    assert f"/en/quizzes/questions/about/{question.amendment.slug}/" in page
    assert "/en/quizzes/parliament/" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_catalogue_costs_the_same_for_any_number(
    client: Client, number: int, django_assert_num_queries: object
) -> None:
    for _ in range(number):
        QuizFactory.create(questions=[a_single_choice()])
    with django_assert_num_queries(7):  # type: ignore[operator]
        page = client.get("/en/quizzes/").content.decode()
    assert page.count('<span class="vh">questions: </span>1<') == number


def test_drafts_are_nobodys_business(client: Client) -> None:
    draft = QuestionFactory.create(state="draft")
    assert client.get(at(draft)).status_code == 404
    quiz = QuizFactory.create(state="draft")
    assert client.get(f"/en/quizzes/{quiz.slug}/").status_code == 404
    assert client.get(f"/en/quizzes/{quiz.slug}/start/").status_code == 404


def test_a_question_that_does_not_fit_the_law_in_a_language_is_asked_nowhere_in_it(
    client: Client,
) -> None:
    change = AmendmentFactory.create(
        before_en="The Council decides on all laws, and nobody else decides on them.",
        after_en="The Court decides on all laws, and nobody else decides on them.",
        before_kk="Кеңес.",
        after_kk="Сот.",
    )
    QuestionFactory.create(
        slug="mark", type="mark_the_change", amendment=change, prompt_kk="Нені өзгертті?"
    )
    page, site = "/quizzes/questions/mark/", settings.SITE_URL

    for language, status in (("en", 200), ("kk", 404)):
        asked = [
            client.get(f"/{language}{page}"),
            client.get(f"/embed/questions/mark/?lang={language}"),
            client.get("/oembed", {"url": f"{site}/{language}{page}"}),
            client.get(f"/api/v1/questions/mark/?lang={language}"),
            client.get(f"/api/v1/questions/mark/grade/?answer=0&lang={language}"),
        ]
        assert [each.status_code for each in asked] == [status] * 5, language
        listed = client.get(f"/api/v1/questions/?lang={language}").json()
        assert listed["count"] == (status == 200)

    assert f'href="/en{page}"' in asked[0].content.decode()
    (problem,) = asked[3].json()["problems"]
    assert (problem["field"], problem["allowed"]) == ("lang", ["en"])
