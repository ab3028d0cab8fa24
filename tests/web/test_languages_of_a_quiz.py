"""A learner who takes a quiz in Kazakh or Russian meets no other language on the way."""

import re
from typing import Any

import pytest
from django.test import Client
from lxml import html

from quiz.models import Answer, Attempt, Question
from tests.web.shown_words import foreign_words, words_of_the_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped_content")]

ONE_AT_A_TIME = "audit"
ALL_AT_ONCE = ("judiciary", "final-provisions")
CODE = re.compile(r"\b[0-9A-Z]{4}(-[0-9A-Z]{4})+\b")  # Of a certificate, or for another device
A_CHANGE = "/amendments/art-15-2-death-penalty/"


class Learner:
    """A browser that keeps every page it was shown in one language."""

    def __init__(self, language: str) -> None:
        self.client, self.language = Client(), language
        self.pages: list[tuple[str, str]] = []

    def get(self, path: str, **sent: str) -> html.HtmlElement:
        response = self.client.get(self._at(path), sent, follow=True)
        assert response.status_code == 200, path
        return self._shown(path, response)

    def post(self, path: str, expect: int = 200, **sent: Any) -> html.HtmlElement:
        response = self.client.post(self._at(path), sent, follow=True)
        assert response.status_code == expect, path
        return self._shown(f"{path} {sent}", response)

    def _at(self, path: str) -> str:
        return f"/{self.language}{path}"

    def _shown(self, path: str, response: Any) -> html.HtmlElement:
        page = response.content.decode()
        assert f'<html lang="{self.language}"' in page, path
        self.pages.append((path, page))
        return html.document_fromstring(page)

    def start(self, quiz: str, pages: str) -> tuple[Attempt, str]:
        """Start a quiz; return the attempt and its address."""
        self.get(f"/quizzes/{quiz}/start/")
        self.post(f"/quizzes/{quiz}/start/", 422, pages="0", minutes="7")
        self.post(f"/quizzes/{quiz}/start/", pages=pages)
        attempt = Attempt.objects.get(quiz__slug=quiz)
        return attempt, f"/quizzes/attempts/{attempt.pk}/"


def filled_in(page: html.HtmlElement) -> dict[str, Any]:
    """Answer each question shown by the last of what it offers, and things in the order shown."""
    answers: dict[str, Any] = {}
    for asked in page.xpath("//fieldset[contains(@class, 'asked')]"):
        for at, select in enumerate(asked.xpath(".//select")):
            answers[select.name] = select.value_options[1:][at % len(select.value_options[1:])]
        for field in asked.xpath(".//input"):
            answers[field.name] = field.get("value") or "7"
    return answers


def sit_one_at_a_time(learner: Learner) -> Attempt:
    attempt, at = learner.start(ONE_AT_A_TIME, "one")
    for answer in attempt.answers.all():
        here = f"{at}{answer.position}/"
        asked = learner.get(here)
        learner.post(f"{here}mark/", marked="yes")
        learner.get(at)
        learner.post(here, 422)
        learner.post(here, **filled_in(asked))
        learner.post(here, **filled_in(asked))
    learner.get(f"/quizzes/{ONE_AT_A_TIME}/start/")
    return attempt


def sit_all_at_once(learner: Learner, quiz: str) -> Attempt:
    attempt, at = learner.start(quiz, "all")
    asked = filled_in(learner.get(at))
    learner.post(f"{at}answers/", 422, **dict.fromkeys(asked, "nonsense"))
    first = {name: value for name, value in asked.items() if name.startswith("1-")}
    learner.post(f"{at}answers/", **first)
    learner.post(f"{at}answers/", **asked)
    return attempt


def see_the_results(learner: Learner, attempt: Attempt) -> None:
    at = f"/quizzes/attempts/{attempt.pk}/"
    learner.post(f"{at}finish/")
    printed = learner.get(f"{at}certificate/").text_content()
    code = CODE.search(printed)
    assert code
    learner.get("/quizzes/certificates/", code=code[0])
    learner.get("/quizzes/certificates/", code="AAAA-AAAA-AAAA")


def go_on_elsewhere_and_be_forgotten(learner: Learner) -> None:
    learner.get("/quizzes/mine/")
    learner.post("/quizzes/mine/code/")
    learner.get("/quizzes/continue/")
    learner.post("/quizzes/continue/", 422, code="0000-0000")
    learner.post("/quizzes/mine/forget/")
    learner.get("/quizzes/mine/")


def report_a_fault(learner: Learner) -> None:
    page = learner.get("/report/", page=f"/{learner.language}{A_CHANGE}")
    hidden = {field.name: field.value for field in page.xpath("//input[@type='hidden']")}
    learner.post("/report/", 422, **hidden, what="")
    learner.post("/report/", 422, **hidden, what="?", contact="nobody")
    learner.get("/report/thanks/")


def all_of_it(learner: Learner) -> None:
    first = sit_one_at_a_time(learner)
    see_the_results(learner, first)
    learner.post(f"/quizzes/attempts/{first.pk}/retry/")
    for quiz in ALL_AT_ONCE:
        see_the_results(learner, sit_all_at_once(learner, quiz))
    assert types_asked() == set(Question.objects.values_list("type", flat=True))
    go_on_elsewhere_and_be_forgotten(learner)
    report_a_fault(learner)


def types_asked() -> set[str]:
    return set(Answer.objects.values_list("question__type", flat=True))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_quiz_speaks_one_language(language: str) -> None:
    learner = Learner(language)
    all_of_it(learner)

    known = words_of_the_content(language)
    foreign: dict[str, str] = {}
    for path, page in learner.pages:
        said = foreign_words(CODE.sub("", page), language, known)
        foreign |= dict.fromkeys(said, path)
    assert foreign == {}
