"""A learner is nobody: a random number, kept as long as wanted, on as many devices as wanted."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from amendments.days import today
from quiz.learners import COOKIE
from quiz.models import Answer, Attempt, DeviceCode, Learner
from tests.factories.quiz import (
    QuizFactory,
    a_single_choice,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz() -> Any:
    return QuizFactory.create(slug="power", questions=[a_single_choice() for _ in range(3)])


def started(client: Client, quiz: Any, **options: str) -> Attempt:
    response = client.post(f"/en/quizzes/{quiz.slug}/start/", {"pages": "one"} | options)
    assert response.status_code == 302, response.content.decode()
    return Attempt.objects.latest("started_at")


def at(attempt: Attempt, rest: str = "") -> str:
    return f"/en/quizzes/attempts/{attempt.pk}/{rest}"


def answer(client: Client, attempt: Attempt, number: int, choice: str = "a", **extra: Any) -> Any:
    return client.post(at(attempt, f"{number}/"), {"choice": choice}, **extra)


def test_nobody_is_a_learner_before_a_quiz_is_started(client: Client, quiz: Any) -> None:
    for page in ("", "power/", "power/start/", "mine/", "continue/", "certificates/"):
        response = client.get(f"/en/quizzes/{page}")
        assert response.status_code == 200
        assert COOKIE not in response.cookies
    assert not Learner.objects.exists()

    attempt = started(client, quiz)
    cookie = client.cookies[COOKIE]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert Learner.objects.get() == attempt.learner


def test_an_attempt_is_its_learners_alone(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    for stranger in (Client(), Client()):
        started(stranger, quiz)
        for page in ("", "1/", "results/", "certificate/"):
            assert stranger.get(at(attempt, page)).status_code == 404
        assert answer(stranger, attempt, 1).status_code == 404
        assert stranger.post(at(attempt, "finish/")).status_code == 404
    forged = Client()
    forged.cookies[COOKIE] = attempt.learner.pk.hex + ":forged:signature"
    assert forged.get(at(attempt)).status_code == 404
    assert attempt.answers.get(position=1).is_open


def test_posts_need_the_token(quiz: Any) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/en/quizzes/power/start/", {"pages": "one"}).status_code == 403
    form = strict.get("/en/quizzes/power/start/")
    token = form.cookies["csrftoken"].value
    sent = strict.post("/en/quizzes/power/start/", {"pages": "one", "csrfmiddlewaretoken": token})
    assert sent.status_code == 302


def test_another_device_goes_on_with_a_code_once(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    page = client.post("/en/quizzes/mine/code/").content.decode()
    code = re.search(r'class="code nums">([0-9A-Z]{4}-[0-9A-Z]{4})<', page)
    assert code and code[1] not in str(DeviceCode.objects.values())
    phone, thief = Client(), Client()
    assert phone.post("/kk/quizzes/continue/", {"code": code[1].lower()}).status_code == 302
    assert phone.get(at(attempt, "1/")).status_code == 200
    assert thief.post("/kk/quizzes/continue/", {"code": code[1]}).status_code == 422


def test_a_code_ends_and_tries_are_few(
    client: Client, quiz: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(client, quiz)
    page = client.post("/en/quizzes/mine/code/").content.decode()
    code = re.search(r'class="code nums">([0-9A-Z-]{9})<', page)
    assert code
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(timezone, "now", lambda: later)
    sent = [Client().post("/en/quizzes/continue/", {"code": code[1]}) for _ in range(11)]
    assert [each.status_code for each in sent] == [422] * 10 + [429]


def test_forgetting_deletes_everything_at_once(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    answer(client, attempt, 1)
    response = client.post("/en/quizzes/mine/forget/")
    assert "You are forgotten" in response.content.decode()
    assert response.cookies[COOKIE]["max-age"] == 0
    assert not any(m.objects.exists() for m in (Learner, Attempt, Answer, DeviceCode))
    assert client.get(at(attempt)).status_code == 404


def test_who_does_not_come_back_is_forgotten(client: Client, quiz: Any) -> None:
    kept = started(client, quiz).learner
    for days in (29, 31):
        Learner.objects.create(active_on=today() - timedelta(days=days))
    call_command("forget_learners", older_than=30, verbosity=0)
    assert Learner.objects.count() == 2 and kept in Learner.objects.all()


def test_private_pages_are_kept_by_nobody(client: Client, quiz: Any) -> None:
    attempt = started(client, quiz)
    for page in (at(attempt), at(attempt, "1/"), "/en/quizzes/mine/", "/en/quizzes/power/start/"):
        response = client.get(page)
        assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"
